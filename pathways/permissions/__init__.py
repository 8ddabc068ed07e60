"""Who may do what with ladders, sittings, journeys and what is agreed on the way."""

from academy.engines.access.permissions import Permission, declare, giver
from academy.identity.actor import Actor
from academy.people.choices import ACADEMY_ROLES, RoleCode
from academy.people.givers import (
    HERSELF,
    LINE_MANAGER,
    MANAGES,
    STAFF,
    holder_for_person,
    holder_here,
    holder_of_all_here,
)
from pathways.models import Agreement, Choice, Journey
from pathways.querysets import OVERSEERS


@giver("her line manager in that organisation, or the manager's deputy")
def _manager_there(actor: Actor, thing: object) -> bool:
    if not isinstance(thing, Journey | Choice | Agreement):
        return False
    return thing.person_id in actor.manages and thing.organisation_id in actor.reaches


@giver("whom the ladder names to agree: her line manager, or who holds that role; never herself")
def _named(actor: Actor, thing: object) -> bool:
    """The same as `StepAgreementQuerySet.decided_by` says of many."""
    return isinstance(thing, Agreement) and Agreement.objects.decided_by(actor).filter(pk=thing.pk).exists()


@giver("the portal itself")
def _portal(actor: Actor, thing: object) -> bool:
    return actor.is_system


OVERSEES = holder_of_all_here("the academy or the Principal Social Worker, of that organisation", *OVERSEERS)
OVERSEES_HER = holder_for_person("the academy or the Principal Social Worker, where she works", *OVERSEERS)
OVERSEES_SOME = holder_here("the academy or the Principal Social Worker, also of a part of it", *OVERSEERS)
LEAD = holder_of_all_here("the academy lead of that organisation", RoleCode.ACADEMY_LEAD)
ACADEMY = holder_of_all_here("the academy, of that organisation", *ACADEMY_ROLES)

PERMISSIONS = declare(
    Permission("pathways.ladder.see", "See the ladder one stands on, and those of one's organisation", (STAFF,)),
    Permission("pathways.ladder.publish", "Publish an edition of an organisation's ladder", (LEAD,)),
    Permission(
        "pathways.standing.see",
        "See where somebody one manages or oversees stands",
        (HERSELF, LINE_MANAGER, OVERSEES_HER),
    ),
    Permission("pathways.standings.see", "See where people one manages or oversees stand", (MANAGES, OVERSEES_SOME)),
    Permission("pathways.sitting.keep", "Add, change and cancel sittings", (ACADEMY,)),
    Permission("pathways.journey.see", "See somebody's journey", (HERSELF, _manager_there, OVERSEES, OVERSEES_HER)),
    Permission("pathways.journey.begin", "Begin a journey along a ladder", (STAFF,)),
    Permission("pathways.journey.change", "Plan one's own journey and leave it", (HERSELF,)),
    Permission("pathways.journey.finish", "Note that somebody stands on the upper rung, when she does", (_portal,)),
    Permission(
        "pathways.choice.see", "See which pathway somebody chose", (HERSELF, _manager_there, OVERSEES, OVERSEES_HER)
    ),
    Permission("pathways.choice.change", "Choose a pathway, and take a choice back", (HERSELF,)),
    Permission("pathways.choice.decide", "Agree to a pathway, or not", (_manager_there,)),
    Permission("pathways.agreement.ask", "Ask that something counts", (STAFF,)),
    Permission(
        "pathways.agreement.note", "Note that something counts for somebody whose ladder names one for it", (STAFF,)
    ),
    Permission("pathways.agreement.take_back", "Take back what one asked", (HERSELF,)),
    Permission("pathways.agreement.decide", "Agree that something counts, or not", (_named,)),
    Permission(
        "pathways.agreement.see",
        "See what is agreed on somebody's way",
        (HERSELF, _manager_there, _named, OVERSEES, OVERSEES_HER),
    ),
)
