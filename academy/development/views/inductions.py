"""Inductions: one's own and those of one's people, one of them, and everything the two do with it."""

from typing import Any

from django.db.models import Model
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property

from academy.development.forms.inductions import (
    ACCEPT,
    BeginForm,
    ConfirmForm,
    EarlierForm,
    EndForm,
    JudgeForm,
    TickForm,
)
from academy.development.models import Induction
from academy.development.selectors.induction_page import InductionSheet, sheet_of
from academy.development.selectors.induction_posts import posts_to_begin
from academy.development.selectors.inductions import ItemRow, inductions_managed, inductions_of, standings
from academy.development.services import induction_items, inductions
from academy.development.views.ways import MY_DEVELOPMENT
from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Door, Page

SECTION = "development"


def way(*steps: tuple[str, str]) -> list[tuple[str, str]]:
    """The way back from a page of inductions."""
    return [MY_DEVELOPMENT, ("Inductions", reverse("development:inductions")), *steps]


class Inductions(Page):
    """One's own inductions, and those going on of the people one manages."""

    permission = "development.induction.list"
    section = SECTION
    template_name = "development/inductions.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "Inductions",
            "crumbs": [MY_DEVELOPMENT, ("Inductions", "")],
            "own": standings(inductions_of(self.actor), on=self.today),
            "managed": standings(inductions_managed(self.actor), on=self.today) if self.actor.manages else [],
            "may_begin": allows("development.induction.begin", self.actor),
            "may_oversee": allows("development.induction.overview", self.actor),
        }


class BeginInduction(FormPage):
    """Begin the induction of somebody who has none, by hand."""

    permission = "development.induction.begin"
    section = SECTION
    template_name = "development/induction_begin.html"
    form_class = BeginForm
    title = "Begin an induction"
    done_message = "The induction has begun. Both of you find it among what waits for you."

    def form_arguments(self) -> dict[str, Any]:
        return {"posts": self.posts}

    @cached_property
    def posts(self) -> list[Any]:
        return posts_to_begin(self.actor)

    def read(self) -> dict[str, Any]:
        cancel_url = reverse("development:inductions")
        return {"posts": self.posts, "cancel_url": cancel_url, "crumbs": way((self.title, ""))}

    def act(self, form: BeginForm) -> Model:
        return inductions.begin(post=form.chosen, by=self.actor, at=self.now)


class InductionDoor(Door):
    """A view of one induction, found through what the actor may know of."""

    section = SECTION
    thing: Induction

    def load(self) -> Induction:
        related = ("person", "organisation", "programme", "manager_signed_by", "post")
        found: Induction = self.find(
            Induction.objects.visible_to(self.actor).select_related(*related), pk=self.kwargs["pk"]
        )
        return found

    def person_read(self) -> int:
        return self.thing.person_id

    @cached_property
    def sheet(self) -> InductionSheet:
        return sheet_of(self.thing, self.actor)

    @property
    def name(self) -> str:
        whose = "My" if self.thing.person_id == self.actor.person_id else f"{self.thing.person.full_name}’s"
        return f"{whose} induction"


class ReadInduction(InductionDoor, Page):
    """How it stands, and the one next step of the reader."""

    permission = "development.induction.see"
    template_name = "development/induction.html"

    def read(self) -> dict[str, Any]:
        return {"title": self.name, "sheet": self.sheet, "induction": self.thing, "crumbs": way((self.name, ""))}


class InductionForm(InductionDoor, FormPage):
    """A form about an induction; back to its page."""

    def read(self) -> dict[str, Any]:
        page = self.thing.get_absolute_url()
        return {
            "caption": self.name,
            "intro": self.intro,
            "cancel_url": page,
            "crumbs": way((self.thing.person.short_name, page), (self.title, "")),
        }


class TickItems(InductionForm):
    """Many ticks in one form; what is settled is not asked again."""

    permission = "development.induction.tick"
    form_class = TickForm
    title = "Tick what you have learnt"
    done_message = "Saved. Your manager sees what you ticked."

    def form_arguments(self) -> dict[str, Any]:
        rows = [row for row in self.sheet.rows if not row.is_settled]
        return {"rows": rows, "components": self.sheet.components}

    def act(self, form: TickForm) -> Model:
        return induction_items.tick(induction=self.thing, items=form.chosen, by=self.actor, at=self.now)


class ConfirmItems(InductionForm):
    """What the manager confirms of what was ticked."""

    permission = "development.induction.confirm"
    form_class = ConfirmForm
    title = "Confirm what was learnt"
    intro = "You see what has been ticked. What you confirm is settled; take a tick away to open it again."
    done_message = "Saved."

    def form_arguments(self) -> dict[str, Any]:
        rows = [row for row in self.sheet.rows if row.is_ticked]
        return {"rows": rows, "components": self.sheet.components}

    def act(self, form: ConfirmForm) -> Model:
        return induction_items.confirm(induction=self.thing, items=form.chosen, by=self.actor, at=self.now)


class ItemForm(InductionForm):
    """A form about one item of an induction."""

    @cached_property
    def row(self) -> ItemRow:
        for row in self.sheet.rows:
            if row.item.pk == self.kwargs["item"]:
                return row
        raise Http404

    def read(self) -> dict[str, Any]:
        return {**super().read(), "intro": self.row.item.title}


class OfferEarlier(ItemForm):
    """Say that something was learnt before she joined."""

    permission = "development.induction.tick"
    form_class = EarlierForm
    title = "Learnt before"
    done_message = "Offered. Your manager or the academy says whether it counts."

    def act(self, form: EarlierForm) -> Model:
        words = form.cleaned_data["words"]
        return induction_items.offer_earlier(
            induction=self.thing, item=self.row.item, words=words, by=self.actor, at=self.now
        )


class JudgeEarlier(ItemForm):
    """Say whether earlier learning counts."""

    permission = "development.induction.judge"
    template_name = "development/induction_judge.html"
    form_class = JudgeForm
    title = "Does earlier learning count?"
    done_message = "Your answer is saved with your name and the day."

    def read(self) -> dict[str, Any]:
        return {**super().read(), "row": self.row}

    def act(self, form: JudgeForm) -> Model:
        is_accepted = form.cleaned_data["answer"] == ACCEPT
        return induction_items.judge_earlier(
            induction=self.thing, item=self.row.item, is_accepted=is_accepted, by=self.actor, at=self.now
        )


class EndInduction(InductionForm):
    """End an induction without signatures."""

    permission = "development.induction.end"
    form_class = EndForm
    title = "End this induction"
    intro = "Use this when somebody left or it was begun by mistake. It cannot be opened again."
    done_message = "The induction has ended."

    def act(self, form: EndForm) -> Model:
        return inductions.end(induction=self.thing, reason=form.cleaned_data["reason"], by=self.actor, at=self.now)


class InductionAct(InductionDoor, Act):
    """A button on the page of an induction."""

    def next_page(self) -> str:
        return self.thing.get_absolute_url()


class SignInduction(InductionAct):
    """Sign one's own part."""

    permission = "development.induction.change"
    done_message = "You have signed."

    def act(self) -> Model:
        return inductions.sign(induction=self.thing, by=self.actor, at=self.now)


class OpenInductionAgain(InductionAct):
    """Take the first signature away to change something."""

    permission = "development.induction.change"
    done_message = "It is open again. The signature is gone; both of you sign when you are done."

    def act(self) -> Model:
        return inductions.change(induction=self.thing, by=self.actor, at=self.now)
