"""Who booked, waited, came and said what of the demo's events: places, marks, completions and feedback in bulk.

What follows from an event of the last weeks is left to the act itself: a completion, and a draft in the log of whoever
came. Of events before, everybody has finished her draft or thrown it away.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import cast

from django.utils import timezone

from academy.config.demo.acting import actor
from academy.config.demo.days import Days, moment
from academy.config.demo.dice import Dice
from academy.config.demo.reading import PlaceOf
from academy.config.demo.training_events import Planned
from academy.identity.models import Person
from academy.people.models import Absence
from academy.training.choices import CAME, BookingState, CompletionSource, EventState, Mark
from academy.training.models import AttendanceMark, Booking, Completion, EventDay, Feedback
from academy.training.rules.attendance import outcome
from academy.training.rules.completions import is_completed, valid_until
from academy.training.rules.feedback import ASKED_FOR
from academy.training.selectors.audience import may_book_all
from academy.training.services.completions import record_attendance

ENDED = (BookingState.CANCELLED, BookingState.CANCELLED_LATE)
# Who keeps the attendance sheet, by organisation.
LEADS = {"bristol": "lead", "bexley": "lead-bexley", "herefordshire": "lead-hfds"}
SEATLESS = (BookingState.WAITING, BookingState.OFFERED)
# Of a hundred so many came late, in part or not at all; and of a hundred who came so many said how it was.
MARKS = ((84, Mark.PRESENT), (92, Mark.LATE), (95, Mark.PART), (100, Mark.ABSENT))
SAID = 60
OFFER_DAYS = timedelta(days=2)
TAKEN_ALONG = (
    "To write down whose words they are.",
    "I shall ask before I explain.",
    "The order of the questions. I have it on a card now.",
    "That somebody may decide unwisely, and how to say so in the record.",
    "",
)
BETTER = ("More time for our own cases.", "The room was cold.", "A shorter morning and a longer afternoon.", "", "")


@dataclass
class PlacesTaken:
    """Places of one loading. Nobody is in two places on one day, and nobody learns while away."""

    days: Days
    cast: Mapping[str, Person]
    crowd: Sequence[Person]
    _busy: dict[int, set[date]] = field(default_factory=lambda: defaultdict(set))

    def write(self, planned: Sequence[Planned]) -> list[Booking]:
        """The places of all events, and what follows from those that were held."""
        self._note_absences()
        bookings = Booking.objects.bulk_create(each for event in planned for each in self._places(event))
        held = {each.event.pk: each for each in planned if each.plan.state == EventState.HELD}
        marks = [mark for booking in bookings if booking.event_id in held for mark in self._marks(booking, held)]
        AttendanceMark.objects.bulk_create(marks)
        came = [booking for booking in bookings if booking.state in CAME]
        lately = [booking for booking in came if booking.event.ends_on >= self.days.on - ASKED_FOR]
        for booking in lately:
            self._record(booking)
        earlier = (booking for booking in came if booking not in lately and is_completed(booking.state))
        Completion.objects.bulk_create(self._completion(each) for each in earlier)
        Feedback.objects.bulk_create(filter(None, (self._feedback(each) for each in came)))
        return bookings

    def _note_absences(self) -> None:
        for person_id, first, last in Absence.objects.values_list("person_id", "from_on", "until_on"):
            until = last or self.days.around(365)
            self._busy[person_id] |= {first + timedelta(days=number) for number in range((until - first).days + 1)}

    def _places(self, planned: Planned) -> Iterator[Booking]:
        """Those named, then as many of the crowd as are to come, for whom the course is and who have time."""
        days = {timezone.localdate(day.starts_at) for day in planned.days}
        named = {self.cast[each.who].pk for each in planned.plan.people}
        for each in planned.plan.people:
            person = self.cast[each.who]
            self._busy[person.pk] |= days
            yield self._booking(planned, person, each)
        meant = may_book_all([each.pk for each in self.crowd], planned.event.course, on=min(*days, self.days.on))
        free = [
            each
            for each in self.crowd
            if each.pk not in named and meant[each.pk].allowed and not self._busy[each.pk] & days
        ]
        for person in Dice("places", planned.plan.course, *planned.plan.days).shuffled(free)[: planned.plan.booked]:
            self._busy[person.pk] |= days
            yield self._booking(planned, person, PlaceOf(""))

    def _booking(self, planned: Planned, person: Person, place: PlaceOf) -> Booking:
        dice, event = Dice("asked", person.full_name, planned.event.course.code, *planned.plan.days), planned.event
        asked_on = min(event.starts_on, self.days.on) - timedelta(days=dice.between(20, 27))
        at = moment(asked_on if place.asked is None else self.days.around(place.asked), dice)
        state = place.state or self._usual(planned, dice)
        ended_at = max(at, moment(min(event.starts_on, self.days.on) - timedelta(days=3), dice))
        return Booking(
            event=event,
            person=person,
            organisation=event.organisation,
            state=state,
            asked_at=at,
            seated_at=None if state in SEATLESS else at,
            kept_until=self._offer_ends() if state == BookingState.OFFERED else None,
            ended_at=ended_at if state in ENDED else None,
            booked_by=person,
        )

    def _usual(self, planned: Planned, dice: Dice) -> str:
        """What becomes of a place with an event like this one."""
        if planned.plan.state == EventState.CANCELLED:
            return BookingState.CANCELLED
        if planned.plan.state != EventState.HELD:
            return BookingState.HELD
        mark = _mark(dice)
        return outcome([mark] * len(planned.days), days=len(planned.days))

    def _marks(self, booking: Booking, held: Mapping[int, Planned]) -> Iterator[AttendanceMark]:
        """Marks that make of the place what it is."""
        if booking.state in ENDED:
            return
        for day in held[booking.event_id].days:
            yield AttendanceMark(
                booking=booking,
                day=day,
                mark=self._mark_of(booking, day),
                marked_by=self._lead(booking),
                marked_at=day.ends_at,
            )

    def _mark_of(self, booking: Booking, day: EventDay) -> Mark:
        if booking.state == BookingState.NO_SHOW:
            return Mark.ABSENT
        if booking.state == BookingState.PART:
            return Mark.PART
        return Mark.LATE if Dice("late", booking.person.full_name, day.starts_at).happens(6) else Mark.PRESENT

    def _lead(self, booking: Booking) -> Person:
        return self.cast[LEADS[booking.event.organisation.slug]]

    def _record(self, booking: Booking) -> None:
        """What followed when the academy closed the sheet."""
        event = booking.event
        lead = actor(self._lead(booking), event.organisation, event.ends_on)
        record_attendance(booking=booking, by=lead, at=cast(datetime, event.closed_at))

    def _completion(self, booking: Booking) -> Completion:
        event = booking.event
        return Completion(
            person=booking.person,
            organisation=booking.organisation,
            course=event.course,
            completed_on=event.ends_on,
            valid_until=valid_until(event.ends_on, event.course.valid_months),
            source=CompletionSource.ATTENDANCE,
            booking=booking,
            noted_at=event.closed_at,
        )

    def _feedback(self, booking: Booking) -> Feedback | None:
        dice = Dice("feedback", booking.person.full_name, booking.event.course.code)
        if not dice.happens(SAID):
            return None
        given_on = min(booking.event.ends_on + timedelta(days=dice.between(1, 9)), self.days.yesterday)
        return Feedback(
            booking=booking,
            useful=dice.pick((4, 4, 3, 3, 3, 2)),
            takes_along=dice.pick(TAKEN_ALONG),
            better=dice.pick(BETTER),
            given_at=moment(given_on, dice),
        )

    def _offer_ends(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.days.on + OFFER_DAYS, time(12)))


def _mark(dice: Dice) -> Mark:
    thrown = dice.below(100)
    return next(mark for most, mark in MARKS if thrown < most)
