"""How people without a post belong to an organisation."""

from datetime import date, datetime

from academy.engines.audit.commands import command, record
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.models import Membership
from academy.people.rules import endings
from academy.people.rules.roles import keeps
from academy.people.rules.spans import Span
from academy.people.services.judging import lock_person, require


@command("people.membership.begin")
def begin(
    *,
    person: Person,
    organisation: Organisation,
    kind: str,
    from_on: date,
    by: Actor,
    at: datetime,
    until_on: date | None = None,
) -> Membership:
    """Let somebody belong to an organisation as candidate, partner, university partner, student or guest.

    Refuses days in the wrong order, the same membership twice at a time, and an actor who does not keep the place.
    """
    require(keeps(by, organisation.pk))
    lock_person(person.pk)
    span = Span(from_on, until_on)
    same = person.memberships.filter(organisation=organisation, kind=kind)
    others = [Span(other.from_on, other.until_on) for other in same]
    require(endings.is_in_order(span), endings.is_alone(span, others, what="the same membership"))
    membership = Membership.objects.create(
        person=person, organisation=organisation, kind=kind, from_on=from_on, until_on=until_on
    )
    record(membership, changed=("kind", "from_on", "until_on"), about=person.pk, organisation=organisation.pk)
    return membership


@command("people.membership.end")
def end(*, membership: Membership, last_day: date, by: Actor, at: datetime) -> Membership:
    """End a membership after its last day. Refuses an ended one and a day before it began."""
    require(keeps(by, membership.organisation_id))
    lock_person(membership.person_id)
    membership.refresh_from_db()
    require(endings.can_end(Span(membership.from_on, membership.until_on), last_day))
    membership.until_on = last_day
    membership.save(update_fields=["until_on"])
    record(
        membership,
        moved=("held", "ended"),
        changed=("until_on",),
        about=membership.person_id,
        organisation=membership.organisation_id,
    )
    return membership
