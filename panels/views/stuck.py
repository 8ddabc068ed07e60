"""Cases that sit still, by whom they wait for."""

from typing import Any

from django.urls import reverse

from academy.engines.access.views import Page
from panels.selectors.stuck import holders_of
from panels.views.doors import PANELS

TITLE = "Waiting too long"


class StuckPage(Page):
    """Where she chairs, clerks or leads: whose turn lasts longer than the policy allows, and since when."""

    permission = "panels.stuck.see"
    section = "panels"
    template_name = "panels/reports/stuck.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": TITLE,
            "intro": "Each case stands under whom it waits for, the longest waiting first. Once a week you are told.",
            "crumbs": [(PANELS, reverse("panels:home")), (TITLE, "")],
            "holders": holders_of(self.actor),
        }
