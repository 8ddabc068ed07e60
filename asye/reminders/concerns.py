"""A plan of support comes to the day on which it is looked at again: those who support her hear with her."""

from collections.abc import Iterator

from django.urls import reverse

from academy.engines.reminders.deadlines import Asked, Deadline, Found, Line, Offset, Told, declare
from academy.engines.reminders.wording import when
from asye.choices.enrolments import RUNNING
from asye.choices.year import ConcernState
from asye.models import Concern
from asye.reminders.audiences import EVERYBODY, WITH_MANAGER


def _to_review(asked: Asked) -> Iterator[Found]:
    within = Concern.objects.filter(state=ConcernState.OPEN, plan_review_on__range=(asked.first, asked.last))
    rows = within.filter(enrolment__state__in=RUNNING)
    yield Found(rows=rows, person="enrolment__person_id", due="plan_review_on")


def _line(told: Told) -> Line:
    """That there is a plan, and never what for."""
    whose = "Your plan of support" if told.is_own else f"The plan of support for {told.about.full_name}"
    verb = "is" if told.days_left >= 0 else "was"
    words = f"{whose} {verb} to be looked at again on {when(told)}."
    return Line(words, reverse("asye:concern", args=[told.subject_id]))


PLAN_REVIEW = Deadline(
    key="asye.plan_of_support",
    title="A plan of support that is looked at again",
    find=_to_review,
    offsets=(Offset(-7, to=WITH_MANAGER), Offset(0, to=WITH_MANAGER), Offset(7, to=EVERYBODY)),
    line=_line,
)

declare(PLAN_REVIEW)
