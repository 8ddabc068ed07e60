"""Packs of sampled cases leave once somebody has read and cleared them, for whom the employer names outside (D1-64)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from academy.engines.access.models import Grant
from academy.engines.access.permissions import allows
from academy.engines.access.services import grants
from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.services import notices
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.rules.spans import in_words
from academy.people.services.judging import require
from panels.models import Clearance, Sample, Sampled
from panels.notices import moderation as told
from panels.querysets.samples import READS_OUTSIDE
from panels.rules.packs import can_clear
from panels.selectors.packs import clearing_of, people_outside
from panels.selectors.wording import of_draw
from panels.services.locking import NOT_YOURS

CLEAR, NAME_READER = "panels.pack.clear", "panels.sample.name_reader"
NOT_OUTSIDE = "Choose a guest or partner of your organisation who has no post there. Add her as a guest first."


@dataclass(frozen=True, kw_only=True)
class Read:
    """What somebody says who read a pack: the fingerprint of what she saw, which lines are hidden in it besides, and
    that she read it to its end."""

    seen: str
    is_read: bool
    also: str = ""


@command("panels.pack.clear")
def clear(*, sampled: Sampled, said: Read, by: Actor, at: datetime) -> Clearance:
    """Clear the pack of a sampled case to leave: these words and no others. Cleared before, it begins from what left,
    and what is made of that is given out no more.

    Refuses whoever does not run moderation there or does not see the case, what reads otherwise than what was read,
    and whoever does not say that she read it.
    """
    seen = Sampled.objects.visible_to(by).filter(pk=sampled.pk).values("pk")
    held = Sampled.objects.select_for_update(of=("self",)).filter(pk__in=seen)
    current = held.select_related("sample", "case__snapshot", "case__recommendation__enrolment__policy").first()
    if current is None or not allows(CLEAR, by, current):
        raise Refused(NOT_YOURS)
    stands = clearing_of(current, by, also=said.also)
    require(can_clear(lines=said.also, seen=said.seen, stands=stands.sha256, is_read=said.is_read))
    made = Clearance.objects.create(
        sampled=current,
        number=stands.last.number + 1 if stands.last is not None else 1,
        content=stands.pack.content,
        sha256=stands.sha256,
        cleared_by_id=by.person_id,
        cleared_at=at,
    )
    record(made, moved=("", "cleared"), note="read and cleared", organisation=current.organisation_id)
    return made


@command("panels.sample.name_reader")
def name_reader(*, sample: Sample, person: Person, until_on: date, by: Actor, at: datetime) -> Grant:
    """Let somebody from outside read what is cleared of a draw, up to and with a day, and write what she thinks of it;
    she is told. Named again, she only gets the new day.

    Refuses whoever does not run moderation there, somebody of the employer or not known there, and a day in the past.
    """
    if not allows(NAME_READER, by, sample):
        raise Refused(NOT_YOURS)
    if person not in people_outside(sample.organisation_id, on=by.on):
        raise Refused(NOT_OUTSIDE, field="person")
    given = grants.give(person=person, thing=sample, purpose=READS_OUTSIDE, by=by, at=at, until_on=until_on)
    record(sample, note="reader named", about=person.pk, organisation=sample.organisation_id)
    context = told.SampleContext(
        draw=of_draw(sample),
        employer=sample.organisation.name,
        due=in_words(until_on),
        url=reverse("panels:outside-draw", args=[sample.pk]),
    )
    notices.send(kind=told.TO_READ, to=person, context=context, by=by, at=at)
    return given


@command("panels.sample.end_reader")
def end_reader(*, grant: Grant, sample: Sample, by: Actor, at: datetime) -> Grant:
    """End it this moment: she reads the draw no more. Refuses whoever does not run moderation there, and what ended
    before."""
    if not allows(NAME_READER, by, sample):
        raise Refused(NOT_YOURS)
    ended = grants.withdraw(grant=grant, by=by, at=at)
    record(sample, note="reader ended", about=grant.person_id, organisation=sample.organisation_id)
    return ended
