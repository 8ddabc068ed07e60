"""The page behind the link of a peer outside: one question, made for a phone and without an account."""

from typing import Any

from django.db.models import Model
from django.http import Http404
from django.urls import reverse

from academy.development.forms.reflection import AnswerForm
from academy.development.links import CONFIRM_TALK
from academy.development.models import PeerReflection
from academy.development.selectors.reflections import talk_to_confirm
from academy.development.services.reflections import answer
from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Page
from academy.engines.links.views.opening import LinkPage


class OutsidePeer(LinkPage, FormPage):
    """Shows the title, the day and what was learnt, and asks whether the talk took place. Answering spends the link."""

    purpose = CONFIRM_TALK
    template_name = "development/outside_peer.html"
    form_class = AnswerForm
    title = "Did you talk about it?"
    thing: PeerReflection

    def load(self) -> PeerReflection:
        found = talk_to_confirm(self.link.subject_id)
        if found is None:
            raise Http404
        return found

    def read(self) -> dict[str, Any]:
        return {"reflection": self.thing, "author": self.thing.entry.author}

    def act(self, form: AnswerForm) -> Model:
        words = form.cleaned_data["words"]
        return answer(
            reflection=self.thing, took_place=form.says_yes, words=words, by=self.actor, at=self.now, link=self.link
        )

    def next_page(self, made: Model | None) -> str:
        """Thanks are a page of their own, open to everybody: the link is spent."""
        return reverse("development:thanks")


class Thanks(Page):
    """What somebody outside sees after her answer. It says nothing about anybody."""

    public = True
    template_name = "development/outside_thanks.html"

    def read(self) -> dict[str, Any]:
        return {"title": "Thank you"}
