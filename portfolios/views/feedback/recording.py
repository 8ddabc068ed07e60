"""Recordings: handed in, written out, approved."""

from typing import Any

from django.db.models import Model

from academy.engines.access.acts import Act
from academy.engines.guard.pages import GuardedPage
from portfolios.choices.policies import IN_WORDS
from portfolios.forms.feedback_recordings import RecordingForm, WriteOutForm
from portfolios.services.feedback_recordings import approve, hand_in_recording, write_out
from portfolios.views.feedback.asking import AskPage
from portfolios.views.feedback.reading import FeedbackDoor, OwnFeedbackForm
from portfolios.views.feedback.telling import questions_asked


class HandInRecording(AskPage):
    """A recording of what somebody said."""

    template_name = "portfolios/feedback/record.html"
    form_class = RecordingForm
    title = "Hand in a recording"
    done_message = "It is here. Write out what it says; then the recording is deleted."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"on": self.today}}

    def act(self, form: RecordingForm) -> Model:
        upload = form.cleaned_data["recording"]
        return hand_in_recording(told=form.told, upload=upload, by=self.actor, at=self.now)


class WriteOut(GuardedPage, OwnFeedbackForm):
    """Listening and writing out, as often as it takes."""

    template_name = "portfolios/feedback/write_out.html"
    form_class = WriteOutForm
    title = "Write out what was said"
    done_message = "Kept. Read it once more while you listen, then approve it."

    def form_arguments(self) -> dict[str, Any]:
        feedback = self.thing.feedback
        return {
            "questions": questions_asked(self),
            "initial": {name: getattr(feedback, name) for name in IN_WORDS.values()},
        }

    def act(self, form: WriteOutForm) -> Model:
        return write_out(evidence=self.thing, said=form.said, by=self.actor, at=self.now)


class Approve(FeedbackDoor, Act):
    """What is written out is what was said; the recording is deleted."""

    permission = "portfolios.evidence.change"
    done_message = "Approved. The recording is deleted."

    def act(self) -> Model:
        return approve(evidence=self.thing, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.url
