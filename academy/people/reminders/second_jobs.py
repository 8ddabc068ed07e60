"""A permission for a second job that ends: it is declared anew, or the job ends (S2-38, S2-44)."""

from collections.abc import Iterator

from django.urls import reverse

from academy.engines.reminders.deadlines import HERSELF, Asked, Deadline, Found, Line, Offset, Told, declare
from academy.engines.reminders.wording import when
from academy.people.reminders.records import LINE_MANAGER
from academy.people.selectors.second_jobs import unrenewed


def _ending(asked: Asked) -> Iterator[Found]:
    yield Found(rows=unrenewed().order_by(), due="renew_on")


def _line(told: Told) -> Line:
    whose = "your second job" if told.is_own else f"the second job of {told.about.full_name}"
    verb = "ends on" if told.days_left >= 0 else "ended on"
    return Line(
        f"The permission for {whose} {verb} {when(told)}.", reverse("people:second-job", args=[told.subject_id])
    )


RENEWAL = Deadline(
    key="people.second_job",
    title="A permission for a second job that ends",
    find=_ending,
    offsets=(Offset(-30), Offset(-7), Offset(0), Offset(14, to=(HERSELF, LINE_MANAGER))),
    line=_line,
)

declare(RENEWAL)
