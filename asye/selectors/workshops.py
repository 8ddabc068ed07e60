"""Workshops and groups with peers of a cohort, for who plans them: what the policies ask for, which events there are,
and how often everybody came."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from academy.identity.actor import Actor
from academy.people.choices import ServiceKind
from academy.training.selectors.occasions import Occasion, occasions, on_the_way_to
from asye.models import Enrolment
from asye.rules.groups import Came
from asye.rules.parts_of_policy import Group
from asye.rules.workshops import Slot, rhythm_words, slots_of, spans_of
from asye.selectors.groups import groups_in
from asye.selectors.promises import promised_in, rules_by_policy


@dataclass(frozen=True)
class Series:
    """A group of the policies of one sort of service, with the years it is for."""

    code: str
    service: str
    group: Group
    years: tuple[Enrolment, ...]

    @property
    def words(self) -> str:
        return f"{self.group.title}, {ServiceKind(self.service).label.lower()}"


@dataclass(frozen=True)
class Attendee:
    """Somebody with how often she came; `is_coming` says that she has or waits for a place with the next event."""

    year: Enrolment
    came: Came
    is_coming: bool

    @property
    def missed(self) -> int:
        return self.came.need - self.came.have if self.came.has_rhythm else 0

    @property
    def is_behind(self) -> bool:
        """Is she to be invited?"""
        return self.missed > 0 and not self.is_coming

    @property
    def last_on(self) -> date | None:
        return max(self.came.days, default=None)


@dataclass(frozen=True)
class Standing:
    """How a series stands. `next` is the next event that can be booked."""

    series: Series
    slots: Sequence[Slot[Occasion]]
    events: Sequence[Occasion]
    next: Occasion | None
    attendees: Sequence[Attendee]

    @property
    def rhythm(self) -> str:
        return rhythm_words(self.series.group)

    @property
    def gap(self) -> Slot[Occasion] | None:
        """The first stretch, from today's on, for which nothing is planned."""
        return next((each for each in self.slots if each.is_open), None)

    @property
    def behind(self) -> int:
        return sum(each.missed > 0 for each in self.attendees)


def series_of(actor: Actor) -> list[Series]:
    """Every group of the policies of the years that the actor runs the programme for and that have not come to their
    end, by service and title. One query."""
    seen = Enrolment.objects.visible_to(actor).filter(pk__in=Enrolment.objects.run_by(actor).order_by().values("pk"))
    years = list(seen.under_way().select_related("person", "policy").order_by("starts_on", "pk"))
    rules = rules_by_policy(years)
    held: dict[tuple[str, Group], list[Enrolment]] = {}
    for year in years:
        for group in rules[year.policy_id].groups:
            held.setdefault((year.policy.service, group), []).append(year)
    found: list[Series] = []
    for (service, group), theirs in sorted(held.items(), key=lambda each: (each[0][0], each[0][1].title)):
        code = f"{service}-{group.code}"
        same = sum(each.code.partition(".")[0] == code for each in found)
        found.append(Series(f"{code}.{same + 1}" if same else code, service, group, tuple(theirs)))
    return found


def standing_of(series: Series, actor: Actor) -> Standing:
    """How often everybody of it came, those furthest behind first, and the events there are. Fourteen queries at most
    for any number of years."""
    since, on = min(each.starts_on for each in series.years), actor.on
    events = occasions(actor, courses=series.group.courses, since=since)
    ahead = next((each for each in events if each.can_be_booked), None)
    return Standing(
        series=series,
        slots=slots_of(spans_of(series.group, since=since, on=on), [(each.starts_on, each) for each in events], on=on),
        events=events,
        next=ahead,
        attendees=_attendees(series, on_the_way_to(ahead) if ahead else set(), on=on),
    )


def _attendees(series: Series, coming: set[int], *, on: date) -> list[Attendee]:
    rules = rules_by_policy(series.years)
    ran = {pk: promised.ran for pk, promised in promised_in(series.years, on=on).items()}
    came = groups_in(series.years, rules, ran, on=on)
    found = [
        Attendee(
            year,
            next(each for each in came[year.pk] if each.group == series.group),
            year.person_id in coming,
        )
        for year in series.years
    ]
    return sorted(found, key=lambda each: (-each.missed, each.year.person.full_name, each.year.pk))
