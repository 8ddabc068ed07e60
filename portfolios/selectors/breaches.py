"""Breaches of confidentiality: those one oversees, and those that wait for somebody."""

from django.db.models import Case, IntegerField, QuerySet, Value, When

from academy.identity.actor import Actor
from portfolios.choices.portfolios import BreachState
from portfolios.models import Breach


def breaches_seen(actor: Actor) -> QuerySet[Breach]:
    """Those the actor may read, open ones first, the one due first before others, then the latest found."""
    is_open = Case(When(state=BreachState.OPEN, then=Value(0)), default=Value(1), output_field=IntegerField())
    found: QuerySet[Breach] = Breach.objects.visible_to(actor).select_related("portfolio__person", "found_by")
    return found.order_by(is_open, "correct_by", "-found_at", "-pk")


def to_correct(person_id: int) -> QuerySet[Breach]:
    """Open ones in somebody's own portfolios, the one due first."""
    own: QuerySet[Breach] = Breach.objects.open().filter(portfolio__person_id=person_id)
    return own.select_related("portfolio").order_by("correct_by", "pk")


def to_settle(person_id: int) -> QuerySet[Breach]:
    """Open ones somebody found, the one due first."""
    found: QuerySet[Breach] = Breach.objects.open().filter(found_by_id=person_id)
    return found.select_related("portfolio__person").order_by("correct_by", "pk")
