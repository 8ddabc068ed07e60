"""Who may do what with coaches and with coaching. A match is the two people's own: no role opens it, only counts."""

from academy.development.models import CoachMatch, CoachProfile
from academy.development.permissions.entries import BELONGS
from academy.engines.access.permissions import Permission, declare, giver
from academy.identity.actor import Actor
from academy.people.choices import ACADEMY_ROLES, RoleCode
from academy.people.givers import HERSELF, holder_here


@giver("a colleague of an organisation where the coach is listed")
def _finder(actor: Actor, thing: object) -> bool:
    return (
        isinstance(thing, CoachProfile)
        and actor.person_id is not None
        and thing.listed
        and thing.organisation_id in actor.reaches
    )


@giver("a colleague of an organisation where the coach is listed, not the coach herself")
def _asker(actor: Actor, thing: object) -> bool:
    return isinstance(thing, CoachProfile) and _finder.judge(actor, thing) and thing.person_id != actor.person_id


@giver("the coach or mentor who was asked")
def _coach(actor: Actor, thing: object) -> bool:
    return (
        isinstance(thing, CoachMatch)
        and actor.person_id is not None
        and thing.profile.person_id == actor.person_id
        and thing.organisation_id in actor.reaches
    )


FINDER = _finder
ASKER = _asker
COACH = _coach
COACHES = holder_here("who holds the role of coach or mentor, here", RoleCode.COACH)
ACADEMY_HERE = holder_here("the academy, here", *ACADEMY_ROLES)

PERMISSIONS = declare(
    Permission("development.coach.find", "Find a coach or mentor", (BELONGS,)),
    Permission("development.coach.see", "Read what a coach or mentor offers", (HERSELF, FINDER)),
    Permission("development.coach.offer", "Offer oneself as a coach or mentor", (COACHES,)),
    Permission("development.coach.keep", "Keep one's own profile as a coach or mentor", (HERSELF,)),
    Permission("development.coach.add", "Add a coach or mentor and take one off the list", (ACADEMY_HERE,)),
    Permission("development.coaching.count", "See coaching by counts, without who and with whom", (ACADEMY_HERE,)),
    Permission("development.match.ask", "Ask a coach or mentor", (ASKER,)),
    Permission("development.match.see", "See a match", (HERSELF, COACH)),
    Permission("development.match.answer", "Accept or decline to coach somebody", (COACH,)),
    Permission("development.match.own", "Say yes to one's coach, take a request back, ask another", (HERSELF,)),
    Permission("development.match.keep", "Sign the contract, note meetings and end coaching", (HERSELF, COACH)),
)
