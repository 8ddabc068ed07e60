"""Completions that a requirements matrix asks for and that run out on one of several days."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Case, DateField, Exists, F, OuterRef, Q, QuerySet, Value, When

from academy.engines.requirements.cases import qualified
from academy.engines.requirements.kinds.course import CourseCompleted
from academy.identity.models import Organisation
from academy.training.choices import BookingState, EventState
from academy.training.models import Booking, Completion, RequirementMatrix
from academy.training.rules.gaps import Matrix, Required
from academy.training.rules.running_out import completed_on_for, days_from, each_asked_for, earliest_to_count
from academy.training.selectors.audience_rows import among
from academy.training.selectors.matrices import matrices_for

RUNS_OUT_ON = "runs_out_on"


def running_out(first: date, last: date, *, on: date) -> Iterator[QuerySet[Completion]]:
    """Completions of whoever a line of a matrix in force takes in on the day, by the line and course, that run out from
    the first to the last day (`runs_out_on`): a completion's own last day, or the line's number of months after it.

    Without those she has done again since, and without those of whom she holds a place with an event to come. A query
    for each course of a line, whatever the number of people.
    """
    asking = RequirementMatrix.objects.in_force(on).values("organisation_id")
    for matrix in matrices_for(Organisation.objects.filter(pk__in=asking).values_list("pk", flat=True), on=on):
        for line in matrix.lines:
            for course in each_asked_for(line.requires):
                rows = _of_course(matrix, line, course, on=on)
                yield _dated(rows, course.within_months, first=first, last=last)


def _of_course(matrix: Matrix, line: Required, course: CourseCompleted, *, on: date) -> QuerySet[Completion]:
    """The newest completion of the course of everybody the line takes in, where nothing is done about it yet."""
    slug, _, code = qualified(course.code, home=matrix.home).partition("/")
    same = Completion.objects.standing().filter(person_id=OuterRef("person_id"), course_id=OuterRef("course_id"))
    newer = same.filter(
        Q(completed_on__gt=OuterRef("completed_on")) | Q(completed_on=OuterRef("completed_on"), pk__gt=OuterRef("pk"))
    )
    places = Booking.objects.filter(person_id=OuterRef("person_id"), event__course_id=OuterRef("course_id"))
    booked = places.filter(state=BookingState.HELD, event__state=EventState.OPEN, event__ends_on__gte=on)
    rows = Completion.objects.standing().filter(course__code=code, course__organisation__slug=slug)
    return rows.filter(~Exists(newer), ~Exists(booked), among(line.audiences, person="person_id", on=on))


def _dated(rows: QuerySet[Completion], months: int | None, *, first: date, last: date) -> QuerySet[Completion]:
    """Those of the rows that run out on one of the days, with the day. Months are counted here, not by the database:
    each product counts them in its own way."""
    if months is None:
        return rows.filter(valid_until__range=(first, last)).annotate(**{RUNS_OUT_ON: F("valid_until")})
    by_months = [
        When(Q(valid_until=None) | Q(valid_until__gte=until), completed_on=day, then=Value(until))
        for day, until in completed_on_for(first, last, months=months)
    ]
    by_itself = [
        When(valid_until=day, completed_on__gte=earliest_to_count(day, months=months), then=Value(day))
        for day in days_from(first, last)
    ]
    runs_out = Case(*by_months, *by_itself, output_field=DateField())
    return rows.annotate(**{RUNS_OUT_ON: runs_out}).filter(**{f"{RUNS_OUT_ON}__isnull": False})
