"""Reasons to be allowed something that rest on posts and roles. The thing asked about is a person, or is about one.

Each respects organisation and date: roles are those held on the actor's day, and a role answers for a person only if
its scope takes in a place where that person belongs on that day.
"""

from academy.engines.access.permissions import Giver, giver
from academy.engines.access.querysets import holds_grant
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.choices import OPENER_KINDS
from academy.people.models import Team
from academy.people.selectors.belonging import Belonging, belongings, belongings_ever
from academy.people.selectors.organisations import is_led


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
    if person_id is None or not actor.staff_of:
        return False
    return any(place.is_staff and place.organisation_id in actor.staff_of for place in belongings(person_id, actor.on))


@giver("a line manager, or a manager's deputy")
def _manages(actor: Actor, thing: object) -> bool:
    return bool(actor.manages)


@giver("anybody with a post")
def _staff(actor: Actor, thing: object) -> bool:
    return bool(actor.staff_of)


@giver("who was given sight of her by a grant")
def _granted(actor: Actor, thing: object) -> bool:
    return isinstance(thing, Person) and actor.person_id is not None and holds_grant(actor, thing)


HERSELF: Giver = _herself
LINE_MANAGER: Giver = _line_manager
COLLEAGUE: Giver = _colleague
STAFF: Giver = _staff
MANAGES: Giver = _manages
GRANTED: Giver = _granted


def holder_for_person(name: str, *codes: str) -> Giver:
    """Who holds one of the roles with a scope that takes in a place of the person the thing is about, on the day."""

    @giver(name)
    def held(actor: Actor, thing: object) -> bool:
        person_id = _judged(actor, thing, codes)
        return person_id is not None and _takes_in(actor, codes, belongings(person_id, actor.on))

    return held


def keeper_of_person(name: str, *codes: str) -> Giver:
    """The same for those who keep records: also where the person belonged before, and where she will belong."""

    @giver(name)
    def held(actor: Actor, thing: object) -> bool:
        person_id = _judged(actor, thing, codes)
        return person_id is not None and _takes_in(actor, codes, belongings_ever(person_id))

    return held


def holder_here(name: str, *codes: str) -> Giver:
    """Who holds one of the roles, in whatever scope, in the thing's organisation or, without a thing, the acting one.

    Of a thing that belongs to no organisation, as a person does not, this says nothing.
    """

    @giver(name)
    def held(actor: Actor, thing: object) -> bool:
        organisation_id = actor.organisation_id if thing is None else getattr(thing, "organisation_id", None)
        return any(role.code in codes and role.organisation_id == organisation_id for role in actor.roles)

    return held


def holder_of_all_here(name: str, *codes: str) -> Giver:
    """Who holds one of the roles for the whole of the thing's organisation or, without a thing, of the acting one; an
    organisation is its own."""

    @giver(name)
    def held(actor: Actor, thing: object) -> bool:
        organisation_id = actor.organisation_id if thing is None else _organisation_of(thing)
        return organisation_id in actor.organisations_where(*codes)

    return held


def opener_here(name: str, *codes: str) -> Giver:
    """Who holds one of the roles for the whole of the organisation acted in, where that is one that adds others."""

    @giver(name)
    def held(actor: Actor, thing: object) -> bool:
        place = {actor.organisation_id} & actor.organisations_where(*codes)
        return bool(place) and Organisation.objects.filter(pk__in=place, kind__in=OPENER_KINDS).exists()

    return held


def answerer_for(name: str, *codes: str) -> Giver:
    """Who holds one of the roles for the whole of the organisation that added this one, as long as nobody of its own
    can give roles."""

    @giver(name)
    def held(actor: Actor, thing: object) -> bool:
        if not isinstance(thing, Organisation) or thing.opened_by_id not in actor.organisations_where(*codes):
            return False
        return not is_led(thing.pk, actor.on)

    return held


def _organisation_of(thing: object) -> int | None:
    """The id of the organisation a thing is or belongs to; a team belongs to its service's."""
    if isinstance(thing, Organisation):
        return thing.pk
    place = thing.service if isinstance(thing, Team) else thing
    found: int | None = getattr(place, "organisation_id", None)
    return found


def _judged(actor: Actor, thing: object, codes: tuple[str, ...]) -> int | None:
    """The person to judge; None where nothing needs to be asked because the actor holds none of the roles."""
    return person_of(thing) if any(role.code in codes for role in actor.roles) else None


def _takes_in(actor: Actor, codes: tuple[str, ...], places: tuple[Belonging, ...]) -> bool:
    return any(
        actor.holds(*codes, organisation_id=place.organisation_id, service_id=place.service_id, team_id=place.team_id)
        for place in places
    )
