"""Reviews: who meets is reminded before the day; when none was held the line manager hears, then the co-ordinator."""

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse

from academy.engines.reminders.deadlines import Asked, Deadline, Found, Line, Offset, Told, declare
from academy.engines.reminders.wording import when
from asye.choices.enrolments import RUNNING
from asye.choices.year import MilestoneKind, ReviewState
from asye.models import Review
from asye.reminders.audiences import EVERYBODY, PAIR, WITH_MANAGER

OFFSETS = (
    *(Offset(days, to=PAIR) for days in (-28, -14, -7, 0)),
    Offset(7, to=WITH_MANAGER),
    Offset(21, to=EVERYBODY),
)


def _reviews(asked: Asked) -> Iterator[Found]:
    yield _to_hold(MilestoneKind.REVIEW, asked)


def _finals(asked: Asked) -> Iterator[Found]:
    yield _to_hold(MilestoneKind.FINAL, asked)


def _to_hold(kind: MilestoneKind, asked: Asked) -> Found:
    within = Q(milestone__due_on__range=(asked.first, asked.last))
    scheduled = Review.objects.filter(within, state=ReviewState.SCHEDULED, milestone__kind=kind)
    rows = scheduled.filter(milestone__done_on=None, enrolment__state__in=RUNNING)
    return Found(rows=rows, person="enrolment__person_id", due="milestone__due_on")


def _review_line(told: Told) -> Line:
    return _line("review", told)


def _final_line(told: Told) -> Line:
    return _line("final review", told)


def _line(what: str, told: Told) -> Line:
    """Says that it is due and that none is noted; what it is about is read on its page."""
    whose = f"A {what} of your ASYE" if told.is_own else f"A {what} of {told.about.full_name}’s ASYE"
    verb, then = ("is", "") if told.days_left >= 0 else ("was", " None is noted as held.")
    return Line(f"{whose} {verb} due on {when(told)}.{then}", reverse("asye:review", args=[told.subject_id]))


REVIEW = Deadline(key="asye.review", title="A review of an ASYE", find=_reviews, offsets=OFFSETS, line=_review_line)
FINAL = Deadline(
    key="asye.final_review", title="The final review of an ASYE", find=_finals, offsets=OFFSETS, line=_final_line
)

declare(REVIEW, FINAL)
