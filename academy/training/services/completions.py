"""Completions: what follows from attendance, what the academy notes, and taking back what was wrong."""

from datetime import date, datetime, timedelta
from typing import cast

from academy.development.rules.course_entries import Learning
from academy.development.services.course_entries import offer_from_course
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.training.choices import CAME, MOST_NOTE, CompletionSource
from academy.training.models import Booking, Completion, Course
from academy.training.rules.completions import can_be_completed_on, is_completed, origin_of, valid_until

ATTENDANCE_CORRECTED = "The attendance was corrected."


@command("training.completion.attend")
def record_attendance(*, booking: Booking, by: Actor, at: datetime) -> Completion | None:
    """What follows from how somebody took part: her completion of the course, and a draft in her own log to finish.

    Told again after a correction it follows it: a completion comes, goes or stays, and a draft is offered once only.
    Returns the completion that stands, None where attendance makes none. Refuses who may not keep attendance.
    """
    if not allows("training.attendance.keep", by, booking):
        raise Refused("Attendance is kept by the academy that holds the event and by whoever teaches it.")
    completion = _stored(booking, by=by, at=at)
    record(completion or booking, note="attendance", about=booking.person_id, organisation=booking.organisation_id)
    if booking.state in CAME:
        offer_from_course(
            author=booking.person,
            organisation=booking.organisation,
            learning=learning_from(booking),
            by=by,
            at=at,
        )
    return completion


@command("training.completion.note")
def note(*, person: Person, course: Course, completed_on: date, by: Actor, at: datetime) -> Completion:
    """Note that somebody finished a course outside what the portal saw, on a day (S0-31).

    Refuses anybody but the academy of the person's organisation, days to come, and what is noted already.
    """
    if not (allows("training.completion.note", by, person) and allows("training.completion.import", by)):
        raise Refused("Only the academy of her organisation notes what somebody finished.")
    decision = can_be_completed_on(completed_on, on=by.on)
    if not decision.allowed:
        raise Refused(decision.reason, field="completed_on")
    same = Completion.objects.standing().filter(person=person, course=course, completed_on=completed_on)
    if same.exists():
        raise Refused("This is in her record already, for the same day.", field="course")
    made = Completion.objects.create(
        person=person,
        organisation_id=cast(int, by.organisation_id),
        course=course,
        completed_on=completed_on,
        valid_until=valid_until(completed_on, course.valid_months),
        source=CompletionSource.NOTED,
        noted_by_id=by.person_id,
        noted_at=at,
    )
    record(made, moved=("", CompletionSource.NOTED), about=person.pk, organisation=by.organisation_id)
    return made


@command("training.completion.withdraw")
def withdraw(*, completion: Completion, reason: str, by: Actor, at: datetime) -> Completion:
    """Take back a completion that was wrong. It stays in the record with the reason, and counts nowhere.

    Refuses anybody but the academy of its organisation, one taken back before, and no reason.
    """
    held = Completion.objects.select_for_update().get(pk=completion.pk)
    if not allows("training.completion.withdraw", by, held):
        raise Refused("Only the academy takes back a completion.")
    if held.withdrawn_at is not None:
        raise Refused("This was taken back already.")
    reason = reason.strip()
    if not reason or len(reason) > MOST_NOTE:
        raise Refused(f"Say in a few words why, in at most {MOST_NOTE:,} characters.", field="reason")
    held.withdrawn_at, held.withdrawn_because = at, reason
    held.save(update_fields=["withdrawn_at", "withdrawn_because"])
    record(held, changed=("withdrawn_at",), about=held.person_id, organisation=held.organisation_id)
    return held


def learning_from(booking: Booking) -> Learning:
    """What the portal knows of the learning behind a booking: the event's days, its title, the course's statements."""
    event, course = booking.event, booking.event.course
    days = event.days.values_list("starts_at", "ends_at")
    return Learning(
        origin=origin_of(booking.pk),
        title=event.title or course.title,
        started_on=event.starts_on,
        ended_on=event.ends_on,
        length=sum((ends_at - starts_at for starts_at, ends_at in days), timedelta()),
        statement_ids=frozenset(course.statements.values_list("pk", flat=True)),
    )


def _stored(booking: Booking, *, by: Actor, at: datetime) -> Completion | None:
    """The completion of a booking, made, taken back or brought back as its state says."""
    held = Completion.objects.select_for_update().filter(booking=booking).first()
    if not is_completed(booking.state):
        if held is not None and held.withdrawn_at is None:
            _mark(held, withdrawn_at=at, because=ATTENDANCE_CORRECTED)
        return None
    if held is None:
        return _attended(booking, by=by, at=at)
    if held.withdrawn_because == ATTENDANCE_CORRECTED:
        _mark(held, withdrawn_at=None, because="")
    return held if held.withdrawn_at is None else None


def _mark(held: Completion, *, withdrawn_at: datetime | None, because: str) -> None:
    held.withdrawn_at, held.withdrawn_because = withdrawn_at, because
    held.save(update_fields=["withdrawn_at", "withdrawn_because"])


def _attended(booking: Booking, *, by: Actor, at: datetime) -> Completion:
    course, completed_on = booking.event.course, booking.event.ends_on
    return Completion.objects.create(
        person_id=booking.person_id,
        organisation_id=booking.organisation_id,
        course=course,
        completed_on=completed_on,
        valid_until=valid_until(completed_on, course.valid_months),
        source=CompletionSource.ATTENDANCE,
        booking=booking,
        noted_by_id=by.person_id,
        noted_at=at,
    )
