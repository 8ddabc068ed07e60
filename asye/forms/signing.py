"""Putting one's name under something of a year, and opening again what waits for names."""

from typing import Any

from django import forms

from academy.engines.guard.forms import Guarded
from academy.ui.forms import LongTextField, PortalForm
from asye.choices.enrolments import MOST_REASON
from asye.services.signing import Name


class SignForm(Guarded, PortalForm):
    """One's name under what one has read; `seen` is the fingerprint of that."""

    guarded = ("words",)
    submit_words = "Sign it"
    words = LongTextField(
        label="What do you want to say beside your name?", required=False, rows=3, max_length=MOST_REASON
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: Any, seen: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = seen

    @property
    def name(self) -> Name:
        return Name(seen=self.cleaned_data["seen"], words=self.cleaned_data["words"])


class ReopenForm(PortalForm):
    """Why it is changed after all."""

    submit_words = "Open it again"
    marks_optional = False
    note = LongTextField(
        label="Why do you open it again?",
        rows=3,
        max_length=MOST_REASON,
        help_text="Whoever signed it reads this beside the signatures, which are withdrawn.",
        error_messages={"required": "Say why. Whoever signed reads it."},
    )
