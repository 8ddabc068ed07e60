"""Talks with peers for tests."""

from datetime import date, datetime
from typing import Any

from academy.development.models import Entry, PeerReflection
from academy.development.services.reflections import OutsidePeer, Talk, ask_colleague, note_outside
from academy.identity.models import Person
from tests.factories.people import NOW, as_actor

TALK = Talk(talked_on=date(2026, 11, 16), learnt="That I asked for the second sister too late.")
ROSA = OutsidePeer(name="Rosa Whitlock", role="Hospice nurse", counts_as="professional", email="rosa@hospice.example")


def asked_colleague(entry: Entry, peer: Person, *, at: datetime = NOW, talk: Talk = TALK) -> PeerReflection:
    """The author asked a colleague."""
    return ask_colleague(entry=entry, peer=peer, talk=talk, by=as_actor(entry.author), at=at)


def noted_outside(entry: Entry, *, peer: OutsidePeer = ROSA, at: datetime = NOW) -> PeerReflection:
    """The author named somebody outside, who is sent a link if she has an address."""
    return note_outside(entry=entry, peer=peer, talk=TALK, by=as_actor(entry.author), at=at)


def reflection_of(entry: Entry, state: str, **said: Any) -> PeerReflection:
    """A stored row in a state, with every time a state may need."""
    given = {
        "entry": entry,
        "counts_as": "professional",
        "title": entry.title,
        "talked_on": TALK.talked_on,
        "learnt": TALK.learnt,
        "noted_at": NOW,
        "asked_at": NOW,
        "answered_at": NOW,
        "withdrawn_at": NOW,
    }
    if "peer" not in said:
        given |= {"outside_name": "Rosa Whitlock"}
    return PeerReflection.objects.create(**{**given, "state": state, **said})
