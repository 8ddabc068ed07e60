"""Reasons to be allowed something that rest on posts and roles. What is asked about is a person, or is about one.

Each respects organisation and date: roles are those held on the actor's day, and a role answers for a person only if
its scope takes in a place where that person belongs on that day.
"""

from academy.engines.access.permissions import Giver, giver
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.selectors.belonging import belongings


def person_of(thing: object) -> int | None:
    """The id of the person a thing is about: itself, or whose it says it is."""
    if isinstance(thing, Person):
        return thing.pk
    for name in ("person_id", "author_id", "owner_id"):
        found = getattr(thing, name, None)
        if isinstance(found, int):
            return found
    return None


@giver("the person herself")
def _herself(actor: Actor, thing: object) -> bool:
    return actor.person_id is not None and person_of(thing) == actor.person_id


@giver("her line manager, or the manager's deputy")
def _line_manager(actor: Actor, thing: object) -> bool:
    return person_of(thing) in actor.manages


@giver("a colleague in the same organisation")
def _colleague(actor: Actor, thing: object) -> bool:
    person_id = person_of(thing)
    return person_id is not None and any(
        place.is_staff and place.organisation_id in actor.staff_of for place in belongings(person_id, actor.on)
    )


@giver("anybody with a post")
def _staff(actor: Actor, thing: object) -> bool:
    return bool(actor.staff_of)


HERSELF: Giver = _herself
LINE_MANAGER: Giver = _line_manager
COLLEAGUE: Giver = _colleague
STAFF: Giver = _staff


def holder_for_person(name: str, *codes: str) -> Giver:
    """Who holds one of the roles with a scope that takes in the person the thing is about."""

    @giver(name)
    def held(actor: Actor, thing: object) -> bool:
        person_id = person_of(thing)
        if person_id is None or not any(role.code in codes for role in actor.roles):
            return False
        return any(
            actor.holds(*codes, organisation_id=at.organisation_id, service_id=at.service_id, team_id=at.team_id)
            for at in belongings(person_id, actor.on)
        )

    return held


def holder_here(name: str, *codes: str) -> Giver:
    """Who holds one of the roles, in whatever scope, in the thing's organisation or, without one, the acting one."""

    @giver(name)
    def held(actor: Actor, thing: object) -> bool:
        organisation_id = getattr(thing, "organisation_id", None) or actor.organisation_id
        return any(role.code in codes and role.organisation_id == organisation_id for role in actor.roles)

    return held
