"""Peer learning sessions that wait for who leads them."""

from datetime import date

from django.urls import reverse

from academy.development.selectors.peer_sessions import to_note_for
from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor


def _to_note(actor: Actor, on: date) -> list[Item]:
    """Sessions she leads whose day is past and where nobody said yet who came."""
    if actor.person_id is None:
        return []
    return [
        Item(
            what=f"Say who came to “{session.topic}”",
            why="Then it counts for everybody who was there.",
            url=reverse("development:hold-peer-session", args=[session.pk]),
            action="Note who came",
            waiting_since=session.held_on,
        )
        for session in to_note_for(actor)
    ]


declare(Provider("development.peer_session", _to_note))
