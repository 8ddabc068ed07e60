"""Who is partner of a partnership, from which day to which."""

from datetime import date, datetime

from academy.engines.audit.commands import Refused, command, record
from academy.engines.reference.choices import Origin
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.people.models import PartnershipMember
from academy.people.rules import endings
from academy.people.rules import organisations as rules
from academy.people.rules.places import keeps_all
from academy.people.rules.spans import Span
from academy.people.services.judging import lock_organisation, require

ANOTHER = "the same partner"


@command("people.partner.add")
def add(
    *,
    partnership: Organisation,
    member: Organisation,
    from_on: date,
    by: Actor,
    at: datetime,
    until_on: date | None = None,
) -> PartnershipMember:
    """Take an organisation into a partnership (S3-01). Refuses what is no partnership, the partnership itself, an
    organisation that ended before, days in the wrong order, the same partner twice at a time, and an actor who does not
    keep the whole partnership."""
    require(keeps_all(by, partnership.pk))
    lock_organisation(partnership.pk)
    partnership.refresh_from_db()
    span = Span(from_on, until_on)
    require(
        rules.can_have_partners(partnership.kind),
        rules.can_be_partner(is_itself=member.pk == partnership.pk, ends_on=member.ends_on, from_on=from_on),
        endings.is_in_order(span),
        endings.is_alone(span, _others(partnership, member.pk), what=ANOTHER),
    )
    partner = PartnershipMember.objects.create(
        partnership=partnership, member=member, from_on=from_on, until_on=until_on
    )
    record(partner, changed=("member", "from_on", "until_on"), organisation=partnership.pk)
    return partner


@command("people.partner.change")
def change(
    *, partner: PartnershipMember, from_on: date, by: Actor, at: datetime, until_on: date | None = None, note: str = ""
) -> PartnershipMember:
    """Correct from which day to which an organisation is a partner; without a last day it goes on. Reference data
    leaves it alone from then on. Refuses what adding refuses, and a change that changes nothing."""
    _judge(partner, by)
    span = Span(from_on, until_on)
    require(
        rules.can_be_partner(is_itself=False, ends_on=partner.member.ends_on, from_on=from_on),
        endings.is_in_order(span),
        endings.is_alone(span, _others(partner.partnership, partner.member_id, besides=partner.pk), what=ANOTHER),
    )
    changed = [
        name for name, value in (("from_on", from_on), ("until_on", until_on)) if getattr(partner, name) != value
    ]
    if not changed:
        raise Refused("Nothing is different. Change what is wrong, or go back.")
    partner.from_on, partner.until_on, partner.origin = from_on, until_on, Origin.PUBLISHED
    partner.save(update_fields=["from_on", "until_on", "origin"])
    record(partner, changed=changed, note=note, organisation=partner.partnership_id)
    return partner


@command("people.partner.end")
def end(*, partner: PartnershipMember, last_day: date, note: str, by: Actor, at: datetime) -> PartnershipMember:
    """An organisation is a partner up to that day. Refuses an ended one, a day before it joined, and an actor who does
    not keep the whole partnership."""
    _judge(partner, by)
    require(endings.can_end(Span(partner.from_on, partner.until_on), last_day))
    _ended(partner, last_day)
    record(partner, moved=("held", "ended"), changed=("until_on",), note=note, organisation=partner.partnership_id)
    return partner


@command("people.partner.leave")
def leave(*, partner: PartnershipMember, last_day: date, by: Actor, at: datetime) -> PartnershipMember:
    """An organisation that ends leaves its partnership with its last day: part of ending it, which judges who may."""
    lock_organisation(partner.partnership_id)
    _ended(partner, last_day)
    record(partner, moved=("held", "ended"), changed=("until_on",), organisation=partner.partnership_id)
    return partner


def _ended(partner: PartnershipMember, last_day: date) -> None:
    partner.until_on, partner.origin = last_day, Origin.PUBLISHED
    partner.save(update_fields=["until_on", "origin"])


def _judge(partner: PartnershipMember, by: Actor) -> None:
    require(keeps_all(by, partner.partnership_id))
    lock_organisation(partner.partnership_id)
    partner.refresh_from_db()


def _others(partnership: Organisation, member_id: int, *, besides: int | None = None) -> list[Span]:
    rows = partnership.partners.filter(member_id=member_id).exclude(pk=besides)
    return [Span(row.from_on, row.until_on) for row in rows]
