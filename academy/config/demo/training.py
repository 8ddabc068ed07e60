"""Training in the demo: an event of Bristol's academy that was held last week, and what everybody finished before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from academy.config.demo.acting import actor
from academy.config.demo.cast import Cast
from academy.config.demo.days import Days, moment, working_day
from academy.config.demo.dice import Dice
from academy.identity.models import Person
from academy.people.models import Post
from academy.people.querysets import holds_on
from academy.training.choices import BookingState, CompletionSource, EventState
from academy.training.models import Booking, Completion, Course, EventDay, TrainingEvent
from academy.training.rules.completions import valid_until
from academy.training.rules.gaps import Gaps
from academy.training.selectors.gaps import gaps_of
from academy.training.services.attendance import close, mark_rest

HELD_COURSE = "safeguarding-adults"
ATTENDED = ("tom", "jo", "mei-ling", "support", "nqsw")
HELD_DAYS_AGO = 5
# Of a hundred lines of the matrix so many are done, at most so long ago.
DONE = 85
LONGEST_AGO = 420
# The occupational therapist of Bexley did hers so long ago that it runs out soon.
RUNS_OUT = {"ot-bexley": 330}
# Who was asked to do it again by a day to come, and who has not done it at all: by person, code and days from now.
DUE_AGAIN = {("practitioner", "safeguarding-adults"): 53, ("nqsw", "introduction-to-legal-framework"): 40}
NOT_YET = {("practitioner", "welfare-benefits-intro"), ("nqsw", "welfare-benefits-intro")}


@dataclass(frozen=True)
class Training:
    """What was learnt with the academies of the demo."""

    cast: Cast

    @property
    def days(self) -> Days:
        return self.cast.days

    def event_of_last_week(self) -> TrainingEvent:
        """A day of a mandatory course that a few of the cast attended, with its sheet closed by the academy lead."""
        council = self.cast.places.organisations["bristol"]
        course = Course.objects.get(organisation=council, code=HELD_COURSE)
        held_on = working_day(self.days.around(-HELD_DAYS_AGO))
        begun = timezone.make_aware(datetime.combine(held_on, time(9, 30)))
        event = TrainingEvent.objects.create(
            organisation=council,
            course=course,
            place="Room 2, Bridge House",
            tutor="The academy",
            capacity=14,
            minimum=4,
            starts_on=held_on,
            ends_on=held_on,
            state=EventState.OPEN,
            opened_at=begun - timedelta(days=40),
            changed_at=begun - timedelta(days=40),
        )
        day = EventDay.objects.create(event=event, starts_at=begun, ends_at=begun + timedelta(hours=6, minutes=30))
        Booking.objects.bulk_create(self._place(event, self.cast.people[key], begun) for key in ATTENDED)
        lead, at = actor(self.cast.people["lead"], council, held_on), begun + timedelta(hours=7)
        mark_rest(event=event, day=day, by=lead, at=at)
        return close(event=event, by=lead, at=at)

    def completions_of_everybody(self) -> int:
        """What people finished of what is required of them, noted by their academies, in bulk; returns how many."""
        posts = Post.objects.filter(holds_on(self.days.on)).values("person_id")
        people = list(Person.objects.filter(pk__in=posts).order_by("pk"))
        courses = {course.get_absolute_url(): course for course in Course.objects.select_related("organisation")}
        gaps = gaps_of([person.pk for person in people], on=self.days.yesterday)
        finished = (row for person in people for row in self._finished(person, gaps[person.pk], courses))
        return len(Completion.objects.bulk_create(finished))

    def _place(self, event: TrainingEvent, person: Person, begun: datetime) -> Booking:
        asked_at = begun - timedelta(days=21)
        return Booking(
            event=event,
            person=person,
            organisation=event.organisation,
            state=BookingState.HELD,
            asked_at=asked_at,
            seated_at=asked_at,
            booked_by=person,
        )

    def _finished(self, person: Person, gaps: Gaps, courses: Mapping[str, Course]) -> Iterator[Completion]:
        long_ago = {self.cast.people[key].pk: days for key, days in RUNS_OUT.items()}
        told = {key for key, _ in NOT_YET}
        name = next((key for key in told if self.cast.people[key] == person), "")
        for line in gaps.missing:
            if (name, line.code) in NOT_YET:
                continue
            dice = Dice("finished", person.full_name, line.code)
            days_ago = long_ago.get(person.pk) or dice.between(20, LONGEST_AGO)
            if name or person.pk in long_ago or dice.happens(DONE):
                course = courses[line.result.link]
                completed_on = working_day(self.days.around(-days_ago))
                yield Completion(
                    person=person,
                    organisation=course.organisation,
                    course=course,
                    completed_on=completed_on,
                    valid_until=self._due_again(name, line.code) or valid_until(completed_on, course.valid_months),
                    source=CompletionSource.NOTED,
                    noted_at=moment(completed_on, dice),
                )

    def _due_again(self, name: str, code: str) -> date | None:
        days = DUE_AGAIN.get((name, code))
        return self.days.around(days) if days is not None else None
