"""The card of private notes."""

from django.urls import reverse

from academy.development.hub.cards import Card, CardSource, declare
from academy.identity.actor import Actor


def _notes(actor: Actor) -> list[Card]:
    says = "Your profile, your network, your thoughts. Nobody else reads them, whatever role they hold."
    return [Card(title="Private notes", url=reverse("development:notes"), says=says)]


declare(CardSource(key="development.note", order=95, read=_notes))
