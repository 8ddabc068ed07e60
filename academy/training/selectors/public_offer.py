"""What everybody may read of an organisation's offer, without signing in."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from academy.identity.models import Organisation
from academy.training.choices import Promise
from academy.training.models import Course, FocusTheme, TrainingEvent
from academy.training.rules.offer import PROMISES, Way, days_words
from academy.training.selectors.catalogue import way_to


@dataclass(frozen=True)
class PublicLine:
    """A course as everybody may know it: no places, no people."""

    course: Course
    way: Way
    days: str


@dataclass(frozen=True)
class PublicGroup:
    """A stage of the promise and what belongs to it."""

    heading: str
    about: str
    lines: tuple[PublicLine, ...]


@dataclass(frozen=True)
class PublicOffer:
    organisation: Organisation
    themes: tuple[str, ...]
    groups: tuple[PublicGroup, ...]


def public_offer(organisation: Organisation, *, on: date) -> PublicOffer:
    """The public courses of an organisation on a day, stage by stage; three queries, whatever there is."""
    rows = Course.objects.filter(organisation=organisation, is_public=True).offered_on(on)
    courses = list(rows.select_related("platform"))
    days: dict[int, list[date]] = defaultdict(list)
    events = TrainingEvent.objects.bookable(on).filter(course__in=courses).order_by("starts_on", "pk")
    for course_id, starts_on in events.values_list("course_id", "starts_on"):
        days[course_id].append(starts_on)
    themes = FocusTheme.objects.held_on(on).filter(organisation=organisation).order_by("title", "pk")
    return PublicOffer(
        organisation=organisation,
        themes=tuple(theme.title for theme in themes),
        groups=tuple(group for group in (_group(stage, courses, days) for stage in Promise) if group.lines),
    )


def _group(stage: Promise, courses: list[Course], days: dict[int, list[date]]) -> PublicGroup:
    lines = (
        PublicLine(course, way_to(course, days[course.pk]), days_words(course.days))
        for course in courses
        if course.promise == stage
    )
    return PublicGroup(str(stage.label), PROMISES[stage], tuple(lines))
