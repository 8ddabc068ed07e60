"""The year's plan of moderation, and one action: how it goes, what came of it."""

from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Page
from academy.engines.guard.pages import GuardedPage
from academy.identity.models import Organisation, Person
from panels.forms.themes import ActionForm, ChangeForm, CloseForm, DropForm, ProgressForm
from panels.models import Action, Theme
from panels.selectors.themes import open_themes
from panels.selectors.year_plan import as_planned, owners_for, plan_of, years_planned
from panels.services.year_plan import FOLLOW, KEEP, change, close, drop, note_progress, plan
from panels.views.doors import PANELS

TITLE = "The year’s plan"


class YearPlan(GuardedPage, FormPage):
    """The actions of a year, and a form for another. Reading it opens nobody's record."""

    permission = KEEP
    section = "panels"
    form_class = ActionForm
    template_name = "panels/moderation/plan.html"
    title = TITLE
    intro = "What the academy does about what moderation showed. Whoever sees to an action is told, and reminded."
    done_message = "Planned."

    @cached_property
    def years(self) -> list[int]:
        return years_planned(self.actor.organisation_id, on=self.today)

    @property
    def year(self) -> int:
        asked = self.request.GET.get("year", "")
        return next((each for each in self.years if str(each) == asked), self.today.year)

    def form_arguments(self) -> dict[str, Any]:
        here = self.actor.organisation_id
        return {"themes": open_themes(here), "owners": owners_for(here, on=self.today)}

    def read(self) -> dict[str, Any]:
        return {
            "caption": str(self.year),
            "years": [(each, each == self.year) for each in self.years],
            "plan": plan_of(self.actor, self.year),
            "crumbs": [(PANELS, reverse("panels:home")), (TITLE, "")],
        }

    def act(self, form: ActionForm) -> Model:
        here = Organisation.objects.get(pk=self.actor.organisation_id)
        return plan(organisation=here, year=self.year, said=form.planned, by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return f"{reverse('panels:year-plan')}?year={self.year}"


class ActionDoor(Page):
    """A view of one action."""

    permission = FOLLOW
    section = "panels"
    thing: Action

    def load(self) -> Action:
        seen = Action.objects.visible_to(self.actor).select_related("theme", "owner", "organisation")
        found: Action = self.find(seen, pk=self.kwargs["pk"])
        return found

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        to_plan = [(TITLE, f"{reverse('panels:year-plan')}?year={self.thing.year}")]
        return [(PANELS, reverse("panels:home")), *(to_plan if allows(KEEP, self.actor, self.thing) else [])]


class ActionPage(ActionDoor):
    """One action, and what whoever looks can do with it."""

    template_name = "panels/moderation/action.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "Action",
            "caption": f"{TITLE} {self.thing.year}, {self.thing.organisation.short_name}",
            "action": self.thing,
            "is_late": as_planned(self.thing).is_late(self.today),
            "may_keep": allows(KEEP, self.actor, self.thing),
            "crumbs": [*self.crumbs, ("Action", "")],
        }


class ActionFormPage(GuardedPage, ActionDoor, FormPage):
    """A form about one action; afterwards the action."""

    def read(self) -> dict[str, Any]:
        action = self.thing
        return {
            "caption": f"{TITLE} {action.year}",
            "intro": action.words,
            "cancel_url": action.get_absolute_url(),
            "crumbs": [*self.crumbs, ("Action", action.get_absolute_url()), (self.title, "")],
        }


class ChangeAction(ActionFormPage):
    """What it is, who sees to it, until when."""

    permission = KEEP
    form_class = ChangeForm
    title = "Change an action"
    done_message = "Changed."

    def form_arguments(self) -> dict[str, Any]:
        kept, here = self.thing, self.thing.organisation_id
        themes: list[Theme] = open_themes(here)
        owners: list[Person] = owners_for(here, on=self.today)
        themes += [kept.theme] if kept.theme is not None and kept.theme not in themes else []
        owners += [kept.owner] if kept.owner not in owners else []
        known = {"words": kept.words, "owner": str(kept.owner_id), "due_on": kept.due_on}
        known |= {"theme": kept.theme.code if kept.theme is not None else ""}
        return {"initial": known, "themes": themes, "owners": owners}

    def act(self, form: ChangeForm) -> Model:
        return change(action=self.thing, said=form.planned, by=self.actor, at=self.now)


class TellProgress(ActionFormPage):
    """How it goes."""

    form_class = ProgressForm
    title = "Say how it goes"
    done_message = "Kept."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"words": self.thing.progress}}

    def act(self, form: ProgressForm) -> Model:
        return note_progress(action=self.thing, words=form.cleaned_data["words"], by=self.actor, at=self.now)


class CloseAction(ActionFormPage):
    """What came of it."""

    form_class = CloseForm
    title = "Close an action"
    done_message = "Closed. The next summary tells what came of it."

    def act(self, form: CloseForm) -> Model:
        return close(action=self.thing, words=form.cleaned_data["words"], by=self.actor, at=self.now)


class DropAction(ActionFormPage):
    """Why nothing comes of it."""

    permission = KEEP
    form_class = DropForm
    title = "Drop an action"
    done_message = "Dropped."

    def act(self, form: DropForm) -> Model:
        return drop(action=self.thing, words=form.cleaned_data["words"], by=self.actor, at=self.now)
