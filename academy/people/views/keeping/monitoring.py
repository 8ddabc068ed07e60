"""Equality monitoring as totals."""

from typing import Any

from django.urls import reverse

from academy.engines.access.views import Page
from academy.people.selectors.monitoring import LEAST, form_for, totals
from academy.people.views.keeping.base import InOrganisation, settings_crumbs


class MonitoringTotals(InOrganisation, Page):
    """What was answered here, counted; small numbers and what would give them away are hidden."""

    permission = "people.monitoring.count"
    template_name = "people/monitoring/totals.html"

    def read(self) -> dict[str, Any]:
        form = form_for(self.actor.organisation_id, on=self.today)
        return {
            "title": "Equality monitoring",
            "caption": self.organisation.name,
            "least": LEAST,
            "totals": totals(self.actor.organisation_id, form, on=self.today) if form else [],
            "crumbs": settings_crumbs(("People", reverse("settings:people")), ("Equality monitoring", "")),
        }
