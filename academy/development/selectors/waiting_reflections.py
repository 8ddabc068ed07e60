"""Talks that colleagues were asked to confirm and have not answered, for all people at once: what reminders need."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from academy.development.models import PeerReflection
from academy.development.selectors.reflections import PEER_REACHES
from academy.people.selectors.whereabouts import reaches_on


@dataclass(frozen=True)
class WaitingReflection:
    """A talk by its id, the colleague who was asked, who asked, and since which day it waits."""

    reflection_id: int
    person_id: int
    author_id: int
    asked_on: date


def waiting_reflections(on_from: date, on_to: date, *, on: date) -> list[WaitingReflection]:
    """Those asked on one of these days, both included, that a colleague can still answer; one query for everybody.

    A colleague who has moved to another organisation by the day `on` cannot. People outside are not among them: they
    are reminded by who asked them.
    """
    rows = (
        PeerReflection.objects.waiting()
        .filter(
            reaches_on(on, **PEER_REACHES),
            asked_at__gte=_midnight(on_from),
            asked_at__lt=_midnight(on_to + timedelta(days=1)),
        )
        .order_by("asked_at", "pk")
        .values_list("pk", "peer_id", "entry__author_id", "asked_at")
    )
    return [WaitingReflection(pk, peer, author, timezone.localdate(at)) for pk, peer, author, at in rows]


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
