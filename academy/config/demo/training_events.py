"""Events of the academies in the demo, held and to come, written in bulk."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from academy.config.demo import reading
from academy.config.demo.cast import Cast
from academy.config.demo.days import teaching_day
from academy.config.demo.reading import EventPlan
from academy.engines.reference.choices import Origin
from academy.training.choices import EventState
from academy.training.models import Course, EventDay, EventTeaching, TrainingEvent

PLACES = {
    "bristol": "Room 2, Bridge House",
    "bexley": "Training suite, Danson Rooms",
    "herefordshire": "Seminar room, Wye House",
}
BEGINS, ENDS, NOON = time(9, 30), time(16, 30), time(12, 45)
# So long before its first day an event is opened, and so long an event to come is open at least.
OPENED_BEFORE, OPEN_SINCE = timedelta(days=90), timedelta(days=30)


@dataclass(frozen=True)
class Planned:
    """An event with its plan and its days, as they were written."""

    plan: EventPlan
    event: TrainingEvent
    days: tuple[EventDay, ...]


@dataclass(frozen=True)
class Events:
    """The events of one loading."""

    cast: Cast

    def write(self) -> list[Planned]:
        """All of the file, with the length of their courses, in the order of the file."""
        plans = reading.training_events()
        courses = self._courses(plans)
        events = TrainingEvent.objects.bulk_create(self._event(plan, courses[plan.course]) for plan in plans)
        days = [self._days(plan, event) for plan, event in zip(plans, events, strict=True)]
        EventDay.objects.bulk_create(day for each in days for day in each)
        EventTeaching.objects.bulk_create(
            EventTeaching(event=event, person=self.cast.people[key])
            for plan, event in zip(plans, events, strict=True)
            for key in plan.holders
        )
        return [Planned(*each) for each in zip(plans, events, map(tuple, days), strict=True)]

    def _courses(self, plans: list[EventPlan]) -> dict[str, Course]:
        """The courses by their code. Their academy has published how long they take; the sources do not say."""
        rows = Course.objects.select_related("organisation")
        courses = {f"{row.organisation.slug}/{row.code}": row for row in rows}
        for plan in plans:
            courses[plan.course].days, courses[plan.course].origin = Decimal(str(plan.length)), Origin.PUBLISHED
        Course.objects.bulk_update({courses[plan.course] for plan in plans}, ["days", "origin"])
        return courses

    def _event(self, plan: EventPlan, course: Course) -> TrainingEvent:
        days, yesterday = self._on(plan), self.cast.days.yesterday
        opened_at = min(_at(days[0], BEGINS) - OPENED_BEFORE, _at(yesterday, BEGINS) - OPEN_SINCE)
        is_over = plan.state in (EventState.HELD, EventState.CANCELLED)
        closed_at = _at(min(days[-1], yesterday), ENDS) if is_over else None
        return TrainingEvent(
            organisation=course.organisation,
            course=course,
            place=PLACES[course.organisation.slug],
            tutor=plan.tutor or "The academy",
            mainly_for=plan.mainly_for,
            capacity=plan.capacity,
            minimum=min(plan.minimum, plan.capacity),
            starts_on=days[0],
            ends_on=days[-1],
            state=plan.state,
            opened_at=None if plan.state == EventState.PLANNED else opened_at,
            closed_at=closed_at,
            changed_at=closed_at or opened_at,
            cancelled_because=plan.because,
        )

    def _days(self, plan: EventPlan, event: TrainingEvent) -> list[EventDay]:
        ends = NOON if plan.half else ENDS
        return [EventDay(event=event, starts_at=_at(day, BEGINS), ends_at=_at(day, ends)) for day in self._on(plan)]

    def _on(self, plan: EventPlan) -> list[date]:
        """Its days, none of them twice: around New Year two may fall on one."""
        return sorted({teaching_day(self.cast.days.around(number)) for number in plan.days})


def _at(day: date, clock: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, clock))
