"""Places people hold with events, as facts of days to come."""

from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from academy.training.choices import BookingState, EventState, RequestState
from academy.training.models import Booking, Completion
from academy.training.rules.expected import Coming, awaited_since, place_words
from academy.training.rules.gains import Asked, CourseRow
from academy.training.selectors.gains import course_columns, giving

COURSE = course_columns("event__course__")


def places_coming(person_ids: Collection[int], asked: Asked, *, on: date) -> Iterator[Coming]:
    """Courses with whose event somebody holds a place that nobody still has to agree to; one query."""
    agreed = Q(request=None) | Q(request__state=RequestState.APPROVED)
    held = Booking.objects.filter(agreed, person_id__in=person_ids, state=BookingState.HELD)
    open_still = held.filter(event__state=EventState.OPEN, event__ends_on__gte=awaited_since(on))
    done = Completion.objects.standing().filter(person=OuterRef("person"), course=OuterRef("event__course"))
    rows = open_still.filter(giving(asked, "event__course__")).annotate(is_done=Exists(done))
    columns = ("pk", "person_id", "is_done", "event__starts_on", "event__ends_on")
    for row in rows.order_by("person_id", "event__ends_on", "pk").values_list(*columns, *COURSE):
        pk, person_id, is_done, starts_on, ends_on, *about = row
        yield Coming(
            person_id=person_id,
            course=CourseRow(*about),
            is_done=is_done,
            ends_on=ends_on,
            source=place_words(starts_on, ends_on, on=on),
            link=reverse("training:booking", args=[pk]),
        )
