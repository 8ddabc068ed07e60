"""Programmes: what somebody may read of one, and those an academy keeps."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet

from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.training.models import Course, Need, Programme
from academy.training.selectors.catalogue import Line, lines_of
from academy.training.selectors.kept_courses import Choices, needs_to_choose, organisations_meant


@dataclass(frozen=True)
class ProgrammePage:
    """What the page shows: the courses in their order, the employers it is for, and the needs it answers."""

    programme: Programme
    lines: tuple[Line, ...]
    employers: tuple[Organisation, ...]
    needs: tuple[Need, ...]
    is_offered: bool


@dataclass(frozen=True)
class ProgrammeChoices:
    """What a programme can be joined with, as pairs of id and words; and who backs it now."""

    employers: Choices
    needs: Choices
    sponsor: Person | None = None


def programmes_to_read(actor: Actor) -> QuerySet[Programme]:
    """Programmes of organisations the actor belongs to, and those that are for one of hers; withdrawn ones stay
    readable."""
    meant = Programme.employers.through.objects.filter(organisation_id__in=actor.reaches).values("programme")
    rows = Programme.objects.filter(Q(organisation_id__in=actor.reaches) | Q(pk__in=meant))
    return rows.select_related("organisation", "sponsor")


def programmes_now(actor: Actor) -> QuerySet[Programme]:
    """Those of them that are offered on the actor's day, by title."""
    offered = Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=actor.on)
    return programmes_to_read(actor).filter(offered).order_by("title", "pk")


def programme_page(programme: Programme, actor: Actor) -> ProgrammePage:
    """One programme with what belongs to it, as far as the actor may know of it; five queries."""
    courses = Course.objects.visible_to(actor).offered_on(actor.on).filter(programmes__programme=programme)
    ordered = courses.select_related("platform", "subscription", "level").order_by("programmes__order")
    return ProgrammePage(
        programme=programme,
        lines=tuple(lines_of(list(ordered), actor)),
        employers=tuple(programme.employers.order_by("name", "pk")),
        needs=tuple(programme.needs.filter(withdrawn_on__isnull=True).order_by("text", "pk")),
        is_offered=programme.withdrawn_on is None or actor.on < programme.withdrawn_on,
    )


def programmes_kept(actor: Actor) -> QuerySet[Programme]:
    """Programmes of the organisation acted in by title, with how many courses they have; those withdrawn at the end."""
    rows = Programme.objects.filter(organisation_id=actor.organisation_id).select_related("organisation")
    counted = rows.annotate(many=Count("courses"))
    return counted.order_by(F("withdrawn_on").desc(nulls_first=True), "title", "pk")


def programme_choices(organisation: Organisation, *, on: date, programme: Programme | None = None) -> ProgrammeChoices:
    """What there is to choose on the day; what a programme has already stays a choice, whatever became of it."""
    employers = dict(organisations_meant(organisation, on=on))
    if programme is not None:
        employers |= {str(pk): name for pk, name in programme.employers.values_list("pk", "name")}
    own = Q(programmes=programme) if programme else Q(pk__in=[])
    return ProgrammeChoices(
        employers=list(employers.items()),
        needs=needs_to_choose(organisation, on=on, also=own),
        sponsor=programme.sponsor if programme else None,
    )


def titles_in_order(programme: Programme) -> list[str]:
    """The titles of its courses, in their order."""
    return list(programme.courses.order_by("order").values_list("course__title", flat=True))
