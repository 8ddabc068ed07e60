"""One's own part of a review."""

from typing import Any

from django.db.models import Model
from django.http import Http404

from academy.engines.drafts.pages import Autosaved
from academy.engines.guard.pages import GuardedPage
from asye.choices.drafts import PART_FORM
from asye.forms.reviews import PartForm
from asye.models import Review, ReviewPart
from asye.selectors.reviews import own_roles, parts_seen
from asye.services.review_parts import write_part
from asye.views.reviews.doors import ReviewForm


class WritePart(GuardedPage, Autosaved, ReviewForm):
    """One's own part. It saves itself while it is written; the others read it once it is done."""

    permission = "asye.review.write"
    template_name = "asye/reviews/write.html"
    form_class = PartForm
    draft_form = PART_FORM
    title = "Write your part"
    done_message = "Saved."
    part: ReviewPart

    def load(self) -> Review:
        self.part = self.find(parts_seen(self.actor), pk=self.kwargs["pk"])
        review: Review = self.part.review
        if self.part.role not in own_roles(self.actor, review.enrolment):
            raise Http404
        return review

    @property
    def guarded_thing(self) -> Model:
        return self.part

    @property
    def initial(self) -> dict[str, Any]:
        is_hers = self.part.person_id == self.actor.person_id
        stored = {"text": self.part.text, "is_done": self.part.done_at is not None} if is_hers else {}
        return {**stored, **super().initial}

    def read(self) -> dict[str, Any]:
        return {**super().read(), "part": self.part}

    def save(self, form: PartForm) -> Model:
        said = form.cleaned_data
        return write_part(part=self.part, text=said["text"], is_done=said["is_done"], by=self.actor, at=self.now)
