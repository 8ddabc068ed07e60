"""A review is sent to be signed, opened again, signed, and added to."""

from typing import Any

from django.db.models import Model
from django.utils.functional import cached_property

from academy.engines.guard.pages import GuardedPage
from asye.choices.year import ReviewState
from asye.forms.reviews import AddForm, SendForm
from asye.forms.signing import ReopenForm, SignForm
from asye.selectors.review_content import to_sign
from asye.selectors.review_page import ReviewPage, page_of
from asye.services.review_signing import add, put_name, reopen, send
from asye.views.reviews.doors import ReviewForm


class SendReview(GuardedPage, ReviewForm):
    """Send it to be signed; what is missing is mended first, or a reason is given."""

    permission = "asye.review.run"
    template_name = "asye/reviews/send.html"
    form_class = SendForm
    title = "Send it to be signed"
    done_message = "Sent. Everybody who signs is told."

    @cached_property
    def view(self) -> ReviewPage:
        return page_of(self.review, self.actor)

    def form_arguments(self) -> dict[str, Any]:
        return {"gaps": [each.gap for each in self.view.missing]}

    def read(self) -> dict[str, Any]:
        return {**super().read(), "view": self.view}

    def act(self, form: SendForm) -> Model:
        return send(review=self.review, because=form.because, by=self.actor, at=self.now)


class ReopenReview(ReviewForm):
    """It is changed after all, before all have signed."""

    permission = "asye.review.write"
    states = (ReviewState.SIGNING,)
    form_class = ReopenForm
    title = "Open the review again"
    intro = "It can then be changed. Names that stand under it are withdrawn, and everybody signs again."
    done_message = "It is open again. Whoever had signed is told."

    def act(self, form: ReopenForm) -> Model:
        return reopen(review=self.review, because=form.cleaned_data["note"], by=self.actor, at=self.now)


class SignReview(GuardedPage, ReviewForm):
    """The whole of it to be read, and one's name."""

    permission = "asye.review.sign"
    states = (ReviewState.SIGNING,)
    template_name = "asye/reviews/sign.html"
    form_class = SignForm
    title = "Read and sign"
    done_message = "Signed."

    def form_arguments(self) -> dict[str, Any]:
        return {"seen": to_sign(self.review)}

    def read(self) -> dict[str, Any]:
        return {**super().read(), "view": page_of(self.review, self.actor)}

    def act(self, form: SignForm) -> Model:
        return put_name(review=self.review, name=form.name, by=self.actor, at=self.now)


class AddToReview(GuardedPage, ReviewForm):
    """Add to a review that is locked."""

    permission = "asye.review.add"
    states = (ReviewState.LOCKED,)
    form_class = AddForm
    title = "Add to it"
    intro = "What everybody signed stays as it is. What you add stands below it with your name and the day."
    done_message = "Added."

    def act(self, form: AddForm) -> Model:
        return add(review=self.review, words=form.cleaned_data["words"], by=self.actor, at=self.now)
