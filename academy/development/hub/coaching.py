"""The card of coaching: with whom one works, and where to find somebody."""

from django.urls import reverse

from academy.development.hub.cards import Card, CardSource, declare
from academy.development.selectors.coaching import open_views
from academy.identity.actor import Actor


def _coaching(actor: Actor) -> list[Card]:
    views = open_views(actor)
    own = [view for view in views if not view.is_coach]
    coached = [view for view in views if view.is_coach]
    waiting = next((view for view in views if view.waits_for_her), None)
    says = f"With {own[0].other.full_name}." if own else "Somebody outside your line who helps you on."
    if coached:
        says += f" You coach {len(coached)}." if len(coached) > 1 else f" You coach {coached[0].other.full_name}."
    return [
        Card(
            title="Coaching",
            url=reverse("development:coaching") if views else reverse("development:coaches"),
            says=says,
            state=own[0].state if own else None,
            button="It is your turn" if waiting else "Find a coach or mentor",
            button_url=waiting.match.get_absolute_url() if waiting else reverse("development:coaches"),
        )
    ]


declare(CardSource(key="development.coaching", order=60, read=_coaching))
