"""Evidence that is named in a review: chosen, read, taken out."""

from typing import Any

from django.db.models import Model

from academy.engines.access.acts import Act
from academy.engines.access.views import Page
from asye.forms.reviews import CiteForm
from asye.models import Cited, Review
from asye.selectors.citing import cited_seen, offers_for, piece_of
from asye.services.citing import cite, take_out
from asye.views.reviews.doors import ReviewDoor, ReviewForm


class CiteEvidence(ReviewForm):
    """Evidence that speaks for the stage: each piece once in the year."""

    permission = "asye.review.cite"
    template_name = "asye/reviews/cite.html"
    form_class = CiteForm
    title = "Name evidence"
    intro = (
        "Each piece counts once in the whole year. Whoever reads the review reads what you name here, not its files."
    )
    done_message = "Named."

    def form_arguments(self) -> dict[str, Any]:
        return {"offers": offers_for(self.review, self.actor)}

    def act(self, form: CiteForm) -> Model:
        return cite(review=self.review, chosen=form.chosen, by=self.actor, at=self.now)


class CitedDoor(ReviewDoor):
    """A view of a piece a review names."""

    cited: Cited

    def load(self) -> Review:
        self.cited = self.find(cited_seen(self.actor), pk=self.kwargs["pk"])
        found: Review = self.cited.review
        return found


class ReadPiece(CitedDoor, Page):
    """A piece as the readers of a review see it."""

    permission = "asye.enrolment.see"
    template_name = "asye/reviews/piece.html"

    def read(self) -> dict[str, Any]:
        piece = piece_of(self.cited)
        return {
            "title": piece.title,
            "caption": f"Named in the {self.review.milestone.title.lower()}",
            "piece": piece,
            "crumbs": [*self.way, (piece.title, "")],
        }


class TakeOutPiece(CitedDoor, Act):
    """Take a piece out, by a button on the page of the review."""

    permission = "asye.review.cite"
    done_message = "Taken out. It can be named in another review."

    def act(self) -> Model:
        return take_out(cited=self.cited, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.review.get_absolute_url()
