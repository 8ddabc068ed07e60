"""Finding something in the offer: search, filters, what is in focus first, and how to take part."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When

from academy.identity.actor import Actor
from academy.training.choices import AudienceWho, OfferKind, Promise
from academy.training.models import Course, CourseAudience, CourseCost, FocusTheme, TrainingEvent
from academy.training.rules.audience import Place
from academy.training.rules.offer import IN_FOCUS, PROMISES, Way, days_words, way_of
from academy.training.selectors.audience import places_of

Choices = list[tuple[str, str]]

WITH_DATES, ONLINE, OUTSIDE = "dates", "online", "outside"


@dataclass(frozen=True)
class Wanted:
    """What is asked for; empty asks for nothing. `way` is one of the three words above, `level` the code of a level."""

    words: str = ""
    kind: str = ""
    promise: str = ""
    level: str = ""
    service: str = ""
    theme_id: int | None = None
    way: str = ""
    is_mine: bool = False
    is_free: bool = False

    @property
    def is_everything(self) -> bool:
        return self == Wanted()


@dataclass(frozen=True)
class Line:
    """A course in a list."""

    course: Course
    way: Way
    days: str
    has_costs: bool


@dataclass(frozen=True)
class Group:
    """Courses under one heading: in focus now, or a stage of the promise."""

    heading: str
    about: str
    lines: tuple[Line, ...]


def courses_wanted(actor: Actor, wanted: Wanted) -> QuerySet[Course]:
    """The courses the actor may know of and asks for: those in focus on her day first, then begin, flourish, excel."""
    courses = Course.objects.visible_to(actor).offered_on(actor.on)
    for word in wanted.words.split():
        courses = courses.filter(
            Q(title__icontains=word) | Q(summary__icontains=word) | Q(aims__icontains=word) | Q(group__icontains=word)
        )
    for condition in _conditions(actor, wanted):
        courses = courses.filter(condition)
    stages = [When(promise=promise.value, then=Value(place)) for place, promise in enumerate(Promise)]
    return courses.annotate(
        in_focus=Exists(_themes_now(actor).filter(courses=OuterRef("pk"))),
        stage=Case(*stages, output_field=IntegerField()),
    ).order_by("-in_focus", "stage", "title", "pk")


def groups_of(courses: Sequence[Course], actor: Actor) -> list[Group]:
    """The courses of one page under their headings, with how to take part; two queries for however many."""
    grouped: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines_of(courses, actor):
        grouped[_heading(line.course)].append(line)
    return [Group(heading, about, tuple(lines)) for (heading, about), lines in grouped.items()]


def lines_of(courses: Sequence[Course], actor: Actor) -> list[Line]:
    """Each course with how to take part; two queries for however many, with platforms loaded."""
    days = coming_days(courses, actor)
    dear = set(CourseCost.objects.filter(course__in=courses).values_list("course_id", flat=True))
    return [
        Line(course, way_to(course, days[course.pk]), days_words(course.days), has_costs=course.pk in dear)
        for course in courses
    ]


def coming_days(courses: Sequence[Course], actor: Actor) -> dict[int, list[date]]:
    """First days of the events of some courses that are open for booking, soonest first; one query."""
    found: dict[int, list[date]] = defaultdict(list)
    events = TrainingEvent.objects.visible_to(actor).bookable(actor.on).filter(course__in=courses)
    for course_id, starts_on in events.order_by("starts_on", "pk").values_list("course_id", "starts_on"):
        found[course_id].append(starts_on)
    return found


def way_to(course: Course, days: list[date]) -> Way:
    """How somebody takes part in a course; its platform is loaded with it."""
    platform = course.platform.name if course.platform else ""
    return way_of(days=days, is_external=course.is_external, kind=course.kind, platform=platform)


def themes_now(actor: Actor) -> list[FocusTheme]:
    """What learning is about on the actor's day, in the organisations she belongs to."""
    return list(_themes_now(actor).order_by("title", "pk"))


def levels_offered(actor: Actor) -> Choices:
    """Levels some course is aimed at, as pairs of code and heading, lowest first; one of each code,
    in its newest wording."""
    rows = Course.objects.visible_to(actor).offered_on(actor.on).filter(level__isnull=False)
    pairs = rows.order_by("level__order", "level__version__valid_from", "level").values_list(
        "level__code", "level__title"
    )
    return list(dict(pairs).items())


def meant_for(places: Sequence[Place]) -> Q:
    """A condition on courses: their audience takes in somebody with these places. It agrees with `rules.audience`."""
    condition = Q(pk__in=[])
    for place in places:
        condition |= Q(Exists(CourseAudience.objects.filter(_takes_in(place), course=OuterRef("pk"))))
        if place.is_staff:
            condition |= Q(audiences__isnull=True, organisation=place.organisation_id)
    return condition


def _takes_in(place: Place) -> Q:
    who = [AudienceWho.ALL]
    who += [AudienceWho.STAFF] if place.is_staff else []
    who += [AudienceWho.PROVIDERS] if place.is_provider else []
    return Q(
        Q(service_kind__in=["", place.service_kind]),
        Q(profession__in=["", place.profession]),
        Q(job_role__isnull=True) | Q(job_role=place.job_role_id),
        Q(team__isnull=True) | Q(team=place.team_id),
        Q(grade__isnull=True) | Q(grade=place.grade_id),
        organisation=place.organisation_id,
        who__in=who,
    )


def _conditions(actor: Actor, wanted: Wanted) -> list[Q]:
    asked = {"kind": wanted.kind, "promise": wanted.promise, "level__code": wanted.level, "themes": wanted.theme_id}
    found = [Q(**{name: value}) for name, value in asked.items() if value]
    if wanted.service:
        lines = CourseAudience.objects.filter(course=OuterRef("pk")).exclude(service_kind="")
        found.append(Exists(lines.filter(service_kind=wanted.service)) | ~Exists(lines))
    if wanted.way:
        found.append(_way(actor, wanted.way))
    if wanted.is_mine and actor.person_id is not None:
        found.append(meant_for(places_of([actor.person_id], on=actor.on)[actor.person_id]))
    if wanted.is_free:
        found.append(Q(costs__isnull=True, is_external=False))
    return found


def _way(actor: Actor, way: str) -> Q:
    if way == WITH_DATES:
        return Q(pk__in=TrainingEvent.objects.visible_to(actor).bookable(actor.on).values("course"))
    if way == ONLINE:
        return Q(kind=OfferKind.ONLINE) | Q(platform__isnull=False)
    return Q(is_external=True)


def _themes_now(actor: Actor) -> QuerySet[FocusTheme]:
    return FocusTheme.objects.held_on(actor.on).filter(organisation_id__in=actor.reaches)


def _heading(course: Course) -> tuple[str, str]:
    if getattr(course, "in_focus"):
        return IN_FOCUS, ""
    promise = Promise(course.promise)
    return str(promise.label), PROMISES[promise]
