"""Themes of moderation: which there are, how often each came up, and what is noted of a case under one."""

from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.guard.pages import GuardedPage
from academy.identity.models import Organisation
from panels.forms.themes import HalfChoice, NoteForm, ThemeForm
from panels.models import Theme, ThemeNote
from panels.selectors.themes import noted_halves, open_themes, theme_rows
from panels.services.themes import (
    KEEP,
    NOTE,
    TAKE_BACK,
    end_theme,
    note,
    note_from_outside,
    open_theme,
    take_back,
    take_up,
)
from panels.views.case_forms import CaseForm
from panels.views.doors import PANELS, CaseDoor
from panels.views.samples import OfSampled

TITLE = "Themes of moderation"


class Themes(FormPage):
    """How often each theme came up in a half-year, and a form for another. Reading it opens nobody's record."""

    permission = KEEP
    section = "panels"
    form_class = ThemeForm
    template_name = "panels/moderation/themes.html"
    title = TITLE
    intro = "What is noted of an ASYE under a theme is counted here once the case is told. It names nobody."
    done_message = "Taken up."

    @cached_property
    def choice(self) -> HalfChoice:
        found = noted_halves(self.actor.organisation_id, on=self.today)
        return HalfChoice(self.request.GET, found=found)

    def read(self) -> dict[str, Any]:
        return {
            "choice": self.choice,
            "rows": theme_rows(self.actor, self.choice.wanted),
            "half": self.choice.wanted,
            "crumbs": [(PANELS, reverse("panels:home")), (TITLE, "")],
        }

    def act(self, form: ThemeForm) -> Model:
        here = Organisation.objects.get(pk=self.actor.organisation_id)
        return open_theme(organisation=here, title=form.cleaned_data["title"], by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return reverse("panels:themes")


class ThemeAct(Act):
    """What is done with one theme by a button."""

    permission = KEEP
    section = "panels"
    thing: Theme

    def load(self) -> Theme:
        found: Theme = self.find(Theme.objects.visible_to(self.actor), pk=self.kwargs["pk"])
        return found

    def next_page(self) -> str:
        return reverse("panels:themes")


class EndTheme(ThemeAct):
    """Nothing more is noted under it."""

    done_message = "Ended. What was noted under it stays counted."

    def act(self) -> Model:
        return end_theme(theme=self.thing, by=self.actor, at=self.now)


class TakeUpTheme(ThemeAct):
    """Comments are noted under it again."""

    done_message = "Taken up again."

    def act(self) -> Model:
        return take_up(theme=self.thing, by=self.actor, at=self.now)


class NoteTheme(GuardedPage, CaseForm):
    """What moderation found in one case, under a theme."""

    permission = NOTE
    form_class = NoteForm
    title = "Note a theme"
    done_message = "Noted. It counts once the case is told."

    def form_arguments(self) -> dict[str, Any]:
        return {"themes": open_themes(self.case.organisation_id)}

    def act(self, form: NoteForm) -> Model:
        return note(case=self.case, said=form.said, by=self.actor, at=self.now)


class TakeBackNote(CaseDoor, Act):
    """What one noted is gone again."""

    permission = TAKE_BACK
    done_message = "Taken back."

    def load(self) -> Any:
        visible = ThemeNote.objects.visible_to(self.actor).select_related("case__person", "case__organisation")
        return self.find(visible, pk=self.kwargs["pk"])

    @cached_property
    def case(self) -> Any:
        return getattr(self.thing, "case")

    def act(self) -> Model:
        note: Any = self.thing
        return take_back(note=note, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return str(self.case.get_absolute_url())


class NoteFromOutside(GuardedPage, OfSampled):
    """What came back of a sampled case, under a theme."""

    permission = KEEP
    form_class = NoteForm
    title = "Note a theme"
    done_message = "Noted."

    def form_arguments(self) -> dict[str, Any]:
        return {"themes": open_themes(self.thing.case.organisation_id)}

    def read(self) -> dict[str, Any]:
        return {**super().read(), "intro": self.thing.feedback}

    def act(self, form: NoteForm) -> Model:
        return note_from_outside(sampled=self.thing, said=form.said, by=self.actor, at=self.now)
