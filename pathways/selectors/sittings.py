"""Sittings as pages list them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from academy.identity.actor import Actor
from pathways.models import Sitting

MOST_PAST = 12


@dataclass(frozen=True)
class Listed:
    """Sittings to come, the next first, and those that were or were cancelled, the last first."""

    to_come: tuple[Sitting, ...]
    past: tuple[Sitting, ...]


def sittings_for(actor: Actor) -> Listed:
    """Those of the organisations one belongs to, with each organisation; one query."""
    return _listed(Sitting.objects.visible_to(actor).select_related("organisation"), on=actor.on)


def kept_sittings(actor: Actor) -> Listed:
    """Those of the organisation acted in; one query."""
    return _listed(Sitting.objects.visible_to(actor).filter(organisation_id=actor.organisation_id), on=actor.on)


def first_after(day: date, *, organisation_id: int, purpose: str) -> Sitting | None:
    """The first sitting of the organisation for that purpose after the day that is not cancelled. One query."""
    later = Sitting.objects.filter(organisation_id=organisation_id, purpose=purpose, on__gt=day, cancelled_at=None)
    return later.order_by("on", "pk").first()


def sittings_ahead(organisation_id: int, purpose: str, *, on: date) -> QuerySet[Sitting]:
    """Those of an organisation for one purpose that are still to be held, the next first. For panels, which take them
    up; the app judges who is shown them. One query."""
    ahead = Sitting.objects.standing().filter(organisation_id=organisation_id, purpose=purpose, on__gte=on)
    found: QuerySet[Sitting] = ahead.order_by("on", "pk")
    return found


def _listed(sittings: Iterable[Sitting], *, on: date) -> Listed:
    rows = list(sittings)
    to_come = tuple(each for each in rows if each.on >= on and not each.is_cancelled)
    past = [each for each in reversed(rows) if each not in to_come]
    return Listed(to_come, tuple(past[:MOST_PAST]))
