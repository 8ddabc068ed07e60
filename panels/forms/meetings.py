"""Forms of a meeting: why it is opened again, an item's minutes, why it leaves the table, what is discussed."""

from typing import Any

from django import forms

from academy.engines.guard.forms import Guarded
from academy.ui.forms import LongTextField, PortalForm
from panels.choices.panels import MOST_REASON, MOST_WORDS


class ReasonForm(PortalForm):
    """Why, in a sentence or two."""

    reason = LongTextField(label="Why?", rows=3, max_length=MOST_REASON)


class OpenAgainForm(PortalForm):
    submit_words = "Open the meeting again"
    note = LongTextField(label="Why?", rows=3, max_length=MOST_REASON, help_text="It stays in the record.")


class TakeOffForm(ReasonForm):
    submit_words = "Take it off the agenda"


class FinishForm(ReasonForm):
    submit_words = "Put it off"


class MinutesForm(PortalForm):
    """The time an item is given."""

    submit_words = "Keep"
    minutes = forms.IntegerField(
        label="How many minutes?",
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3", "inputmode": "numeric"}),
        error_messages={"required": "Write how many minutes.", "invalid": "Write a whole number of minutes."},
    )


class ReopenForm(PortalForm):
    submit_words = "Open it once more"
    submit_is_warning = True
    note = LongTextField(
        label="Why is it opened once more?", rows=3, max_length=MOST_REASON, help_text="The note stays with the case."
    )


class DiscussionForm(Guarded, PortalForm):
    """What was discussed, with the revision of the text it was begun from."""

    guarded = ("words",)
    marks_optional = False
    submit_words = "Keep the discussion"
    words = LongTextField(
        label="Discussion",
        help_text="It goes into the minutes. Levels and names of reviewers do not belong here.",
        rows=8,
        required=False,
        max_length=MOST_WORDS,
    )
    begun_from = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def stand_on(self, revision: int) -> None:
        """Write on from what stands now, with the words as they were sent."""
        data: Any = self.data
        data = data.copy()
        data[self.add_prefix("begun_from")] = str(revision)
        self.data = data
