"""How much of one person's record a reader may see, and of which organisations."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from academy.identity.actor import Actor
from academy.people.choices import ACADEMY_ROLES, RECORD_ROLES, RoleCode
from academy.people.selectors.belonging import Belonging, belongings, belongings_ever
from academy.people.selectors.line_management import organisations_managed

KEEPERS_OF_RECORD = (*ACADEMY_ROLES, RoleCode.HR)


@dataclass(frozen=True)
class Sight:
    """What the reader may see beyond name and job: the record over time, absences, spinal points."""

    record: bool = False
    absences: bool = False
    pay: bool = False


def organisations_of_record(actor: Actor, person_id: int) -> frozenset[int] | None:
    """Ids of the organisations whose part of the person's record the reader may see; None means all, for her own.

    Somebody who keeps records in one council does not read what another employed the person as: a role, or being her
    line manager, opens the part of the organisation where it takes her in, and no other.
    """
    if actor.person_id == person_id:
        return None
    ever, now = partial(belongings_ever, person_id), partial(belongings, person_id, actor.on)
    by_role = _taken_in(actor, KEEPERS_OF_RECORD, ever) | _taken_in(actor, RECORD_ROLES, now)
    return by_role | _managed(actor, person_id)


def organisations_of_pay(actor: Actor, person_id: int) -> frozenset[int] | None:
    """The same of her spinal points: human resources of the organisation that pays her, and her line manager there."""
    if actor.person_id == person_id:
        return None
    by_role = _taken_in(actor, (RoleCode.HR,), partial(belongings_ever, person_id))
    return by_role | _managed(actor, person_id)


def _taken_in(actor: Actor, codes: tuple[str, ...], find: Callable[[], tuple[Belonging, ...]]) -> frozenset[int]:
    """Organisations with a place of hers that one of the roles takes in; her places are asked for holders only."""
    if not any(role.code in codes for role in actor.roles):
        return frozenset()
    return frozenset(
        place.organisation_id
        for place in find()
        if actor.holds(
            *codes, organisation_id=place.organisation_id, service_id=place.service_id, team_id=place.team_id
        )
    )


def _managed(actor: Actor, person_id: int) -> frozenset[int]:
    if actor.person_id is None or person_id not in actor.manages:
        return frozenset()
    return organisations_managed(person_id, by=actor.person_id, on=actor.on) & actor.reaches
