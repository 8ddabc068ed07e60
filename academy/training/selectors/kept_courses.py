"""The courses an academy keeps, and what one can be made of."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Q, QuerySet

from academy.frameworks.selectors.choices import statement_by_key
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.people.models import AcademyPage, PartnershipMember
from academy.people.querysets import holds_on
from academy.training.models import Course, CourseAudience

Choices = list[tuple[str, str]]


@dataclass(frozen=True)
class CourseChoices:
    """What a course of an organisation can be joined with, as pairs of id and words; `priorities` by their number."""

    levels: Choices
    platforms: Choices
    subscriptions: Choices
    themes: Choices
    needs: Choices
    priorities: Choices


def kept_courses(actor: Actor, *, words: str = "", withdrawn: bool = False) -> QuerySet[Course]:
    """Courses of the organisation acted in by title: those that are offered, or those withdrawn."""
    own = Course.objects.filter(organisation_id=actor.organisation_id, withdrawn_on__isnull=not withdrawn)
    found = own.filter(Q(title__icontains=words) | Q(code__iexact=words)) if words else own
    return found.select_related("organisation", "level").order_by("title", "pk")


def course_choices(organisation: Organisation, *, on: date, course: Course | None = None) -> CourseChoices:
    """What there is to choose on the day; what a course has already stays a choice, whatever became of it."""
    offered = Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=on)
    goes_on = Q(until_on__isnull=True) | Q(until_on__gte=on)
    return CourseChoices(
        levels=_levels(on, course),
        platforms=_pairs(organisation.platforms.filter(offered | Q(courses=course)), "name"),
        subscriptions=_pairs(organisation.subscriptions.filter(offered | Q(courses=course)), "name"),
        themes=_pairs(organisation.focus_themes.filter(goes_on | Q(courses=course)), "title"),
        needs=needs_to_choose(organisation, on=on, also=Q(courses=course)),
        priorities=_priorities(organisation),
    )


def needs_to_choose(organisation: Organisation, *, on: date, also: Q) -> Choices:
    """Needs of an organisation that are not withdrawn on the day, and the others `also` says."""
    offered = Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=on)
    return _pairs(organisation.needs.filter(offered | also), "text")


def course_called(organisation_id: int, words: str) -> Course | None:
    """The course of an organisation with this title or code; one that is offered before one that is not."""
    own = Course.objects.filter(Q(title__iexact=words) | Q(code__iexact=words), organisation_id=organisation_id)
    found: Course | None = own.order_by("withdrawn_on", "pk").filter(withdrawn_on__isnull=True).first() or own.first()
    return found


def statement_called(key: str) -> int | None:
    """The id of the statement `framework/version/number`, as in pcf/2018/6."""
    try:
        return statement_by_key(key).pk
    except ObjectDoesNotExist:
        return None


def statement_keys(course: Course) -> list[str]:
    """The statements of a course, as they are written."""
    rows = course.statements.select_related("version__framework").order_by("version", "order", "pk")
    return [f"{each.version.framework.code}/{each.version.code}/{each.code}" for each in rows]


def audience_lines(course: Course) -> QuerySet[CourseAudience]:
    """The groups a course is for, each with what it names."""
    rows = course.audiences.select_related("organisation", "job_role", "team", "grade", "course__organisation")
    return rows.order_by("pk")


def organisations_meant(organisation: Organisation, *, on: date) -> Choices:
    """Whose people a course can be for: the organisation's own, and those of its partners."""
    partners = PartnershipMember.objects.filter(holds_on(on), partnership=organisation).select_related("member")
    others = sorted((each.member.name, str(each.member_id)) for each in partners)
    return [(str(organisation.pk), organisation.name), *((pk, name) for name, pk in others)]


def _levels(on: date, course: Course | None) -> Choices:
    levels: Any = Course._meta.get_field("level").related_model
    rows = levels._default_manager.filter(
        Q(version__valid_to__isnull=True) | Q(version__valid_to__gte=on),
        Q(version__withdrawn_on__isnull=True),
        Q(withdrawn_on__isnull=True),
        version__valid_from__lte=on,
    )
    also = levels._default_manager.filter(pk=course.level_id) if course else levels._default_manager.none()
    found = (rows | also).select_related("version__framework").order_by("version__framework__short_name", "order", "pk")
    return [(str(each.pk), f"{each.version.framework.short_name}: {each.title}") for each in found]


def _pairs(rows: Any, words: str) -> Choices:
    return [(str(pk), said) for pk, said in rows.order_by(words, "pk").values_list("pk", words).distinct()]


def _priorities(organisation: Organisation) -> Choices:
    said = AcademyPage.objects.filter(organisation=organisation).values_list("priorities", flat=True).first() or []
    return [(str(number), words) for number, words in enumerate(said, start=1)]
