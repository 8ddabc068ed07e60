"""Planned supervision: both are reminded the day before."""

from collections.abc import Iterator

from django.db.models import F

from academy.development.choices.supervisions import SessionState
from academy.development.models import Supervision
from academy.engines.reminders.deadlines import HERSELF, Asked, Audience, Deadline, Found, Line, Offset, Told, declare
from academy.engines.reminders.wording import when

SUPERVISOR = Audience("her supervisor", lambda on: F("supervisor_id"))


def _planned(asked: Asked) -> Iterator[Found]:
    yield Found(rows=Supervision.objects.filter(state=SessionState.PLANNED), due="planned_on")


def _line(told: Told) -> Line:
    whose = "Your supervision" if told.is_own else f"Supervision with {told.about.full_name}"
    verb = "is" if told.days_left >= 0 else "was"
    return Line(f"{whose} {verb} planned for {when(told)}.", Supervision(pk=told.subject_id).get_absolute_url())


SUPERVISION = Deadline(
    key="development.supervision",
    title="A supervision session that is planned",
    find=_planned,
    offsets=(Offset(-1, to=(HERSELF, SUPERVISOR)),),
    line=_line,
    is_optional=True,
)

declare(SUPERVISION)
