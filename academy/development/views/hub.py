"""The page everything about one's own development is reached from."""

from typing import Any

from academy.development.hub.cards import cards_for
from academy.engines.access.views import Page


class Hub(Page):
    """One's own development at a glance: a card for each thing that concerns her."""

    permission = "development.plan.see"
    section = "development"
    template_name = "development/hub.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "My development",
            "intro": "What you and your manager agree and do together, in one place.",
            "cards": cards_for(self.actor),
        }
