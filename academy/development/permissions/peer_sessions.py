"""Who may do what with peer learning sessions: open to colleagues, kept by who leads one and by the academy."""

from academy.development.models import PeerSession
from academy.development.permissions.inductions import ACADEMY
from academy.engines.access.permissions import Permission, declare, giver
from academy.identity.actor import Actor
from academy.people.givers import STAFF


@giver("anybody with a post in its organisation")
def _of_the_house(actor: Actor, thing: object) -> bool:
    return isinstance(thing, PeerSession) and actor.person_id is not None and thing.organisation_id in actor.staff_of


@giver("who leads it")
def _leader(actor: Actor, thing: object) -> bool:
    return _of_the_house.judge(actor, thing) and getattr(thing, "leader_id", None) == actor.person_id


PERMISSIONS = declare(
    Permission("development.peer_session.plan", "Plan a peer learning session", (STAFF,)),
    Permission("development.peer_session.see", "See a peer learning session, and join it", (_of_the_house,)),
    Permission(
        "development.peer_session.keep", "Keep a session: who came, or that it is cancelled", (_leader, ACADEMY)
    ),
)
