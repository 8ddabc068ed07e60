"""Handing in a recording, and writing out what it says."""

import uuid
from typing import Any

from django import forms

from academy.engines.files.services.files import limits
from academy.engines.guard.forms import Guarded
from academy.ui.forms import DocumentField, OneChoiceField, PortalForm, ShortTextField, WrittenDateField, YesField
from portfolios.choices.evidence import MOST_TITLE, NAMELESS
from portfolios.choices.policies import IN_WORDS
from portfolios.forms.feedback import givers
from portfolios.forms.feedback_answers import AnswerForm
from portfolios.rules.feedback import Said
from portfolios.services.feedback_told import Told

SOUND_ENDINGS = (".mp3", ".m4a", ".ogg", ".wav")


class WriteOutForm(Guarded, AnswerForm):
    """What a recording says; the yes was noted when it was handed in."""

    guarded = tuple(IN_WORDS.values())
    submit_words = "Keep what I wrote out"
    after = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["agreed"]


class RecordingForm(Guarded, PortalForm):
    """A recording of what somebody said."""

    guarded = ("title",)

    submit_words = "Hand it in"
    giver = OneChoiceField(label="Whose voice is it?", choices=givers(*NAMELESS))
    title = ShortTextField(label="What is it about?", max_length=MOST_TITLE, help_text="In a few words, without names.")
    on = WrittenDateField(label="On which day was it recorded?")
    agreed = YesField(label="I asked first what it is for and told her that it is free. She agrees to being recorded")
    token = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("token", uuid.uuid4())
        kinds = "A sound file: MP3, M4A, Ogg or WAV"
        recording = DocumentField(label="The recording", endings=SOUND_ENDINGS, most_bytes=limits().bytes, kinds=kinds)
        self.fields["recording"] = recording
        self.order_fields(("giver", "title", "on", "recording", "agreed", "token"))

    @property
    def told(self) -> Told:
        """What goes with the recording, of a valid form."""
        given = self.cleaned_data
        said = Said(agreed=bool(given["agreed"]), on=given["on"])
        token = given["token"] or uuid.uuid4()
        return Told(title=given["title"], giver=given["giver"], said=said, token=token, is_read_back=False)
