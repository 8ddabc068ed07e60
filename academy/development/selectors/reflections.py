"""Talks with peers: those of entries, those that wait for somebody, and why a colleague counts as a peer."""

import uuid
from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from academy.development.choices import PeerStanding
from academy.development.models import Entry, PeerReflection
from academy.development.rules.peers import counts_as
from academy.identity.actor import Actor
from academy.people.choices import Regulator
from academy.people.models import Registration, Terms
from academy.people.querysets import holds_on
from academy.people.selectors.whereabouts import reaches_on

OWN_ENTRIES = uuid.UUID("5f1f62f4-3d1b-4c55-9a35-7a0ce5c7d2c1")
# Only who still works with the organisation of the entry may know of the talk and answer.
PEER_REACHES = {"person": "peer_id", "organisation": "entry__organisation_id"}


def has_peer_reflection(entries: Iterable[Entry]) -> frozenset[int]:
    """Ids of those entries that were talked over with a peer, confirmed or not (D4-03); one query."""
    found = PeerReflection.objects.talked().filter(entry__in=[entry.pk for entry in entries])
    return frozenset(found.values_list("entry_id", flat=True))


def asked_of(actor: Actor) -> list[PeerReflection]:
    """Talks the actor is asked to confirm, longest waiting first; one query."""
    asked = PeerReflection.objects.visible_to(actor).waiting().filter(peer_id=actor.person_id)
    return list(asked.select_related("entry__author").order_by("asked_at", "pk"))


def asked_by(actor: Actor) -> list[PeerReflection]:
    """Talks the actor asked others to confirm and they still can, longest waiting first; one query."""
    can_answer = Q(peer__isnull=True) | reaches_on(actor.on, **PEER_REACHES)
    asked = PeerReflection.objects.waiting().filter(can_answer, entry__author_id=actor.person_id)
    return list(asked.select_related("entry", "peer").order_by("asked_at", "pk"))


def has_peer_left(reflection: PeerReflection, *, on: date) -> bool:
    """Is a colleague asked who can no longer answer, because she left the organisation of the entry? One query."""
    asked = PeerReflection.objects.waiting().filter(pk=reflection.pk, peer__isnull=False)
    return asked.exclude(reaches_on(on, **PEER_REACHES)).exists()


def talk_to_confirm(pk: str) -> PeerReflection | None:
    """The waiting talk a peer outside was sent a link about; one query. Whoever holds the open link may know of it."""
    waiting = PeerReflection.objects.waiting().filter(peer__isnull=True)
    found: PeerReflection | None = waiting.select_related("entry__author", "entry__organisation").filter(pk=pk).first()
    return found


def latest_talk(entry: Entry) -> PeerReflection | None:
    """The talk noted last beside an entry: a talk in a group is noted several times; one query."""
    found: PeerReflection | None = (
        PeerReflection.objects.standing().filter(entry=entry).order_by("-noted_at", "-pk").first()
    )
    return found


def standing_of(peer_id: int, *, author_id: int, on: date) -> PeerStanding:
    """Why a colleague counts as somebody's peer on a day; two queries."""
    terms = Terms.objects.filter(holds_on(on), holds_on(on, "post__"), post__person_id=author_id)
    registered = Registration.objects.filter(holds_on(on), person_id=peer_id, regulator=Regulator.SWE)
    return counts_as(is_manager=terms.filter(line_manager_id=peer_id).exists(), is_social_worker=registered.exists())


def own_entry_token(reflection: PeerReflection) -> uuid.UUID:
    """The name of the form of the entry the peer writes about the talk: asked for twice, it is one entry."""
    return uuid.uuid5(OWN_ENTRIES, str(reflection.pk))


def own_entry_about(reflection: PeerReflection, actor: Actor) -> Entry | None:
    """The entry the actor began about the talk, if she did; one query."""
    return Entry.objects.written_by(actor.person_id).filter(token=own_entry_token(reflection)).first()
