"""Walking cases of panels as everybody in every phase: which pages, in which order, and what on them is not hers.

Every pair of who, phase, kind of case and page is walked, where those who come to a case in like parts share the pages
out among them; on a case's own page every three of who, page and phase or kind. With LEAK_WALK=whole everybody walks
everything.
"""

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.core.cache import cache as limits
from django.test import Client

from academy.identity.models import Person
from panels.rules.visibility import phase_of
from tests.factories.people import account_of
from tests.integration.leaks.addresses import Address, Target, addresses
from tests.integration.leaks.phases_marks import CASE, MARK
from tests.integration.leaks.phases_world import Kept, PhasesWorld
from tests.integration.leaks.walking import IS_WHOLE, _words

PANELS = "panels/"
CASE_LINK, CASE_NUMBER = re.compile(r"/panels/cases/(\d+)/"), re.compile(r"\bCase (\d+)\b")
# What else names a case or whoever judges it is known by other rules: of people and of what they handed in.
KNOWN_ELSEWHERE = frozenset({"name", "manager", "handedin", "reviewer", "judged", "declined", "moderator", "hearer"})
# There a name is one of a panel's, or of who has read.
HOME, READS = "", "people/me/reads/"
NAMES_TELL = (HOME, "inbox/", READS)
TELLING, LISTS = ("panels/cases/<int:pk>/",), (HOME, "panels/")
# Who comes to a case in like parts; all others come as nobody in particular.
ALIKE = {
    **dict.fromkeys(("chair", "clerk", "lead", "coordinator"), "runs it"),
    **dict.fromkeys(("reviewer", "judged", "moderator", "member", "observer", "auditor"), "judges"),
    **dict.fromkeys(("manager", "hr", "recruiter"), "is told"),
    **dict.fromkeys(("giver", "helper", "hearer"), "is asked"),
    **{who: who for who in ("candidate", "tied")},
}
# Where a case may be listed beside the pages of panels: home with what waits and what comes, the inbox, a search for
# its candidate, a team, who has read a record, ways and sittings, calendars, what is taken out. The whole walk opens
# every page there is.
MAY_LIST_CASES = (
    *("", "inbox/", "team/", "people/", "people/me/", "people/me/reads/", "pathways/", "pathways/people/"),
    *("pathways/sittings/", "pathways/dates/calendar/", "portfolio/", "portfolio/export/", "asye/", "vacancies/"),
    *("cpd/take-out/json/", "approvals/"),
)
OF_CANDIDATE = {"people/<int:pk>/": "pk", "pathways/people/<int:person>/": "person"}
OF_MEETING, OF_PANEL = "Meeting", "Panel"
# What stands at the same address for several rows of a case.
SAME_ROW = {
    **dict.fromkeys(("tie to say", "plan to print"), "Case"),
    **dict.fromkeys(("cleared pack", "case outside"), "Sampled"),
    "own assignment": "assignment",
    **dict.fromkeys(("draw outside", "draw with packs"), "Sample"),
}
# Moderation's year: its themes, its plan and who reads from outside. The general walk has them.
OF_NO_CASE = ("Action", "Theme", "theme note", "reader outside")


@dataclass(frozen=True)
class Step:
    """Somebody opens a page about one case: as what she comes to it, which case, where."""

    who: str
    kept: Kept
    address: Address
    path: str

    @property
    def is_of_panels(self) -> bool:
        return self.address.path.startswith(PANELS)


@dataclass
class PhasesWalk:
    """The world, every step through it, and those of them that are taken."""

    world: PhasesWorld

    @cached_property
    def places(self) -> list[Address]:
        """Pages of panels, whatever they name; and pages of other apps that might list a case."""
        found = [each for each in addresses() if each.answers("get") and not each.is_brought]
        of_panels = [each for each in found if each.path.startswith(PANELS)]
        elsewhere = [each for each in found if not each.names and not each.path.startswith(PANELS)]
        listing = [each for each in elsewhere if IS_WHOLE or each.path in MAY_LIST_CASES]
        return [*of_panels, *listing, *(each for each in found if each.path in OF_CANDIDATE)]

    def paths(self, kept: Kept, address: Address) -> list[str]:
        """Where that page is of a case; nothing where the case has none."""
        if not address.names:
            query = f"?q={kept.case.person.family_name}" if address.path == "people/" else ""
            return [f"/{address.path}{query}"]
        if address.path in OF_CANDIDATE:
            rows = [kept.case.person_id]
        elif address.about in (OF_MEETING, "taken up"):
            rows = [each.pk for each in [self.world.meetings.get(kept.story.name)] if each]
        elif address.about == OF_PANEL or address.about == "seat":
            rows = self._of_panel(kept, address)
        else:
            rows = kept.made.ids.get(SAME_ROW.get(address.about, address.about), [])
        return [address.at(Target(None, dict.fromkeys(address.names, row))) for row in rows]

    def _of_panel(self, kept: Kept, address: Address) -> list[int]:
        meeting = self.world.meetings.get(kept.story.name)
        if meeting is None:
            return []
        return [meeting.panel_id] if address.about == OF_PANEL else [meeting.panel.members.order_by("pk")[0].pk]

    def every(self) -> Iterator[Step]:
        for kept in self.world.cases:
            for address in self.places:
                for path in self.paths(kept, address):
                    yield from (Step(who, kept, address, path) for who in self.world.roles_of(kept))

    @cached_property
    def taken(self) -> list[Step]:
        """The steps of this walk: pages of panels first, then who has read what, then what else tells of a reader."""
        steps = list(self.every())
        random.Random(9).shuffle(steps)
        taken = steps if IS_WHOLE else list(in_pairs(steps))
        return sorted(taken, key=lambda step: (not step.is_of_panels, step.address.path != READS))

    def leaks(self) -> list[str]:
        """What somebody is shown that the table keeps from her."""
        return [leak for step in self.taken for leak in self.leaks_on(step)]

    @cached_property
    def shown(self) -> set[str]:
        """What was shown to anybody at all: of which words, and by which address."""
        return set()

    def leaks_on(self, step: Step) -> Iterator[str]:
        person = self.world.person(step.kept, step.who)
        response = self._browser(person).get(step.path)
        yield from self.leaks_in(f"{response.headers}{_words(response)}", step, person)

    def leaks_in(self, said: str, step: Step, person: Person | None) -> Iterator[str]:
        """Words of a page that are not for her: marked ones, and of which case there is any sign."""
        for what, number in sorted(set(MARK.findall(said))):
            self.shown.add(what)
            if not self._may_stand(what, self.world.by_number[int(number)], step=step, person=person):
                yield f"{step.path} shows {step.who} ({step.kept}) “{what}” of {self.world.by_number[int(number)]}"
        asked_for = set(CASE_LINK.findall(step.path))  # its own address stands on a page that says it is not there, too
        for pk in sorted({*CASE_LINK.findall(said), *CASE_NUMBER.findall(said)} - asked_for):
            kept = self.world.by_pk.get(int(pk))
            if kept is not None and not kept.may_know(self.world.as_to(person, kept), CASE):
                yield f"{step.path} tells {step.who} ({step.kept}) of {kept}"

    def _may_stand(self, what: str, kept: Kept, *, step: Step, person: Person | None) -> bool:
        tells = step.is_of_panels or step.address.path in NAMES_TELL
        if what in KNOWN_ELSEWHERE and not tells:
            return True
        return kept.may_know(self.world.as_to(person, kept), what)

    @cached_property
    def _browsers(self) -> dict[int, Client]:
        return {}

    def _browser(self, person: Person | None) -> Client:
        """Hers, signed in once."""
        limits.clear()
        key = person.pk if person else 0
        if key not in self._browsers:
            self._browsers[key] = Client()
            if person is not None:
                self._browsers[key].force_login(account_of(person))
        return self._browsers[key]


def in_pairs(steps: Iterable[Step]) -> Iterator[Step]:
    """Of all steps so many that every pair of who, phase, kind of case and page is among them."""
    met: set[object] = set()
    for step in steps:
        pairs = set(_covered(step))
        if not pairs <= met:
            met |= pairs
            yield step


def _covered(step: Step) -> Iterator[object]:
    who, path, story = step.who, step.address.path, step.kept.story.name
    phase = phase_of(step.kept.case.state)
    yield from ((who, phase), (who, story), (phase, story), (path, ALIKE.get(who, "none")))
    if path in TELLING:
        yield from ((path, who, phase), (path, who, story))
    if path in LISTS:
        yield path, who, "as anybody"
    if path == READS and who == "candidate":
        yield path, phase, story
    if step.address.about in (OF_MEETING, OF_PANEL):
        yield path, story
    elif step.address.names:
        yield from ((path, phase), (path, story))
