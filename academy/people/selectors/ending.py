"""What of the actor's own ends soon: registrations that run out, roles whose last day is known."""

from datetime import date

from django.db.models import QuerySet

from academy.identity.actor import Actor
from academy.people.models import Registration, RoleHolding
from academy.people.querysets import holds_on


def expiring_registrations(actor: Actor, until: date) -> QuerySet[Registration]:
    """Her registrations whose present renewal runs out from her day to the last day asked about."""
    return Registration.objects.filter(
        holds_on(actor.on), person_id=actor.person_id, expires_on__range=(actor.on, until)
    )


def ending_roles(actor: Actor, until: date) -> QuerySet[RoleHolding]:
    """Roles she holds whose last day lies from her day to the last day asked about."""
    return RoleHolding.objects.filter(
        holds_on(actor.on), person_id=actor.person_id, until_on__range=(actor.on, until)
    ).select_related("organisation")
