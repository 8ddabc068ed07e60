"""The dates somebody put into her list and her calendar."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse

from academy.engines.requirements.dates import in_words
from academy.identity.actor import Actor
from pathways.choices import MilestoneKind
from pathways.models import Journey, Milestone
from pathways.querysets import MilestoneQuerySet

DUE_DAYS = 21


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


def due_dates(actor: Actor) -> list[Milestone]:
    """What the actor planned to have done by now or within three weeks; one query."""
    until = actor.on + timedelta(days=DUE_DAYS)
    due = _own(actor).filter(due_on__lte=until).exclude(kind=MilestoneKind.SITTING)
    return list(due)


def dates_ahead(actor: Actor, until: date) -> list[Milestone]:
    """Dates of the actor's plan from her day on that are not ticked off; one query."""
    return list(_own(actor).filter(due_on__gte=actor.on, due_on__lte=until))


def moved_sittings(actor: Actor) -> list[tuple[Journey, str]]:
    """Journeys of the actor whose plan is counted back from a day that is no longer its sitting's, and why; one
    query."""
    planned = _own(actor).filter(kind=MilestoneKind.SITTING)
    found = ((each.journey, sitting_moved(each.journey, [each])) for each in planned)
    return [(journey, says) for journey, says in found if says]


def sitting_moved(journey: Journey, dates: Sequence[Milestone]) -> str:
    """Why the dates should be counted again; empty where they lead to the sitting as it stands."""
    sitting = journey.sitting
    planned = next((each.due_on for each in dates if each.kind == MilestoneKind.SITTING), None)
    if sitting is None or planned is None:
        return ""
    if sitting.is_cancelled:
        return f"The sitting of {in_words(sitting.on)} was cancelled: {sitting.cancelled_because}"
    return f"The sitting you plan towards is now on {in_words(sitting.on)}." if sitting.on != planned else ""


def _own(actor: Actor) -> MilestoneQuerySet:
    found: MilestoneQuerySet = Milestone.objects.visible_to(actor).to_do()
    return found.select_related("journey__sitting", "journey__organisation")
