"""The cards of one's own writing: what the other cards grow from."""

from django.urls import reverse

from academy.development.hub.cards import Card, CardSource, declare
from academy.identity.actor import Actor


def _year(actor: Actor) -> list[Card]:
    return [
        Card(
            title="My year",
            url=reverse("development:year"),
            says="What you wrote about your learning. It stays yours: goals and appraisals only point to it.",
            button="Write an entry",
            button_url=reverse("development:new"),
        )
    ]


declare(CardSource(key="development.year", order=90, read=_year))
