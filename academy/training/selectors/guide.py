"""The annual guide: what an academy offers in a year, as one page for staff and partner agencies (S0-24 to S0-26)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.training.choices import LIBRARY_KINDS, EventState, Promise
from academy.training.models import Course, CourseAudience, FocusTheme, Platform, Programme, TrainingEvent
from academy.training.rules.guide import editions, is_over, speaks_of
from academy.training.rules.offer import PROMISES, Way, days_words
from academy.training.rules.policies import Terms
from academy.training.selectors.audience import audience_words_all
from academy.training.selectors.catalogue import way_to
from academy.training.selectors.library import platforms_of
from academy.training.selectors.policies import terms_for
from academy.training.selectors.programmes import programmes_now

SHOWN = (EventState.OPEN, EventState.HELD)


@dataclass(frozen=True)
class GuideLine:
    """A course with its dates of the year; `events` are those to come, `held` counts those that were. Without one to
    come `way` says how to take part."""

    course: Course
    days: str
    whom: tuple[str, ...]
    events: tuple[TrainingEvent, ...]
    held: int
    way: Way
    in_focus: bool

    @property
    def held_words(self) -> str:
        """Held once, held 3 times; nothing where it was not."""
        if not self.held:
            return ""
        return "Held once" if self.held == 1 else f"Held {self.held} times"


@dataclass(frozen=True)
class GuideGroup:
    """A stage of the promise and what belongs to it (S0-10)."""

    heading: str
    about: str
    lines: tuple[GuideLine, ...]


@dataclass(frozen=True)
class Guide:
    """An edition. `others` are the years of the other editions, the newest first."""

    year: int
    organisation: Organisation
    is_over: bool
    themes: tuple[str, ...]
    groups: tuple[GuideGroup, ...]
    programmes: tuple[Programme, ...]
    platforms: tuple[Platform, ...]
    terms: Terms
    others: tuple[int, ...]

    @property
    def academy(self) -> str:
        return self.organisation.academy_name or self.organisation.name


def editions_of(actor: Actor) -> list[int]:
    """The years there is a guide to in the organisation acted in, the newest first; one query."""
    held = TrainingEvent.objects.filter(course__in=_courses(actor), state__in=SHOWN).dates("starts_on", "year")
    return editions((day.year for day in held), on=actor.on)


def guide_of(actor: Actor, year: int, *, others: Sequence[int] = ()) -> Guide:
    """The edition of a year; the same number of queries whatever is offered."""
    events = _events(actor, year)
    courses = list(_of_edition(actor, year, events).select_related("organisation", "platform"))
    whom = audience_words_all(courses)
    return Guide(
        year=year,
        organisation=Organisation.objects.get(pk=actor.organisation_id),
        is_over=is_over(year, on=actor.on),
        themes=tuple(_themes(actor, speaks_of(year, on=actor.on)).values_list("title", flat=True)),
        groups=_groups([_line(each, whom=whom[each.pk], events=events[each.pk], on=actor.on) for each in courses]),
        programmes=tuple(programmes_now(actor)),
        platforms=tuple(platforms_of(actor)),
        terms=terms_for(actor.organisation_id, on=actor.on),
        others=tuple(other for other in others if other != year),
    )


def _courses(actor: Actor) -> QuerySet[Course]:
    """Courses of the organisation acted in, and those of others that are meant for its people."""
    meant = CourseAudience.objects.filter(organisation_id=actor.organisation_id).values("course")
    own: QuerySet[Course] = Course.objects.visible_to(actor).exclude(kind__in=LIBRARY_KINDS)
    return own.filter(Q(organisation_id=actor.organisation_id) | Q(pk__in=meant))


def _events(actor: Actor, year: int) -> dict[int, list[TrainingEvent]]:
    """What is open or held in the year by course, the soonest first; one query."""
    found: dict[int, list[TrainingEvent]] = defaultdict(list)
    rows = TrainingEvent.objects.filter(course__in=_courses(actor), state__in=SHOWN, starts_on__year=year)
    for event in rows.order_by("starts_on", "pk"):
        found[event.course_id].append(event)
    return found


def _of_edition(actor: Actor, year: int, events: dict[int, list[TrainingEvent]]) -> QuerySet[Course]:
    """What is offered; of a year that is over, what was held. In focus first, then by title."""
    day = speaks_of(year, on=actor.on)
    courses: Any = _courses(actor)
    wanted = courses.filter(pk__in=events) if is_over(year, on=actor.on) else courses.offered_on(day)
    focus = _themes(actor, day).filter(courses=OuterRef("pk"))
    found: QuerySet[Course] = wanted.annotate(in_focus=Exists(focus)).order_by("-in_focus", "title", "pk")
    return found


def _themes(actor: Actor, day: date) -> QuerySet[FocusTheme]:
    held: QuerySet[FocusTheme] = FocusTheme.objects.held_on(day).filter(organisation_id=actor.organisation_id)
    return held.order_by("title", "pk")


def _line(course: Course, *, whom: tuple[str, ...], events: list[TrainingEvent], on: date) -> GuideLine:
    coming = tuple(event for event in events if event.state == EventState.OPEN and event.starts_on >= on)
    return GuideLine(
        course=course,
        days=days_words(course.days),
        whom=whom,
        events=coming,
        held=sum(event.starts_on < on for event in events),
        way=way_to(course, []),
        in_focus=getattr(course, "in_focus"),
    )


def _groups(lines: list[GuideLine]) -> tuple[GuideGroup, ...]:
    found = (
        GuideGroup(str(stage.label), PROMISES[stage], tuple(line for line in lines if line.course.promise == stage))
        for stage in Promise
    )
    return tuple(group for group in found if group.lines)
