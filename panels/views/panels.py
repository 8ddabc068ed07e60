"""Panels as standing bodies: set up, read, called otherwise, ended; who sits on them; sittings taken up."""

from typing import Any

from django.db.models import Model
from django.urls import reverse

from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Page
from academy.identity.models import Organisation
from panels.forms.panels import EndForm, SetUpForm, TitleForm
from panels.selectors.panel_page import page_of
from panels.services.panels import KEEP, change, end, set_up
from panels.services.sittings import PLACE
from panels.views.doors import PANELS, PanelDoor


class PanelPage(PanelDoor, Page):
    """What its policy asks, who sits on it, its sittings."""

    template_name = "panels/panel/panel.html"

    def read(self) -> dict[str, Any]:
        keeps = allows(KEEP, self.actor, self.thing)
        page = page_of(self.thing, self.actor, keeps=keeps)
        one = next((row.meeting for row in (*page.to_come, *page.held)), None)
        return {
            "title": self.thing.title,
            "caption": f"{self.thing.organisation.name}: {self.thing.get_purpose_display()}",
            "panel": self.thing,
            "page": page,
            "keeps": keeps,
            "places": one is not None and allows(PLACE, self.actor, one),
            "follows": one is not None and allows("panels.sitting.follow", self.actor, one),
            "crumbs": [*self.crumbs[:-1], (self.thing.title, "")],
        }


class SetUp(FormPage):
    """A panel from today on, in the organisation acted in."""

    permission = KEEP
    section = "panels"
    form_class = SetUpForm
    title = "Set up a panel"
    done_message = "Set up. Give people seats next."

    def read(self) -> dict[str, Any]:
        home = reverse("panels:home")
        return {"cancel_url": home, "crumbs": [(PANELS, home), (self.title, "")]}

    def act(self, form: SetUpForm) -> Model:
        here = Organisation.objects.get(pk=self.actor.organisation_id)
        said = form.cleaned_data
        return set_up(organisation=here, purpose=said["purpose"], title=said["title"], by=self.actor, at=self.now)


class PanelForm(PanelDoor, FormPage):
    """A form about a panel; afterwards the panel."""

    permission = KEEP

    def read(self) -> dict[str, Any]:
        return {
            "caption": self.thing.title,
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": [*self.crumbs, (self.title, "")],
        }

    def next_page(self, made: Model | None) -> str:
        return self.thing.get_absolute_url()


class Rename(PanelForm):
    form_class = TitleForm
    title = "Call it otherwise"
    done_message = "Saved."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"title": self.thing.title}}

    def act(self, form: TitleForm) -> Model:
        return change(panel=self.thing, title=form.cleaned_data["title"], by=self.actor, at=self.now)


class EndPanel(PanelForm):
    form_class = EndForm
    title = "End this panel"
    intro = "Every seat that lasts longer ends with it. What the panel decided stays."
    done_message = "The panel ends on that day."

    def act(self, form: EndForm) -> Model:
        return end(panel=self.thing, until_on=form.cleaned_data["until_on"], by=self.actor, at=self.now)
