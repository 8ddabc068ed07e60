"""A review as a whole: read, held, not held, planned after all."""

from typing import Any

from django.db.models import Model

from academy.engines.access.acts import Act
from academy.engines.access.views import Page
from asye.choices.year import ReviewState
from asye.forms.reviews import HoldForm, ProgressForm, WaiveForm
from asye.selectors.review_page import page_of
from asye.selectors.signing import holders
from asye.services.reviews import assess, hold, hold_after_all, waive
from asye.views.reviews.doors import ReviewDoor, ReviewForm

RUN = "asye.review.run"


class ReadReview(ReviewDoor, Page):
    """Everything of one review, as whoever looks may read it."""

    permission = "asye.enrolment.see"
    template_name = "asye/reviews/review.html"

    def read(self) -> dict[str, Any]:
        view = page_of(self.review, self.actor)
        return {
            "title": self.review.milestone.title,
            "caption": f"Stage {view.stage}" + ("" if self.is_own else f", {self.review.enrolment.person.full_name}"),
            "review": self.review,
            "view": view,
            "is_own": self.is_own,
            "crumbs": [*self.way[:1], (self.review.milestone.title, "")],
        }


class HoldReview(ReviewForm):
    """The day it was held, and who came; until it is sent to be signed, the same page puts it right."""

    permission = RUN
    states = (ReviewState.SCHEDULED, ReviewState.WRITING)
    form_class = HoldForm
    title = "It was held"
    intro = "Everybody is then asked to write a part of their own."
    done_message = "Saved. Everybody finds their part to write."

    def form_arguments(self) -> dict[str, Any]:
        names = {role: person.full_name for role, person in holders(self.review.enrolment, self.today).items()}
        came = {f"came_{each.role}": "yes" if each.came else "no" for each in self.review.parts.all()}
        suggested = min(self.review.milestone.due_on, self.today)
        initial = {"held_on": self.review.held_on or suggested, **came}
        return {"roles": self.rules.attends, "names": names, "initial": initial}

    def act(self, form: HoldForm) -> Model:
        return hold(review=self.review, meeting=form.meeting, by=self.actor, at=self.now)


class WaiveReview(ReviewForm):
    """An optional review is not held."""

    permission = RUN
    states = (ReviewState.SCHEDULED,)
    form_class = WaiveForm
    title = "It is not held"
    done_message = "Noted. You can plan it after all."

    def act(self, form: WaiveForm) -> Model:
        return waive(review=self.review, because=form.cleaned_data["because"], by=self.actor, at=self.now)


class HoldAfterAll(ReviewDoor, Act):
    """A review that was noted as not held is planned after all, by a button on its page."""

    permission = RUN
    done_message = "It is planned again."

    def act(self) -> Model:
        return hold_after_all(review=self.review, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.review.get_absolute_url()


class AssessStage(ReviewForm):
    """How she gets on, as the assessor sees it."""

    permission = "asye.review.assess"
    form_class = ProgressForm
    title = "How the stage went"
    done_message = "Saved."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"progress": self.review.progress}}

    def act(self, form: ProgressForm) -> Model:
        return assess(review=self.review, progress=form.cleaned_data["progress"], by=self.actor, at=self.now)
