"""Learning people asked for, as facts: expected on its last day where that is sure, else as asked for."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce, TruncDate
from django.urls import reverse
from django.utils import timezone

from academy.engines.facts.facts import Fact
from academy.engines.facts.keys import REQUEST, keyed, which_of
from academy.training.choices import LIVE, OPEN_REQUESTS, BookingState, EventState, RequestState
from academy.training.models import Completion, TrainingRequest
from academy.training.rules.expected import Asking, Coming, awaited_since
from academy.training.rules.gains import Asked, CourseRow
from academy.training.selectors.gains import course_columns, giving

COURSE = course_columns("course__")
STANDING = ("state", "submitted_at", "decided_at", "asked_since")
# Learning outside whose day is written, or an event with a place that is kept meanwhile.
SURE = Q(event=None, last_day__isnull=False) | Q(booking__state=BookingState.HELD)


def requests_coming(person_ids: Collection[int], asked: Asked, *, on: date) -> Iterator[Coming]:
    """Courses asked for whose last day is sure and to come, or passed where it was approved; one query."""
    awaited = Q(last_day__gte=on) | Q(state=RequestState.APPROVED, last_day__gte=awaited_since(on))
    rows = _live(person_ids).filter(SURE, awaited, giving(asked, "course__"))
    columns = ("pk", "person_id", "is_done", "last_day", *STANDING, *COURSE)
    for row in rows.order_by("person_id", "last_day", "pk").values_list(*columns):
        pk, person_id, is_done, ends_on = row[:4]
        yield Coming(
            person_id=person_id,
            course=CourseRow(*row[8:]),
            is_done=is_done,
            ends_on=ends_on,
            source=_asking(row[4:8]).words(ends_on=ends_on, on=on),
            link=reverse("training:request", args=[pk]),
        )


def request_facts(person_ids: Collection[int], *, on: date, keys: Collection[str]) -> Iterator[Fact]:
    """Courses somebody asked for of which no day is sure: none is written, or there is no place yet; one query.

    A draft is its writer's alone and tells nothing; neither does what she wrote in a request.
    """
    which = which_of(keys, REQUEST)
    rows = _live(person_ids).exclude(SURE).filter(giving(Asked(which, frozenset(), False), "course__"))
    columns = ("pk", "person_id", *STANDING, *COURSE)
    for row in rows.order_by("person_id", "submitted_at", "pk").values_list(*columns):
        pk, person_id = row[:2]
        asking, course = _asking(row[2:6]), CourseRow(*row[6:])
        if asking.asked_on <= on and (which is None or course.which in which):
            yield Fact(
                key=keyed(REQUEST, course.which),
                person=person_id,
                on=asking.asked_on,
                source=asking.words(ends_on=None, on=on),
                link=reverse("training:request", args=[pk]),
            )


def _live(person_ids: Collection[int]) -> QuerySet[TrainingRequest]:
    """Requests for courses that wait or were approved, and nothing came of them yet.

    Those whose place is confirmed are told by the place.
    """
    hers = TrainingRequest.objects.filter(person_id__in=person_ids, course__isnull=False)
    live = hers.filter(state__in=[*OPEN_REQUESTS, RequestState.APPROVED])
    placed = Q(booking=None) | Q(booking__state__in=LIVE)
    live = live.filter(placed, Q(event=None) | Q(event__state=EventState.OPEN))
    done = Completion.objects.standing().filter(person=OuterRef("person"), course=OuterRef("course"))
    told = live.exclude(booking__state=BookingState.HELD, state=RequestState.APPROVED).annotate(
        asked_on=TruncDate("submitted_at"),
        is_done=Exists(done),
        last_day=Coalesce("event__ends_on", "ends_on", "starts_on"),
    )
    return told.exclude(Exists(done.filter(completed_on__gte=OuterRef("asked_on"))))


def _asking(standing: Sequence[Any]) -> Asking:
    state, submitted_at, decided_at, asked_since = standing
    return Asking(
        state=state,
        asked_on=timezone.localdate(submitted_at),
        decided_on=timezone.localdate(decided_at) if decided_at else None,
        waits_since=timezone.localdate(asked_since or submitted_at),
    )
