"""Dates of years whose thing has not happened, by what the year itself notes and by what is known from elsewhere."""

from collections.abc import Collection
from datetime import date

from asye.choices.enrolments import RUNNING
from asye.choices.year import MilestoneKind, ReviewState
from asye.models import Enrolment, Milestone
from asye.rules.board import is_asked
from asye.selectors.happened import handed_in_on, happened_on, observed_on


def to_come(enrolments: Collection[Enrolment]) -> dict[int, list[Milestone]]:
    """By the id of the year, for each of them: its dates that are not done, gone by or ahead, in their order. Reviews
    that are not held are none, and once the outcome is recommended only the panel is. Each has its review, if it is
    one. Four queries."""
    found: dict[int, list[Milestone]] = {each.pk: [] for each in enrolments}
    states = {each.pk: each.state for each in enrolments}
    there = Milestone.objects.filter(enrolment_id__in=found).exclude(review__state=ReviewState.WAIVED)
    rows = list(there.select_related("review").order_by("due_on", "pk"))
    happened = happened_on(rows, enrolments)
    for row in rows:
        is_done = row.done_on is not None or row.pk in happened
        if not is_done and is_asked(row.kind, states[row.enrolment_id]):
            found[row.enrolment_id].append(row)
    return found


def observations_awaited(first: date, last: date) -> list[int]:
    """Ids of the dates of observations due between two days for which as many are not complete: the third of a year
    waits as long as there are two. Two queries."""
    there = Milestone.objects.filter(kind=MilestoneKind.OBSERVATION, enrolment__state__in=RUNNING)
    years = there.filter(done_on=None, due_on__range=(first, last)).order_by().values("enrolment_id")
    rows = list(there.filter(enrolment_id__in=years).select_related("enrolment").order_by("due_on", "pk"))
    happened = observed_on(rows, [row.enrolment for row in rows])
    within = (row for row in rows if row.done_on is None and first <= row.due_on <= last)
    return [row.pk for row in within if row.pk not in happened]


def submissions_awaited(first: date, last: date) -> list[int]:
    """Ids of the dates of portfolios due between two days that were not handed in. Two queries."""
    due = Milestone.objects.filter(kind=MilestoneKind.SUBMISSION, done_on=None, enrolment__state__in=RUNNING)
    rows = list(due.filter(due_on__range=(first, last)).order_by("due_on", "pk"))
    happened = handed_in_on(rows)
    return [row.pk for row in rows if row.pk not in happened]
