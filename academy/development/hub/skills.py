"""The card of one's skills."""

from django.urls import reverse

from academy.development.hub.cards import Card, CardSource, declare
from academy.development.selectors.skills import matrix_of
from academy.identity.actor import Actor


def _skills(actor: Actor) -> list[Card]:
    """How much she said of what she is asked about; nothing where nothing is asked."""
    rows = [row for group in matrix_of(actor.person_id or 0, on=actor.on) for row in group.rows]
    if not rows:
        return []
    said = sum(row.mark is not None for row in rows)
    url, change = reverse("development:skills"), reverse("development:mark-skills")
    says = f"You said where you are with {said} of {len(rows)} skills."
    return [Card(title="Skills", url=url, says=says, button="Say where you are", button_url=change)]


declare(CardSource(key="development.skill", order=50, read=_skills))
