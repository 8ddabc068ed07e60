"""The card of one's induction, while it goes on, and of one's people's."""

from django.urls import reverse

from academy.development.hub.cards import Card, CardSource, declare
from academy.development.selectors.inductions import inductions_managed, inductions_of, standings
from academy.identity.actor import Actor


def _inductions(actor: Actor) -> list[Card]:
    own = [
        Card(
            title="Induction",
            url=row.induction.get_absolute_url(),
            says=f"{row.says}. You tick, your manager confirms, and both of you sign.",
            state=row.state,
            due_on=row.due.on,
        )
        for row in standings(inductions_of(actor).unsigned(), on=actor.on)
    ]
    managed = inductions_managed(actor).count() if actor.manages else 0
    if managed:
        going_on = "1 induction is" if managed == 1 else f"{managed} inductions are"
        own.append(
            Card(
                title="Inductions of my people",
                url=reverse("development:inductions"),
                says=f"{going_on} going on.",
            )
        )
    return own


declare(CardSource(key="development.induction", order=30, read=_inductions))
