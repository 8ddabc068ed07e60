"""Everything a page about one course shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from academy.engines.workflow.decisions import Decision
from academy.identity.actor import Actor
from academy.people.models import AcademyPage
from academy.training.choices import LIBRARY_KINDS, Basis
from academy.training.models import (
    Completion,
    Course,
    CourseCost,
    CoursePrinciple,
    Need,
    ProgrammeCourse,
    TrainingEvent,
)
from academy.training.rules.offer import (
    Way,
    accreditation_words,
    credit_words,
    days_words,
    outcome_words,
    validity_words,
)
from academy.training.selectors.audience import audience_words, may_book
from academy.training.selectors.catalogue import way_to


@dataclass(frozen=True)
class Before:
    """A course that should be done before, and whether the reader has done it."""

    course: Course
    is_done: bool


@dataclass(frozen=True)
class CoursePage:
    """What the page shows. `done` is the reader's own last completion, `decision` whether she may book a place."""

    course: Course
    way: Way
    events: tuple[TrainingEvent, ...]
    whom: tuple[str, ...]
    decision: Decision
    before: tuple[Before, ...]
    needs: tuple[Need, ...]
    principles: tuple[CoursePrinciple, ...]
    costs: tuple[CourseCost, ...]
    themes: tuple[str, ...]
    priorities: tuple[str, ...]
    programmes: tuple[ProgrammeCourse, ...]
    done: Completion | None
    is_offered: bool

    @property
    def is_library(self) -> bool:
        return self.course.kind in LIBRARY_KINDS

    @property
    def dates_heading(self) -> str:
        """Dates where there may be some; else how somebody takes part."""
        is_undated = self.course.is_external or self.course.platform is not None
        return "How to take part" if is_undated and not self.events else "Next dates"

    @property
    def facts(self) -> list[tuple[str, str]]:
        """The course in short; what nobody says is left out by whoever draws them."""
        course = self.course
        return [
            ("Length", days_words(course.days)),
            ("Aimed at", _level(course)),
            ("Taught by", course.provider),
            ("Platform", course.platform.name if course.platform else ""),
            ("Part of", course.subscription.name if course.subscription else ""),
            ("Accreditation", accreditation_words(course.accreditation, course.accredited_by)),
            ("Credit", credit_words(course.credits, course.credit_level)),
            ("You have then", "" if self.is_library else outcome_words(course.outcome)),
            ("It counts", "" if self.is_library else validity_words(course.valid_months)),
            ("ASYE", "Counts in the ASYE record" if course.counts_in_asye else ""),
        ]

    @property
    def basis(self) -> str:
        """Why it is offered, as a sentence."""
        note = self.course.basis_note
        return f"{Basis(self.course.basis).label}{f': {note}' if note else ''}."


def courses_to_read(actor: Actor) -> QuerySet[Course]:
    """Courses the actor may know of, with what every page about one needs; withdrawn ones stay readable."""
    return Course.objects.visible_to(actor).select_related(
        "organisation", "platform", "subscription", "level__version__framework"
    )


def course_page(course: Course, actor: Actor) -> CoursePage:
    """One course with everything about it; the same number of queries whatever it holds."""
    events = tuple(
        TrainingEvent.objects.visible_to(actor).bookable(actor.on).filter(course=course).prefetch_related("days")
    )
    done = _done_by(actor, course)
    mine = [each for each in done if each.course_id == course.pk]
    return CoursePage(
        course=course,
        way=way_to(course, [event.starts_on for event in events]),
        events=events,
        whom=audience_words(course),
        decision=may_book(actor.person_id or 0, course, on=actor.on),
        before=_before(course, {each.course_id for each in done}),
        needs=tuple(course.needs.filter(withdrawn_on__isnull=True).select_related("agency")),
        principles=tuple(course.principles.all()),
        costs=tuple(course.costs.all()),
        themes=tuple(theme.title for theme in course.themes.held_on(actor.on)),
        priorities=_priorities(course),
        programmes=_programmes(course),
        done=mine[0] if mine else None,
        is_offered=course.withdrawn_on is None or actor.on < course.withdrawn_on,
    )


def _level(course: Course) -> str:
    if course.level is None:
        return "All levels"
    return f"{course.level.title} ({course.level.version.framework.short_name})"


def _done_by(actor: Actor, course: Course) -> list[Completion]:
    """What the reader finished of this course and of what comes before it, and what still counts on her day."""
    wanted = [course.pk, *course.prerequisites.values_list("before_id", flat=True)]
    rows = Completion.objects.standing().filter(person_id=actor.person_id, course_id__in=wanted)
    return [each for each in rows if each.valid_until is None or each.valid_until >= actor.on]


def _before(course: Course, done: set[int]) -> tuple[Before, ...]:
    rows = course.prerequisites.select_related("before")
    return tuple(Before(row.before, is_done=row.before_id in done) for row in rows)


def _priorities(course: Course) -> tuple[str, ...]:
    """The academy's priorities the course serves, in its own words (S0-07)."""
    said: Sequence[str] = (
        AcademyPage.objects.filter(organisation=course.organisation_id).values_list("priorities", flat=True).first()
        or []
    )
    return tuple(said[number - 1] for number in course.priorities if 0 < number <= len(said))


def _programmes(course: Course) -> tuple[ProgrammeCourse, ...]:
    rows = course.programmes.filter(programme__withdrawn_on__isnull=True).select_related("programme")
    return tuple(rows.prefetch_related("programme__courses__course", "programme__employers"))
