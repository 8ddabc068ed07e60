"""Sittings for everybody to plan towards, and keeping them."""

from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Door, Page
from academy.identity.models import Organisation
from pathways.forms.sittings import CancelForm, SittingForm
from pathways.models import Sitting
from pathways.rules.sittings import odd_days
from pathways.selectors.sittings import kept_sittings, sittings_for
from pathways.services.sittings import add, cancel, change
from pathways.views.choices import MY_PATHWAY


class Sittings(Page):
    """Sittings of one's organisations, with the last days to hand in and to endorse: to come, and those that were."""

    permission = "pathways.ladder.see"
    section = "pathways"
    template_name = "pathways/sittings.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "Sittings",
            "found": sittings_for(self.actor),
            "may_keep": allows("pathways.sitting.keep", self.actor),
            "crumbs": [MY_PATHWAY, ("Sittings", "")],
        }


class InOrganisation(Door):
    """A page of the organisation acted in."""

    permission = "pathways.sitting.keep"
    section = "settings"

    @cached_property
    def organisation(self) -> Organisation:
        return Organisation.objects.get(pk=self.actor.organisation_id)


class KeptSittings(InOrganisation, Page):
    """The academy's list of sittings, the next first."""

    template_name = "pathways/keeping/sittings.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "Sittings",
            "caption": self.organisation.name,
            "found": kept_sittings(self.actor),
            "crumbs": [settings(), ("Sittings", "")],
        }


class KeepingForm(InOrganisation, FormPage):
    """One form and one act about a sitting; afterwards the list."""

    def read(self) -> dict[str, Any]:
        back = reverse("pathways_settings:sittings")
        return {
            "caption": self.organisation.name,
            "cancel_url": back,
            "crumbs": [settings(), ("Sittings", back), (self.title, "")],
        }

    def next_page(self, made: Model | None) -> str:
        return reverse("pathways_settings:sittings")


class PlanForm(KeepingForm):
    """A form with the days of a sitting: one at a weekend or on a bank holiday is kept, and said."""

    form_class = SittingForm

    def next_page(self, made: Model | None) -> str:
        if isinstance(made, Sitting):
            for sentence in odd_days(on=made.on, submit_by=made.submit_by, endorse_by=made.endorse_by):
                messages.warning(self.request, sentence)
        return super().next_page(made)


class AddSitting(PlanForm):
    title = "Add a sitting"
    intro = "Everybody of your organisation sees it and can plan towards it."
    done_message = "The sitting is added."

    def act(self, form: SittingForm) -> Model:
        return add(organisation=self.organisation, plan=form.plan, by=self.actor, at=self.now)


class OneSitting(KeepingForm):
    thing: Sitting

    def load(self) -> Sitting:
        here = Sitting.objects.visible_to(self.actor).standing().filter(organisation_id=self.actor.organisation_id)
        sitting: Sitting = self.find(here, pk=self.kwargs["pk"])
        return sitting


class ChangeSitting(OneSitting, PlanForm):
    title = "Change a sitting"
    intro = "Whoever plans towards it is told when one of its days changes."
    done_message = "The sitting is as you wrote it."

    def form_arguments(self) -> dict[str, Any]:
        names = ("purpose", "on", "submit_by", "endorse_by", "title")
        return {"initial": {name: getattr(self.thing, name) for name in names}}

    def act(self, form: SittingForm) -> Model:
        return change(sitting=self.thing, plan=form.plan, by=self.actor, at=self.now)


class CancelSitting(OneSitting):
    form_class = CancelForm
    title = "Cancel a sitting"
    intro = "It stays in the list, with the reason."
    done_message = "The sitting is cancelled. Whoever planned towards it is told."

    def act(self, form: CancelForm) -> Model:
        return cancel(sitting=self.thing, because=form.cleaned_data["because"], by=self.actor, at=self.now)


def settings() -> tuple[str, str]:
    """The way back to the settings."""
    return ("Settings", reverse("settings:start"))
