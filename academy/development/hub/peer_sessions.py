"""The card of peer learning."""

from django.urls import reverse
from django.utils.formats import date_format

from academy.development.hub.cards import Card, CardSource, declare
from academy.development.selectors.peer_sessions import coming_for
from academy.identity.actor import Actor


def _coming(actor: Actor) -> list[Card]:
    """The next session for her, or how to plan one; one query."""
    if actor.organisation_id not in actor.staff_of:
        return []
    session = coming_for(actor).first()
    url = reverse("development:peer-sessions")
    if session is None:
        return [
            Card(title="Peer learning", url=url, says="Nothing is planned. Plan a session, and your team finds it.")
        ]
    says = (
        f"{session.topic}, on {date_format(session.held_on, 'j F')}. {'You joined.' if session.joined else 'Join it.'}"
    )
    return [Card(title="Peer learning", url=url, says=says, button="See it", button_url=session.get_absolute_url())]


declare(CardSource(key="development.peer_session", order=60, read=_coming))
