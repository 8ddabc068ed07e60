"""A world for the walk of panels: a case of every kind in every state, and every text of it a word of its own.

Who has which part in a case is said here as it is made, and never asked of the pages or of the database's filters.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from academy.identity.models import Organisation, Person
from academy.people.choices import RoleCode
from panels.choices.cases import BEFORE_ACCEPTED, CaseKind, CaseState
from panels.choices.panels import MemberSort, Names, Seat
from panels.models import Case, Meeting, Panel, Presence
from panels.rules.visibility import As, Sight, seen_by
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.panels import HANDED_IN_BY, SITS_ON, MeetingFactory, MemberFactory, PanelFactory
from tests.factories.pathways import SittingFactory
from tests.factories.people import NOW, MembershipFactory, holder_of, member_of, staff_of
from tests.integration.leaks.phases_marks import ALSO, NEEDS
from tests.integration.leaks.phases_rows import Made, made_for

STATES = tuple(CaseState)
# An ASYE comes to a panel as it is recommended; a post by interview is judged by who recruits, without a meeting.
FROM_ACCEPTED = tuple(state for state in STATES if state not in (*BEFORE_ACCEPTED, CaseState.DEFERRED))
BY_INTERVIEW = (*BEFORE_ACCEPTED, CaseState.ACCEPTED, CaseState.RELEASED, CaseState.WITHDRAWN)
NOBODY = "nobody signed in"


@dataclass(frozen=True)
class Story:
    """One kind of case, the rule about names it is under, and the states it goes through."""

    name: str
    names: Names = Names.NAMED
    kind: CaseKind = CaseKind.PROGRESSION
    states: tuple[CaseState, ...] = STATES
    is_external: bool = False


STORIES = (
    Story("named"),
    Story("blind", names=Names.BLIND),
    Story("nameless", names=Names.THROUGHOUT),
    Story("outside", is_external=True),
    Story("moderated", names=Names.BLIND, kind=CaseKind.MODERATION, states=FROM_ACCEPTED),
    Story("interviewed", kind=CaseKind.APPOINTMENT, states=BY_INTERVIEW),
)
SEATS = {"chair": Seat.CHAIR, "clerk": Seat.CLERK, "member": Seat.MEMBER, "observer": Seat.OBSERVER}
HELD = {
    "lead": RoleCode.ACADEMY_LEAD,
    "coordinator": RoleCode.ASYE_COORDINATOR,
    "hr": RoleCode.HR,
    "recruiter": RoleCode.SERVICE_MANAGER,
    "auditor": RoleCode.AUDITOR,
}


@dataclass(frozen=True)
class Kept:
    """One case: the number in its words, who has what to do with it, and the parts in which she comes to it."""

    number: int
    story: Story
    made: Made
    parts: dict[str, frozenset[As]]

    @property
    def case(self) -> Case:
        return self.made.case

    @property
    def state(self) -> CaseState:
        return CaseState(self.case.state)

    def seen_by(self, who: str) -> frozenset[Sight]:
        """What somebody sees of it by the table: the pure one, of the parts said here."""
        held = self.parts.get(who, frozenset())
        is_away = who in ("candidate", "tied")
        return seen_by(held, state=self.case.state, names=self.case.names, is_away=is_away)

    def may_know(self, who: str, what: str) -> bool:
        """May this text of the case stand on a page of hers?"""
        if not NEEDS[what].isdisjoint(self.seen_by(who)):
            return True
        return any(who == known and self.state in states for known, states in ALSO.get(what, {}).items())

    def __str__(self) -> str:
        return f"{self.story.name} case, {self.case.state}"


@dataclass(frozen=True)
class PhasesWorld:
    """`shared` are those who have one part in all cases; each case has people of its own beside."""

    council: Organisation
    shared: dict[str, Person]
    cases: tuple[Kept, ...]
    meetings: dict[str, Meeting] = field(default_factory=dict)

    @cached_property
    def by_number(self) -> dict[int, Kept]:
        return {each.number: each for each in self.cases}

    @cached_property
    def by_pk(self) -> dict[int, Kept]:
        return {each.case.pk: each for each in self.cases}

    @cached_property
    def _own(self) -> dict[int, tuple[int, str]]:
        """To whose case a person of her own belongs, and as what."""
        return {person.pk: (kept.number, who) for kept in self.cases for who, person in kept.made.who.items()}

    def roles_of(self, kept: Kept) -> list[str]:
        """Everybody who can walk a case: its own people, another's reviewer, those of all cases, and nobody at all."""
        return [*kept.made.who, "another reviewer", *self.shared, NOBODY]

    def person(self, kept: Kept, who: str) -> Person | None:
        """Who comes to the case as this; the other reviewer is the next case's."""
        if who == "another reviewer":
            following = self.by_number.get(kept.number + 1, self.cases[0])
            return following.made.who["judged"]
        return kept.made.who.get(who) or self.shared.get(who)

    def as_to(self, person: Person | None, kept: Kept) -> str:
        """As what somebody comes to a case, which need not be the one she has a part in."""
        if person is None:
            return NOBODY
        number, who = self._own.get(person.pk, (0, ""))
        if who and number != kept.number:  # whoever is out of one case sits on its panel, and hears the others
            sits = who == "tied" and self.by_number[number].story == kept.story
            return "member" if sits else "somebody of another case"
        if who:
            return who
        return next(name for name, each in self.shared.items() if each.pk == person.pk)


def phases_world() -> PhasesWorld:
    """The world, in whatever database the test has."""
    council = OrganisationFactory()
    shared = {
        **{who: staff_of(council) for who in SEATS},
        **{who: holder_of(role, council) for who, role in HELD.items()},
        "lead elsewhere": holder_of(RoleCode.ACADEMY_LEAD, OrganisationFactory()),
        "outsider": member_of(council),
        "stranger": staff_of(council),
    }
    meetings = {story.name: _meeting(council, story, shared) for story in STORIES if story.name != "interviewed"}
    cases = tuple(_cases(council, shared, meetings))
    return PhasesWorld(council, shared, cases, meetings)


def _meeting(council: Organisation, story: Story, shared: dict[str, Person]) -> Meeting:
    """A sitting of the story's own panel, open, with everybody of the panel in the room."""
    purpose = "moderation" if story.kind == CaseKind.MODERATION else "progression"
    panel = PanelFactory(organisation=council, purpose=purpose, title=f"Panel of {story.name}")
    for who, seat in SEATS.items():
        judges = seat in (Seat.CHAIR, Seat.MEMBER)
        sort = MemberSort.PSW_ADULTS if judges else ""
        MemberFactory(panel=panel, person=shared[who], seat=seat, sort=sort)
    days = {"on": SITS_ON, "submit_by": HANDED_IN_BY, "endorse_by": HANDED_IN_BY}
    sitting = SittingFactory(organisation=council, purpose=purpose, title=story.name, **days)
    meeting: Meeting = MeetingFactory(panel=panel, sitting=sitting, state="open", opened_at=NOW, starts_at=NOW)
    for who in ("chair", "clerk", "member"):
        Presence.objects.create(meeting=meeting, person=shared[who], arrived_at=NOW, noted_by=shared["clerk"])
    return meeting


def _cases(council: Organisation, shared: dict[str, Person], meetings: dict[str, Meeting]) -> Iterator[Kept]:
    number = 100
    for story in STORIES:
        for state in story.states:
            number += 1
            panel = meetings[story.name].panel if story.name in meetings else None
            person = _candidate(council, story, number)
            made = made_for(
                number, state, kind=story.kind, names=story.names, person=person, council=council, panel=panel,
                is_external=story.is_external, chair=shared["chair"],
            )  # fmt: skip
            _sits(panel, made)
            yield Kept(number, story, made, parts_of(story, made))


def _candidate(council: Organisation, story: Story, number: int) -> Person:
    person: Person = PersonFactory(given_name="Quill", family_name=f"Zqname{number}zq")
    if story.is_external:
        MembershipFactory(person=person, organisation=council)
        return person
    manager = staff_of(council, person=PersonFactory(given_name="Moss", family_name=f"Zqmanager{number}zq"))
    return staff_of(council, person=person, line_manager=manager)


def _sits(panel: Panel | None, made: Made) -> None:
    """Whoever is out of the case has a seat like others, and reviewed it before that was known."""
    if panel is not None:
        MemberFactory(panel=panel, person=made.who["tied"])


def parts_of(story: Story, made: Made) -> dict[str, frozenset[As]]:
    """Who comes to a case in which parts, as it was made."""
    judged = story.kind != CaseKind.APPOINTMENT
    inside = story.kind == CaseKind.MODERATION
    lead = {As.LEAD}
    found: dict[str, set[As]] = {
        "candidate": set() if inside else {As.CANDIDATE},
        "manager": set() if inside else {As.MANAGER},
        "lead": lead,
        "auditor": {As.OBSERVER},
        "coordinator": lead if inside else set(),
        "hr": set() if inside else {As.HR},
        "recruiter": set(),
    }
    if judged:
        found |= {"chair": {As.CHAIR}, "clerk": {As.CLERK}, "member": {As.MEMBER}, "tied": {As.MEMBER, As.REVIEWER}}
        found |= {"observer": {As.OBSERVER}}
    # before it is accepted nobody has it to judge: who will is as yet one of the council
    found |= {"reviewer": {As.REVIEWER}, "judged": {As.REVIEWER}} if "reviewer" in made.who else {}
    found |= {"moderator": {As.MODERATOR}} if "moderator" in made.who else {}
    found |= {"hearer": {As.HEARER}} if "hearer" in made.who else {}
    if not judged or "appointment" in made.ids:
        for who in ("recruiter", "hr", "lead"):  # keepers of vacancies recruit as well
            found[who] = found[who] | {As.RECRUITER}
    return {who: frozenset(parts) for who, parts in found.items()}
