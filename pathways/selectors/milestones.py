"""The dates somebody put into her list and her calendar."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse

from academy.engines.requirements.dates import in_words
from academy.identity.actor import Actor
from pathways.choices import MilestoneKind
from pathways.models import Journey, Milestone
from pathways.querysets import MilestoneQuerySet

DUE_DAYS = 21
OF_THE_SITTING = (MilestoneKind.SITTING, MilestoneKind.SUBMISSION)


@dataclass(frozen=True)
class KeptPlan:
    """A plan in somebody's list; `moved` says that its sitting is no longer on the day it is counted back from."""

    journey: Journey
    dates: tuple[Milestone, ...]
    moved: str


def plan_kept(journey: Journey | None, actor: Actor) -> KeptPlan | None:
    """The actor's own plan of a journey, None where there is none. One query."""
    if journey is None:
        return None
    dates = tuple(Milestone.objects.visible_to(actor).filter(journey=journey).select_related("journey"))
    return KeptPlan(journey, dates, moved=sitting_moved(journey, dates)) if dates else None


def plan_address(journey: Journey) -> str:
    """The page of one's own plan."""
    return f"{reverse('pathways:why', args=[journey.step])}?of={journey.organisation.slug}#plan"


@dataclass(frozen=True)
class Due:
    """What waits of somebody's plans: dates that are near or gone by, and journeys whose sitting moved, with why."""

    dates: tuple[Milestone, ...]
    moved: tuple[tuple[Journey, str], ...]


def due_of(actor: Actor) -> Due:
    """What the actor planned to have done by now or within three weeks, and what is no longer counted back from the day
    of its sitting; one query."""
    until = actor.on + timedelta(days=DUE_DAYS)
    rows = list(_own(actor).filter(Q(due_on__lte=until) | Q(kind__in=OF_THE_SITTING)))
    journeys = {each.journey_id: each.journey for each in rows}
    moved = (
        (each, sitting_moved(each, [row for row in rows if row.journey_id == each.pk])) for each in journeys.values()
    )
    return Due(
        dates=tuple(each for each in rows if each.due_on <= until and each.kind != MilestoneKind.SITTING),
        moved=tuple((journey, says) for journey, says in moved if says),
    )


def dates_ahead(actor: Actor, until: date = date.max) -> list[Milestone]:
    """Dates of the actor's plan from her day on that are not ticked off; one query."""
    return list(_own(actor).filter(due_on__gte=actor.on, due_on__lte=until))


def sitting_moved(journey: Journey, dates: Sequence[Milestone]) -> str:
    """Why the dates should be counted again; empty where they lead to the sitting as it stands."""
    sitting = journey.sitting
    planned = {each.kind: each.due_on for each in dates}
    if sitting is None:
        return ""
    if sitting.is_cancelled:
        return f"The sitting of {in_words(sitting.on)} was cancelled: {sitting.cancelled_because}"
    if planned.get(MilestoneKind.SITTING, sitting.on) != sitting.on:
        return f"The sitting you plan towards is now on {in_words(sitting.on)}."
    if planned.get(MilestoneKind.SUBMISSION, sitting.submit_by) > sitting.submit_by:
        return f"Evidence for the sitting you plan towards now closes on {in_words(sitting.submit_by)}."
    return ""


def _own(actor: Actor) -> MilestoneQuerySet:
    found: MilestoneQuerySet = Milestone.objects.visible_to(actor).to_do()
    return found.select_related("journey__sitting", "journey__organisation")
