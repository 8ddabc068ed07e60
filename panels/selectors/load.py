"""Who has how many cases to review, and how long reviews take, for the academy lead. Never what anybody wrote."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from academy.identity.actor import Actor
from academy.identity.models import Person
from panels.choices.judging import AssignmentState
from panels.models import Assignment
from panels.querysets.cases import of_cases_seen
from panels.rules.turnaround import Given, Turnaround, turnaround_of
from panels.rules.visibility import Sight

YEAR = timedelta(days=365)
HEADINGS = (
    "Reviewer",
    "Asked",
    "Not answered yet",
    "In hand",
    "Done",
    "Declined",
    "Late",
    "Days to answer (median)",
    "Days to hand in (median)",
)


@dataclass(frozen=True)
class Load:
    """A reviewer and how she stands."""

    person: Person
    turnaround: Turnaround

    @property
    def days_to_answer(self) -> str:
        return _days(self.turnaround.days_to_answer)

    @property
    def days_to_hand_in(self) -> str:
        return _days(self.turnaround.days_to_hand_in)


def loads_of(actor: Actor) -> list[Load]:
    """Everybody who was asked for a review in the organisation acted in within the last twelve months, by name, counted
    over the cases of which the actor sees who has them: one she is out of counts nowhere. One query."""
    here = {"case__organisation_id": actor.organisation_id, "asked_at__date__gt": actor.on - YEAR}
    seen = Assignment.objects.reviews().filter(of_cases_seen(actor, Sight.ASSIGNMENTS), **here)
    rows = seen.select_related("person").order_by("person__family_name", "person__given_name", "person_id", "pk")
    people: dict[int, Person] = {}
    given: dict[int, list[Given]] = {}
    for row in rows:
        people[row.person_id] = row.person
        given.setdefault(row.person_id, []).append(_given(row))
    return [Load(people[pk], turnaround_of(hers, on=actor.on)) for pk, hers in given.items()]


def lines_of(loads: Iterable[Load]) -> Iterator[list[str]]:
    """The same as lines of a table, under `HEADINGS`."""
    for load in loads:
        has = load.turnaround
        counts = (has.asked, has.waiting, has.in_hand, has.done, has.declined, has.late)
        yield [load.person.full_name, *map(str, counts), load.days_to_answer, load.days_to_hand_in]


def _given(row: Assignment) -> Given:
    return Given(
        state=AssignmentState(row.state),
        asked_on=timezone.localdate(row.asked_at),
        answer_by=row.answer_by,
        due_on=row.due_on,
        answered_on=timezone.localdate(row.answered_at) if row.answered_at else None,
        done_on=timezone.localdate(row.done_at) if row.done_at else None,
    )


def _days(number: float | None) -> str:
    return "" if number is None else f"{number:g}"
