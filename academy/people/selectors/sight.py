"""How much of one person's record a reader may see, and of which organisations."""

from dataclasses import dataclass

from academy.identity.actor import Actor
from academy.people.choices import ACADEMY_ROLES, RECORD_ROLES, RoleCode

RECORD_READERS = (*ACADEMY_ROLES, RoleCode.HR, *RECORD_ROLES)


@dataclass(frozen=True)
class Sight:
    """What the reader may see beyond name and job: the record over time, absences, spinal points."""

    record: bool = False
    absences: bool = False
    pay: bool = False


def organisations_of_record(actor: Actor, person_id: int) -> frozenset[int] | None:
    """Ids of the organisations whose part of the person's record the reader may see; None means all, for her own.

    Somebody who keeps records in one council does not read what another employed the person as.
    """
    if actor.person_id == person_id:
        return None
    by_role = frozenset(role.organisation_id for role in actor.roles if role.code in RECORD_READERS)
    return by_role | (actor.reaches if person_id in actor.manages else frozenset())
