"""Who has how many cases to review, and how long reviews take, for the academy lead. Never what anybody wrote."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

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
# No more of each row than is counted: there are thousands.
COLUMNS = ("state", "answer_by", "due_on", "asked_at", "answered_at", "done_at")


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
    over the cases of which the actor sees who has them: one she is out of counts nowhere. Two queries."""
    here = {"case__organisation_id": actor.organisation_id, "asked_at__date__gt": actor.on - YEAR}
    seen = Assignment.objects.reviews().filter(of_cases_seen(actor, Sight.ASSIGNMENTS), **here)
    given: dict[int, list[Given]] = {}
    for person_id, *row in seen.order_by("pk").values_list("person_id", *COLUMNS):
        given.setdefault(person_id, []).append(_given(row))
    people = Person.objects.filter(pk__in=given).order_by("family_name", "given_name", "pk")
    return [Load(person, turnaround_of(given[person.pk], on=actor.on)) for person in people]


def lines_of(loads: Iterable[Load]) -> Iterator[list[str]]:
    """The same as lines of a table, under `HEADINGS`."""
    for load in loads:
        has = load.turnaround
        counts = (has.asked, has.waiting, has.in_hand, has.done, has.declined, has.late)
        yield [load.person.full_name, *map(str, counts), load.days_to_answer, load.days_to_hand_in]


def _given(row: Sequence[Any]) -> Given:
    """From the columns of a row, in the order of `COLUMNS`."""
    state, answer_by, due_on, asked_at, answered_at, done_at = row
    return Given(
        state=AssignmentState(state),
        asked_on=timezone.localdate(asked_at),
        answer_by=answer_by,
        due_on=due_on,
        answered_on=timezone.localdate(answered_at) if answered_at else None,
        done_on=timezone.localdate(done_at) if done_at else None,
    )


def _days(number: float | None) -> str:
    return "" if number is None else f"{number:g}"
