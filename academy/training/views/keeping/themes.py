"""The academy's pages about what is in focus, and the needs it found."""

from typing import Any

from django.db.models import Model

from academy.engines.access.acts import Act
from academy.engines.access.views import Page
from academy.training.forms.ending import LastDayForm, WithdrawForm
from academy.training.forms.offer import NeedForm, ThemeForm
from academy.training.models import FocusTheme, Need
from academy.training.selectors.kept_courses import organisations_meant
from academy.training.selectors.kept_offer import needs_kept, themes_kept
from academy.training.services import themes
from academy.training.views.keeping.base import KeepingForm, KeepsOffer


class Themes(KeepsOffer, Page):
    """What is in focus now, was and will be, and the needs that were found."""

    listed = ("Focus themes and needs", "themes")
    template_name = "training/keeping/themes.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": self.listed[0],
            "themes": list(themes_kept(self.actor)),
            "needs": list(needs_kept(self.actor)),
            "crumbs": self.crumbs(),
        }


class ThemesForm(KeepingForm):
    listed = Themes.listed


class AddTheme(ThemesForm):
    form_class = ThemeForm
    title = "Add a focus theme"
    done_message = "The theme is in focus. Join courses with it, and they stand first."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"from_on": self.today}}

    def act(self, form: ThemeForm) -> Model:
        return themes.add_theme(organisation=self.organisation, said=form.said, by=self.actor, at=self.now)


class OneTheme(ThemesForm):
    thing: FocusTheme

    def load(self) -> FocusTheme:
        theme: FocusTheme = self.find(themes_kept(self.actor), pk=self.kwargs["pk"])
        return theme


class ChangeTheme(OneTheme):
    form_class = ThemeForm
    title = "Change a focus theme"
    done_message = "The theme is as you wrote it."

    def form_arguments(self) -> dict[str, Any]:
        theme = self.thing
        return {"initial": {"title": theme.title, "from_on": theme.from_on, "until_on": theme.until_on}}

    def act(self, form: ThemeForm) -> Model:
        return themes.change_theme(theme=self.thing, said=form.said, by=self.actor, at=self.now)


class EndTheme(OneTheme):
    form_class = LastDayForm
    title = "End a focus theme"
    intro = "Its courses stay in the catalogue; they stand first no longer."
    done_message = "The theme ends after that day."

    def act(self, form: LastDayForm) -> Model:
        return themes.end_theme(theme=self.thing, by=self.actor, at=self.now, **form.cleaned_data)


class AddNeed(ThemesForm):
    form_class = NeedForm
    title = "Add a need"
    done_message = "The need is written down. Join the courses that answer it."

    def form_arguments(self) -> dict[str, Any]:
        return {"agencies": organisations_meant(self.organisation, on=self.today)}

    def act(self, form: NeedForm) -> Model:
        return themes.add_need(organisation=self.organisation, said=form.said, by=self.actor, at=self.now)


class LoadsNeed(KeepsOffer):
    listed = Themes.listed
    thing: Need

    def load(self) -> Need:
        need: Need = self.find(needs_kept(self.actor), pk=self.kwargs["pk"])
        return need


class ChangeNeed(LoadsNeed, KeepingForm):
    form_class = NeedForm
    title = "Change a need"
    done_message = "The need is as you wrote it."

    def form_arguments(self) -> dict[str, Any]:
        need = self.thing
        agencies = dict(organisations_meant(self.organisation, on=self.today))
        if need.agency:
            agencies.setdefault(str(need.agency.pk), need.agency.name)
        initial = {"text": need.text, "source": need.source, "found_on": need.found_on, "agency": need.agency_id}
        return {"agencies": list(agencies.items()), "initial": initial}

    def act(self, form: NeedForm) -> Model:
        return themes.change_need(need=self.thing, said=form.said, by=self.actor, at=self.now)


class FindNeedAgain(LoadsNeed, Act):
    done_message = "The need is shown again."

    def act(self) -> Model:
        return themes.find_need_again(need=self.thing, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.back


class WithdrawNeed(LoadsNeed, KeepingForm):
    form_class = WithdrawForm
    title = "Withdraw a need"
    intro = "When it is answered, or no need any more. Courses keep saying that they answered it."
    done_message = "The need is withdrawn."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"from_on": self.today}}

    def act(self, form: WithdrawForm) -> Model:
        return themes.withdraw_need(need=self.thing, by=self.actor, at=self.now, **form.cleaned_data)
