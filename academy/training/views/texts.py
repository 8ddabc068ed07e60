"""Reading what an academy publishes: for everybody, with the versions before."""

from typing import Any

from academy.engines.access.views import Page
from academy.training.models import PublishedText
from academy.training.selectors.texts import texts_now, texts_shown, versions_of


class ReadText(Page):
    """One version of a text, and links to the others."""

    public = True
    template_name = "training/text.html"
    thing: PublishedText

    def load(self) -> PublishedText:
        text: PublishedText = self.find(texts_shown(self.today), pk=self.kwargs["pk"])
        return text

    def read(self) -> dict[str, Any]:
        versions = versions_of(self.thing, on=self.today)
        return {
            "title": self.thing.title,
            "caption": f"{self.thing.get_kind_display()}, {self.thing.organisation.name}",
            "text": self.thing,
            "is_present": versions[0] == self.thing,
            "present": versions[0],
            "others": [each for each in versions if each != self.thing],
            "also": [
                each for each in texts_now(self.thing.organisation_id, on=self.today) if each.key != self.thing.key
            ],
        }
