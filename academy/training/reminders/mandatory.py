"""Mandatory training that runs out: she is told three months, a month and a week before, until she has booked it."""

from collections.abc import Iterator

from academy.engines.reminders.deadlines import Asked, Deadline, Found, Line, Offset, Told, declare
from academy.engines.reminders.wording import when
from academy.training.models import Completion
from academy.training.selectors.running_out import RUNS_OUT_ON, running_out


def _running_out(asked: Asked) -> Iterator[Found]:
    for rows in running_out(asked.first, asked.last, on=asked.on):
        yield Found(rows=rows, due=RUNS_OUT_ON)


def _line(told: Told) -> Line:
    course = Completion.objects.select_related("course").get(pk=told.subject_id).course
    verb = "runs" if told.days_left >= 0 else "ran"
    return Line(f"Mandatory training: “{course.title}” {verb} out on {when(told)}.", course.get_absolute_url())


MANDATORY = Deadline(
    key="training.mandatory",
    title="Mandatory training that runs out",
    find=_running_out,
    offsets=(Offset(-90), Offset(-30), Offset(-7)),
    line=_line,
)

declare(MANDATORY)
