"""Letting oneself be suggested as a peer, and ending it."""

from datetime import datetime

from academy.development.models import PeerOffer
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor


@command("development.partner.offer")
def offer(*, by: Actor, at: datetime) -> PeerOffer:
    """Let the actor be suggested to colleagues of other teams who wrote about the same standards. Twice is once."""
    if not allows("development.partner.offer", by):
        raise Refused("This is for somebody with a post or a membership. Ask your academy lead to add yours.")
    made, _ = PeerOffer.objects.get_or_create(person_id=by.person_id, defaults={"offered_at": at})
    record(made, moved=("", "offered"), about=by.person_id)
    return made


@command("development.partner.end")
def end(*, by: Actor, at: datetime) -> PeerOffer:
    """Suggest the actor to nobody any more. Refuses somebody who is not suggested."""
    found = PeerOffer.objects.filter(person_id=by.person_id).first()
    if found is None:
        raise Refused("You are not suggested to anybody.")
    record(found, moved=("offered", ""), about=by.person_id)
    PeerOffer.objects.filter(pk=found.pk).delete()
    return found
