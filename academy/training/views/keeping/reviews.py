"""The academy's reviews: the list, planning, one with its findings and actions, and finishing an action."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Model
from django.urls import reverse

from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Page
from academy.identity.models import Person
from academy.people.selectors.keeping import colleagues_called
from academy.training.forms.reviews import ActionForm, DropForm, HoldForm, OutcomeForm, ReviewForm
from academy.training.models import QualityReview, ReviewAction
from academy.training.selectors.reviews import actions_of, actions_to_finish, reviews_kept, reviews_to_read
from academy.training.services import reviews
from academy.training.services.reviews import ReviewSaid
from academy.training.views.keeping.base import KeepingForm, KeepsOffer

PER_PAGE = 50


class KeepsReviews(KeepsOffer):
    permission = "training.review.keep"
    listed = ("Reviews", "reviews")

    def find_colleagues(self, words: str) -> list[Person]:
        return colleagues_called(self.actor, words)


class Reviews(KeepsReviews, Page):
    """Every review, the newest first."""

    template_name = "training/keeping/reviews.html"

    def read(self) -> dict[str, Any]:
        page = Paginator(reviews_kept(self.actor), PER_PAGE).get_page(self.request.GET.get("page"))
        return {"title": "Reviews", "page": page, "crumbs": self.crumbs()}


class PlanReview(KeepsReviews, KeepingForm):
    form_class = ReviewForm
    title = "Plan a review"
    done_message = "The review is planned."

    def form_arguments(self) -> dict[str, Any]:
        return {"find": self.find_colleagues}

    def act(self, form: ReviewForm) -> Model:
        given = dict(form.cleaned_data)
        said = ReviewSaid(lead_id=given.pop("lead").pk, **given)
        return reviews.plan(organisation=self.organisation, said=said, by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return FormPage.next_page(self, made)


class OneReview(KeepsReviews):
    thing: QualityReview

    def load(self) -> QualityReview:
        review: QualityReview = self.find(reviews_to_read(self.actor), pk=self.kwargs["pk"])
        return review


class ReadReview(OneReview, Page):
    """One review: its scope, findings and actions."""

    template_name = "training/keeping/review.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": self.thing.title,
            "review": self.thing,
            "actions": actions_of(self.thing),
            "crumbs": self.crumbs((self.thing.title, "")),
        }


class ReviewPage(OneReview, KeepingForm):
    """One form and one act about a review; afterwards its page."""

    @property
    def back(self) -> str:
        return self.thing.get_absolute_url()

    def crumbs(self, *steps: tuple[str, str]) -> list[tuple[str, str]]:
        return [*OneReview.crumbs(self, (self.thing.title, self.thing.get_absolute_url())), *steps]


class HoldReview(ReviewPage):
    form_class = HoldForm
    title = "Note the findings"
    done_message = "The findings are noted. Add what is to be done."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"held_on": self.today}}

    def act(self, form: HoldForm) -> Model:
        return reviews.hold(review=self.thing, by=self.actor, at=self.now, **form.cleaned_data)


class DropReview(ReviewPage):
    form_class = DropForm
    title = "Drop the review"
    done_message = "The review is dropped."

    def act(self, form: DropForm) -> Model:
        return reviews.drop(review=self.thing, by=self.actor, at=self.now, **form.cleaned_data)


class AddAction(ReviewPage):
    form_class = ActionForm
    title = "Add an action"
    intro = "Whoever is named finds it among what is hers to do, with the name of the review and nothing else of it."
    done_message = "The action is added."

    def form_arguments(self) -> dict[str, Any]:
        return {"find": self.find_colleagues}

    def act(self, form: ActionForm) -> Model:
        return reviews.add_action(review=self.thing, by=self.actor, at=self.now, **form.cleaned_data)


class FinishAction(FormPage):
    """What became of an action: for who was asked, and for the academy."""

    permission = "training.action.finish"
    form_class = OutcomeForm
    title = "Say what became of it"
    done_message = "Thank you. It is noted."
    thing: ReviewAction

    def load(self) -> ReviewAction:
        action: ReviewAction = self.find(actions_to_finish(self.actor), pk=self.kwargs["pk"])
        return action

    def read(self) -> dict[str, Any]:
        return {"caption": self.thing.what, "cancel_url": self.next_page(None)}

    def act(self, form: OutcomeForm) -> Model:
        return reviews.finish_action(action=self.thing, by=self.actor, at=self.now, **form.cleaned_data)

    def next_page(self, made: Model | None) -> str:
        keeps = allows("training.review.keep", self.actor, self.thing.review)
        return self.thing.review.get_absolute_url() if keeps else reverse("desk:home")
