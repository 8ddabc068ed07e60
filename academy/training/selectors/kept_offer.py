"""Themes, needs, platforms and subscriptions as an academy keeps them."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet

from academy.identity.actor import Actor
from academy.training.choices import EventState
from academy.training.models import FocusTheme, Need, Platform, Subscription, TrainingEvent
from academy.training.rules.keeping import Sessions


@dataclass(frozen=True)
class KeptSubscription:
    """A subscription with how much of its sessions of this calendar year is used."""

    subscription: Subscription
    sessions: Sessions


def themes_kept(actor: Actor) -> QuerySet[FocusTheme]:
    """Focus themes of the organisation acted in, the newest first."""
    return FocusTheme.objects.filter(organisation_id=actor.organisation_id).select_related("organisation")


def needs_kept(actor: Actor) -> QuerySet[Need]:
    """Needs found by the organisation acted in, the newest first; those withdrawn at the end."""
    return (
        _of(Need, actor).select_related("agency").order_by(F("withdrawn_on").desc(nulls_first=True), "-found_on", "pk")
    )


def platforms_kept(actor: Actor) -> QuerySet[Platform]:
    """Platforms of the organisation acted in by name; those withdrawn at the end."""
    return _of(Platform, actor).order_by(F("withdrawn_on").desc(nulls_first=True), "name", "pk")


def subscriptions_kept(actor: Actor) -> QuerySet[Subscription]:
    """Subscriptions of the organisation acted in by name; those withdrawn at the end."""
    return _of(Subscription, actor).order_by(F("withdrawn_on").desc(nulls_first=True), "name", "pk")


def with_sessions(actor: Actor) -> list[KeptSubscription]:
    """The subscriptions with their sessions of this calendar year, counted by the first day; two queries (S1-38)."""
    kept = list(subscriptions_kept(actor))
    events = TrainingEvent.objects.filter(course__subscription__in=kept, starts_on__year=actor.on.year)
    rows = events.exclude(state=EventState.CANCELLED).values_list("course__subscription", "state")
    counted = Counter((pk, state == EventState.HELD) for pk, state in rows)
    return [
        KeptSubscription(each, Sessions(each.sessions_a_year, counted[each.pk, True], counted[each.pk, False]))
        for each in kept
    ]


def _of(model: Any, actor: Actor) -> QuerySet[Any]:
    rows: QuerySet[Any] = model.objects.filter(organisation_id=actor.organisation_id).select_related("organisation")
    return rows
