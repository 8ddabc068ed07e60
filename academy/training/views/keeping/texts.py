"""The academy's pages about its published texts: the list, a new text, a new version of one."""

from typing import Any

from django.db.models import Model

from academy.engines.access.permissions import allows
from academy.engines.access.views import Page
from academy.training.forms.texts import TextForm
from academy.training.models import PublishedText
from academy.training.selectors.texts import texts_kept, texts_of
from academy.training.services.texts import publish
from academy.training.views.keeping.base import KeepingForm, KeepsOffer


class Texts(KeepsOffer, Page):
    """Each text by its newest version."""

    listed = ("Published texts", "texts")
    template_name = "training/keeping/texts.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": self.listed[0],
            "texts": texts_kept(self.actor),
            "may_publish": allows("training.text.publish", self.actor),
            "crumbs": self.crumbs(),
        }


class PublishText(KeepingForm):
    """A new text."""

    listed = Texts.listed
    permission = "training.text.publish"
    form_class = TextForm
    title = "Publish a text"
    intro = "Everybody can read it from its first day on. It never changes: publish the next version instead."
    done_message = "The text is published from that day on."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"valid_from": self.today}}

    def act(self, form: TextForm) -> Model:
        return publish(organisation=self.organisation, key="", said=form.said, by=self.actor, at=self.now)


class PublishVersion(PublishText):
    """The next version of a text, begun from the version it is asked from."""

    title = "Publish a new version"
    thing: PublishedText

    def load(self) -> PublishedText:
        text: PublishedText = self.find(texts_of(self.actor), pk=self.kwargs["pk"])
        return text

    def form_arguments(self) -> dict[str, Any]:
        same = {name: getattr(self.thing, name) for name in ("kind", "title", "owner", "text")}
        return {"initial": {**same, "valid_from": self.today}}

    def act(self, form: TextForm) -> Model:
        return publish(
            organisation=self.thing.organisation, key=self.thing.key, said=form.said, by=self.actor, at=self.now
        )
