"""The way to one review, found through what the actor may know of."""

from typing import Any, ClassVar

from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.functional import cached_property

from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Door
from asye.choices.year import ReviewState
from asye.models import Review
from asye.selectors.policies import rules_of
from asye.selectors.reviews import reviews_seen
from asye.views.doors import to_year


class ReviewDoor(Door):
    """A view of one review."""

    section = "asye"
    thing: Review

    def load(self) -> Review:
        found: Review = self.find(reviews_seen(self.actor), pk=self.kwargs["pk"])
        return found

    @property
    def review(self) -> Review:
        return self.thing

    def person_read(self) -> int | None:
        return self.review.person_id

    @property
    def is_own(self) -> bool:
        return self.review.person_id == self.actor.person_id

    @cached_property
    def rules(self) -> Any:
        return rules_of(self.review.enrolment.policy)

    @property
    def way(self) -> list[tuple[str, str]]:
        """The record of the year, and the review."""
        year = to_year(self.review.enrolment, self.actor)
        return [year, (self.review.milestone.title, self.review.get_absolute_url())]


class ReviewForm(ReviewDoor, FormPage):
    """A form about a review; in another state than the form is for, its page leads to the review."""

    states: ClassVar[tuple[str, ...]] = (ReviewState.WRITING,)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.review.state not in self.states:
            return HttpResponseRedirect(self.review.get_absolute_url())
        return super().get(request, *args, **kwargs)

    def read(self) -> dict[str, Any]:
        whose = "" if self.is_own else f", {self.review.enrolment.person.full_name}"
        return {
            **super().read(),
            "caption": f"{self.review.milestone.title}{whose}",
            "review": self.review,
            "cancel_url": self.review.get_absolute_url(),
            "crumbs": [*self.way, (self.title, "")],
        }

    def next_page(self, made: Model | None) -> str:
        return self.review.get_absolute_url()
