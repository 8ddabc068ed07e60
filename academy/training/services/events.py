"""The academy's events: planning, opening, changing and cancelling them. Whoever has a place is told what changed."""

from dataclasses import dataclass, replace
from datetime import datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.training.choices import LIVE, EventState
from academy.training.models import AttendanceMark, Booking, Course, EventDay, EventTeaching, TrainingEvent
from academy.training.rules.calendar import CalendarDay
from academy.training.rules.event_days import PlannedDay, capacity_faults, day_faults
from academy.training.selectors.calendars import calendar_days
from academy.training.selectors.places import seats
from academy.training.services.place_notices import tell_event_cancelled, tell_event_changed
from academy.training.services.places import locked, move_up, portal
from academy.training.services.requests import withdraw_with_place
from academy.training.workflow import BOOKING, EVENT

WORDS = ("title", "place", "url", "tutor", "about", "mainly_for")
NUMBERS = ("capacity", "minimum")


@dataclass(frozen=True, kw_only=True)
class EventPlan:
    """What the academy says of an event: its days, where or by which link, who holds it, and for how many people."""

    days: tuple[PlannedDay, ...]
    capacity: int
    minimum: int = 1
    title: str = ""
    place: str = ""
    url: str = ""
    tutor: str = ""
    about: str = ""
    mainly_for: str = ""
    holders: tuple[Person, ...] = ()


@command("training.event.plan")
def plan(*, course: Course, plan: EventPlan, by: Actor, at: datetime) -> TrainingEvent:
    """Plan an event of a course; nobody but the academy and who holds it sees it until it is opened.

    Refuses a course that is asked for outside, days that cannot be, numbers that do not fit, and an event that is
    neither somewhere nor by a link.
    """
    if not allows("training.event.keep", by, course):
        raise Refused("Only the academy plans events.")
    if course.is_external:
        raise Refused("This course is given elsewhere and asked for, not booked. Choose another.", field="course")
    _judge(plan, taken=0)
    _judge_days(plan, at=at)
    event = TrainingEvent(course=course, organisation=course.organisation, changed_at=at)
    _write(event, plan)
    event.save()
    _write_days(event, plan)
    _write_holders(event, plan)
    record(event, moved=("", EventState.PLANNED), organisation=event.organisation_id)
    return event


@command("training.event.open")
def open_booking(*, event: TrainingEvent, by: Actor, at: datetime) -> TrainingEvent:
    """Open an event for booking. Refuses one whose first day has come meanwhile."""
    days = tuple(PlannedDay(day.starts_at, day.ends_at) for day in event.days.all())
    fault = day_faults(days, at=at)
    if fault:
        raise Refused(f"{fault} Change its days first.")
    return apply(EVENT, "open", event, by=by, at=at)


@command("training.event.change")
def change(*, event: TrainingEvent, plan: EventPlan, by: Actor, at: datetime) -> TrainingEvent:
    """Change an event that is planned or open. Everybody on the way to it is told when days, place or link change, with
    a calendar file that changes it there; more seats are offered to who waits.

    Refuses what `plan` refuses, fewer seats than are taken, and other days once attendance is marked.
    """
    if not allows("training.event.keep", by, event):
        raise Refused("Only the academy changes events.")
    event = locked(event.pk)
    if event.state not in (EventState.PLANNED, EventState.OPEN):
        raise Refused("This event is over or cancelled. It stays as it is.")
    _judge(plan, taken=seats(event).taken)
    before = _whereabouts(event)
    gone = _change_days(event, plan, at=at)
    _write(event, plan)
    is_moved = before != (plan.place, plan.url, plan.title) or gone is not None
    event.changed_at = at
    event.edition += is_moved
    event.save()
    _write_holders(event, plan)
    record(event, changed=(*WORDS, *NUMBERS, "days", "teaching", "edition"), organisation=event.organisation_id)
    if is_moved and event.state == EventState.OPEN:
        for booking in _on_the_way(event):
            tell_event_changed(booking, gone or (), by=portal(by.on), at=at)
    move_up(event=event, by=by, at=at)
    return event


@command("training.event.cancel")
def cancel_event(*, event: TrainingEvent, reason: str, by: Actor, at: datetime) -> TrainingEvent:
    """Cancel an event with a reason, which everybody on the way to it is told; their places end, never as late."""
    reason = reason.strip()
    if not reason:
        raise Refused("Give a reason. Everybody who has a place reads it.", field="reason")
    current = locked(event.pk)
    TrainingEvent.objects.filter(pk=current.pk).update(cancelled_because=reason, edition=current.edition + 1)
    cancelled = apply(EVENT, "cancel", current, by=by, at=at, note=reason)
    for booking in _on_the_way(cancelled):
        end_with_event(booking=booking, reason=reason, by=portal(by.on), at=at)
    return cancelled


@command("training.booking.end_with_event")
def end_with_event(*, booking: Booking, reason: str, by: Actor, at: datetime) -> Booking:
    """End a place because its event is cancelled, and tell her why."""
    ended = apply(BOOKING, "cancel", booking, by=by, at=at)
    tell_event_cancelled(ended, reason, was_held=booking.is_held, by=by, at=at)
    withdraw_with_place(ended, by=by, at=at)
    return ended


def _judge(plan: EventPlan, *, taken: int) -> None:
    fault = capacity_faults(capacity=plan.capacity, minimum=plan.minimum, taken=taken)
    if fault:
        field, reason = fault
        raise Refused(reason, field=field)
    if not plan.place and not plan.url:
        raise Refused("Say where it is, or give the link for those who take part by video.", field="place")


def _judge_days(plan: EventPlan, *, at: datetime) -> None:
    fault = day_faults(plan.days, at=at)
    if fault:
        raise Refused(fault, field="days")


def _write(event: TrainingEvent, plan: EventPlan) -> None:
    for name in (*WORDS, *NUMBERS):
        setattr(event, name, getattr(plan, name))
    event.starts_on = min(day.on for day in plan.days)
    event.ends_on = max(day.on for day in plan.days)


def _write_days(event: TrainingEvent, plan: EventPlan) -> None:
    EventDay.objects.bulk_create(
        EventDay(event=event, starts_at=day.starts_at, ends_at=day.ends_at, place=day.place)
        for day in sorted(plan.days, key=lambda day: day.starts_at)
    )


def _change_days(event: TrainingEvent, plan: EventPlan, *, at: datetime) -> tuple[CalendarDay, ...] | None:
    """Write the days if they are others, and return those there are no longer; None when they are as they were."""
    known = tuple(PlannedDay(day.starts_at, day.ends_at, day.place) for day in event.days.all())
    if known == tuple(sorted(plan.days, key=lambda day: day.starts_at)):
        return None
    _judge_days(plan, at=at)
    if AttendanceMark.objects.filter(day__event=event).exists():
        raise Refused("Attendance is marked already, so the days stay as they are.", field="days")
    old = calendar_days(event)
    event.days.all().delete()
    _write_days(event, plan)
    return tuple(replace(day, is_cancelled=True) for day in old[len(plan.days) :])


def _write_holders(event: TrainingEvent, plan: EventPlan) -> None:
    wanted = {person.pk for person in plan.holders}
    event.teaching.exclude(person_id__in=wanted).delete()
    known = set(event.teaching.values_list("person_id", flat=True))
    EventTeaching.objects.bulk_create(EventTeaching(event=event, person_id=pk) for pk in sorted(wanted - known))


def _whereabouts(event: TrainingEvent) -> tuple[str, str, str]:
    return event.place, event.url, event.title


def _on_the_way(event: TrainingEvent) -> list[Booking]:
    """Everybody who has a place or waits for one, first come first."""
    live = Booking.objects.filter(event=event, state__in=LIVE).select_related("person", "event__course")
    return list(live.order_by("asked_at", "pk"))
