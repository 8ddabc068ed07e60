"""The card of one's supervision, and of whom one supervises."""

from django.urls import reverse

from academy.development.hub.cards import Card, CardSource, declare
from academy.development.selectors.supervisions import Kept, agreements_of, agreements_with, kept
from academy.identity.actor import Actor


def _supervision(actor: Actor) -> list[Card]:
    own = [_card(row) for row in kept(agreements_of(actor), on=actor.on)]
    number = agreements_with(actor).count()
    address = reverse("development:supervisions")
    if number or not own:
        gives = f"You supervise {number}." if number else "Nothing is agreed yet."
        own.append(Card(title="Supervision", url=address, says=f"{gives} Days are planned, noted and signed here."))
    return own


def _card(row: Kept) -> Card:
    next_on = row.planned.planned_on if row.planned else row.rhythm.due_on
    return Card(
        title=f"{row.agreement.get_strand_display()} supervision",
        url=row.agreement.get_absolute_url(),
        says=f"With {row.agreement.supervisor.full_name}.",
        state=row.state,
        due_on=next_on,
        due_words="Next planned for" if row.planned else "Next by your rhythm on",
    )


declare(CardSource(key="development.supervision", order=35, read=_supervision))
