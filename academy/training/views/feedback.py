"""Feedback on an event: giving it after having attended, and reading it without names."""

from typing import Any

from django.db.models import Model
from django.urls import reverse

from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Page
from academy.training.forms.completions import FeedbackForm
from academy.training.selectors.feedback import feedback_on
from academy.training.services.feedback import give
from academy.training.views.bookings import BookingDoor
from academy.training.views.events import EventDoor


class GiveFeedback(BookingDoor, FormPage):
    """Three questions, once."""

    permission = "training.feedback.give"
    form_class = FeedbackForm
    title = "What do you take along?"
    intro = "The academy reads this without your name, and only when three people or more have answered."
    done_message = "Thank you. It is with the academy, without your name."

    def read(self) -> dict[str, Any]:
        back = reverse("training:bookings")
        return {
            "caption": self.thing.event.name,
            "cancel_url": back,
            "crumbs": [("My bookings", back), (self.title, "")],
        }

    def act(self, form: FeedbackForm) -> Model:
        return give(booking=self.thing, said=form.said, by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return reverse("training:record")


class ReadFeedback(EventDoor, Page):
    """What those who attended said, for the academy that held it."""

    permission = "training.feedback.see"
    template_name = "training/feedback.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "Feedback",
            "caption": self.thing.name,
            "summary": feedback_on(self.thing),
            "crumbs": [(self.thing.name, self.thing.get_absolute_url()), ("Feedback", "")],
        }
