"""Complete evidence of somebody, for the apps above that name pieces of it: an ASYE review, a panel."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from academy.identity.actor import Actor
from portfolios.models import Evidence


def complete_evidence(actor: Actor, *, person_id: int, since: date) -> QuerySet[Any]:
    """Pieces of this person that are complete, happened on that day or later, and that the actor sees without anything
    else: her own, or those she had a part in. The latest first."""
    hers = Evidence.objects.visible_to(actor).filter(person_id=person_id).complete()
    within = hers.filter(Q(happened_on=None) | Q(happened_on__gte=since))
    found: QuerySet[Any] = within.order_by("-happened_on", "-pk")
    return found
