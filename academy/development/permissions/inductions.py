"""Who may do what with inductions. They belong to two: the person and her manager; the academy sees how they stand."""

from academy.development.models import Induction
from academy.development.permissions.entries import BELONGS
from academy.engines.access.permissions import Permission, declare, giver
from academy.identity.actor import Actor
from academy.people.choices import ACADEMY_ROLES
from academy.people.givers import HERSELF, MANAGES, holder_here, holder_of_all_here

ACADEMY = holder_of_all_here("the academy of the organisation", *ACADEMY_ROLES)


@giver("her line manager, or the manager's deputy")
def _manager(actor: Actor, thing: object) -> bool:
    return (
        isinstance(thing, Induction)
        and thing.person_id in actor.manages
        and thing.person_id != actor.person_id
        and thing.organisation_id in actor.reaches
    )


@giver("the academy of the organisation, for somebody else")
def _academy(actor: Actor, thing: object) -> bool:
    return ACADEMY.judge(actor, thing) and getattr(thing, "person_id", None) != actor.person_id


@giver("the portal by itself")
def _portal(actor: Actor, thing: object) -> bool:
    return actor.is_system


MANAGER = _manager
PORTAL = _portal
ACADEMY_FOR_ANOTHER = _academy
ACADEMY_HERE = holder_here("the academy, here", *ACADEMY_ROLES)

PERMISSIONS = declare(
    Permission("development.induction.list", "See one's own inductions and those of one's team", (BELONGS,)),
    Permission("development.induction.see", "See how an induction stands", (HERSELF, MANAGER, ACADEMY)),
    Permission("development.induction.begin", "Begin an induction by hand", (MANAGES, ACADEMY_HERE)),
    Permission(
        "development.induction.begin_for", "Begin the induction of a post", (MANAGER, ACADEMY_FOR_ANOTHER, PORTAL)
    ),
    Permission("development.induction.tick", "Tick what one has learnt, and offer earlier learning", (HERSELF,)),
    Permission("development.induction.confirm", "Confirm what a colleague has learnt", (MANAGER,)),
    Permission("development.induction.judge", "Accept or decline earlier learning", (MANAGER, ACADEMY_FOR_ANOTHER)),
    Permission(
        "development.induction.change", "Sign an induction, and open it again after a signature", (HERSELF, MANAGER)
    ),
    Permission("development.induction.sign", "Sign one's own induction", (HERSELF,)),
    Permission("development.induction.sign_as_manager", "Sign an induction as the manager", (MANAGER,)),
    Permission(
        "development.induction.end", "End an induction without signing, with a reason", (MANAGER, ACADEMY_FOR_ANOTHER)
    ),
    Permission("development.induction.overview", "See how the inductions of the organisation stand", (ACADEMY_HERE,)),
)
