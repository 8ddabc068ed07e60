"""Who reviews for the first time: what she says is looked at once more where the policy asks for it."""

from collections.abc import Collection

from panels.choices.judging import AssignmentState
from panels.models import Assignment


def first_timers(people: Collection[int], *, but: int | None = None) -> frozenset[int]:
    """Of these people, by id, those who have never handed a review in, whatever the panel. `but` is the id of a case
    that does not count: the one that is looked at. One query."""
    done = Assignment.objects.reviews().filter(state=AssignmentState.DONE, person_id__in=people)
    return frozenset(people) - frozenset(done.exclude(case_id=but).values_list("person_id", flat=True))


def is_first_time(person_id: int, *, but: int | None = None) -> bool:
    """Has she never handed a review in, that of this case aside? One query."""
    return bool(first_timers([person_id], but=but))
