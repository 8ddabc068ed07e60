"""Interviews for a post: she is reminded before hers, and human resources while she waits for an answer after it."""

from collections.abc import Iterator
from datetime import date

from django.db.models import OuterRef
from django.db.models.expressions import Combinable
from django.db.models.functions import TruncDate
from django.urls import reverse

from academy.engines.reminders.deadlines import Asked, Audience, Deadline, Found, Line, Offset, Told, declare
from academy.engines.reminders.wording import when
from academy.people.choices import RoleCode
from academy.people.models import RoleHolding
from academy.people.querysets import holds_on
from academy.training.rules.event_days import LONDON
from panels.choices.outcomes import AppointmentState
from panels.models import Appointment
from panels.reminders.audiences import first_free


def _staff(on: date) -> Combinable:
    """The first of human resources of the whole organisation who is not out of the case."""
    held = RoleHolding.objects.filter(holds_on(on), role=RoleCode.HR, service=None)
    return first_free(held.filter(organisation_id=OuterRef("case__organisation_id")))


STAFF = Audience("human resources", _staff)


def _interviews(asked: Asked) -> Iterator[Found]:
    """Each interview somebody is invited to, by its day in London; over once it is recorded how it ended."""
    rows = Appointment.objects.filter(state=AppointmentState.INVITED)
    days = rows.annotate(interview_on=TruncDate("interview_at", tzinfo=LONDON))
    yield Found(rows=days, subject="case_id", person="case__person_id", due="interview_on")


def _line(told: Told) -> Line:
    page = reverse("panels:case", args=[told.subject_id])
    return Line(f"Your interview for a post is on {when(told)}. Its page says when and where.", page)


def _answer_line(told: Told) -> Line:
    page = reverse("panels:case", args=[told.subject_id])
    return Line(f"{told.about.full_name} waits for an answer after the interview on {when(told)}.", page)


INTERVIEW = Deadline(
    key="panels.appointment.interview",
    title="An interview for a post",
    find=_interviews,
    offsets=(Offset(-7), Offset(-1), Offset(0)),
    line=_line,
)
ANSWER = Deadline(
    key="panels.appointment.answer",
    title="An answer after an interview for a post",
    find=_interviews,
    offsets=(Offset(3, to=(STAFF,)), Offset(10, to=(STAFF,))),
    line=_answer_line,
)

declare(INTERVIEW, ANSWER)
