"""The annual guide: an edition to read and print, and the same as a PDF."""

from typing import Any

from django.db.models import Model
from django.http import Http404

from academy.engines.access.acts import Act
from academy.engines.access.views import Door, Page
from academy.engines.documents.services.documents import order
from academy.training.documents import GUIDE
from academy.training.selectors.guide import editions_of, guide_of
from academy.training.views.ways import TRAINING


class GuideDoor(Door):
    """An edition of the organisation acted in; a year without one is not found."""

    permission = "training.offer.see"
    section = "training"

    def load(self) -> None:
        self.year: int = self.kwargs["year"]
        self.editions = editions_of(self.actor)
        if self.year not in self.editions:
            raise Http404


class ReadGuide(GuideDoor, Page):
    """The edition of a year."""

    template_name = "training/guide.html"

    def read(self) -> dict[str, Any]:
        guide = guide_of(self.actor, self.year, others=self.editions)
        title = f"Guide to learning in {guide.year}"
        return {"title": title, "caption": guide.academy, "crumbs": [TRAINING, (title, "")], "guide": guide}


class MakeGuide(GuideDoor, Act):
    """Has the edition made as a PDF."""

    done_message = "The guide is being made."

    def act(self) -> Model:
        self.made = order(kind=GUIDE, by=self.actor, at=self.now, choices={"year": str(self.year)})
        return self.made

    def next_page(self) -> str:
        return self.made.get_absolute_url()
