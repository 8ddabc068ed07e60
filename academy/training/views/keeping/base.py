"""What the academy's pages about its offer share: the organisation acted in, the way back, and ending something."""

from functools import cached_property
from typing import Any

from django.db.models import Model
from django.urls import reverse

from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Door
from academy.identity.models import Organisation

Crumbs = list[tuple[str, str]]


def training_crumbs(*steps: tuple[str, str]) -> Crumbs:
    """The way back to the settings and to training, then the steps; the last one has no address."""
    start = reverse("training_settings:start") if steps else ""
    return [("Settings", reverse("settings:start")), ("Training", start), *steps]


class KeepsOffer(Door):
    """A page of the academy of the organisation acted in. `listed` is its list: words and address name."""

    section = "settings"
    permission = "training.offer.keep"
    listed: tuple[str, str]

    @cached_property
    def organisation(self) -> Organisation:
        return Organisation.objects.get(pk=self.actor.organisation_id)

    @property
    def back(self) -> str:
        return reverse(f"training_settings:{self.listed[1]}")

    def crumbs(self, *steps: tuple[str, str]) -> Crumbs:
        """The way back to the list, then the steps."""
        return training_crumbs((self.listed[0], self.back if steps else ""), *steps)


class KeepingForm(KeepsOffer, FormPage):
    """One form and one act about something offered; afterwards the list."""

    def read(self) -> dict[str, Any]:
        return {
            "caption": str(self.thing or self.organisation),
            "cancel_url": self.back,
            "crumbs": self.crumbs((self.title, "")),
        }

    def next_page(self, made: Model | None) -> str:
        return self.back
