"""Who may do what with ladders, sittings, journeys and what is agreed on the way."""

from academy.engines.access.permissions import Permission, declare, giver
from academy.identity.actor import Actor
from academy.people.choices import ACADEMY_ROLES, RoleCode
from academy.people.givers import HERSELF, LINE_MANAGER, MANAGES, STAFF, holder_here, holder_of_all_here
from pathways.choices import AgreedBy
from pathways.models import Agreement, Choice, Journey
from pathways.querysets import OVERSEERS

# Who decides for each role a ladder may name, where it is no line manager.
DECIDERS = {
    AgreedBy.ACADEMY_LEAD: RoleCode.ACADEMY_LEAD,
    AgreedBy.PRINCIPAL_SOCIAL_WORKER: RoleCode.PRINCIPAL_SOCIAL_WORKER,
    AgreedBy.SERVICE_MANAGER: RoleCode.SERVICE_MANAGER,
}


def _manages_there(actor: Actor, person_id: int, organisation_id: int) -> bool:
    return person_id in actor.manages and organisation_id in actor.reaches


@giver("her line manager in that organisation, or the manager's deputy")
def _manager_there(actor: Actor, thing: object) -> bool:
    journey = thing.journey if isinstance(thing, Choice) else thing
    return isinstance(journey, Journey) and _manages_there(actor, journey.person_id, journey.organisation_id)


@giver("whose way it is")
def _hers(actor: Actor, thing: object) -> bool:
    return isinstance(thing, Choice) and actor.person_id is not None and thing.journey.person_id == actor.person_id


@giver("whom the ladder names to agree: her line manager, or who holds that role; never herself")
def _named(actor: Actor, thing: object) -> bool:
    if not isinstance(thing, Agreement) or actor.person_id in (None, thing.person_id):
        return False
    if thing.agreed_by_role == AgreedBy.LINE_MANAGER:
        return _manages_there(actor, thing.person_id, thing.organisation_id)
    role = DECIDERS[AgreedBy(thing.agreed_by_role)]
    return actor.holds(role, organisation_id=thing.organisation_id)


OVERSEES = holder_here("the academy or the Principal Social Worker, of that organisation", *OVERSEERS)
LEAD = holder_of_all_here("the academy lead of that organisation", RoleCode.ACADEMY_LEAD)
ACADEMY = holder_here("the academy, of that organisation", *ACADEMY_ROLES)

PERMISSIONS = declare(
    Permission("pathways.ladder.see", "See the ladder one stands on, and those of one's organisation", (STAFF,)),
    Permission("pathways.ladder.publish", "Publish an edition of an organisation's ladder", (LEAD,)),
    Permission("pathways.standing.see", "See where somebody one manages or oversees stands", (HERSELF, LINE_MANAGER)),
    Permission("pathways.standings.see", "See where people one manages or oversees stand", (MANAGES, OVERSEES)),
    Permission("pathways.sitting.keep", "Add, change and cancel sittings", (ACADEMY,)),
    Permission("pathways.journey.see", "See somebody's journey", (HERSELF, _manager_there, OVERSEES)),
    Permission("pathways.journey.begin", "Begin a journey along a ladder", (STAFF,)),
    Permission("pathways.journey.change", "Plan one's own journey and leave it", (HERSELF,)),
    Permission("pathways.journey.finish", "Say that a step is made, which the ladder decides", (OVERSEES,)),
    Permission("pathways.choice.change", "Choose a pathway, and take a choice back", (_hers,)),
    Permission("pathways.choice.decide", "Agree to a pathway, or not", (_manager_there,)),
    Permission("pathways.agreement.ask", "Ask that something counts", (STAFF,)),
    Permission("pathways.agreement.take_back", "Take back what one asked", (HERSELF,)),
    Permission("pathways.agreement.decide", "Agree that something counts, or not", (_named,)),
    Permission("pathways.agreement.see", "See what is agreed on somebody's way", (HERSELF, LINE_MANAGER, OVERSEES)),
)
