"""What goes with the nudges one has read."""

from typing import Any

from django import forms

from academy.ui.forms import PortalForm

MOST_CASES = 100


def numbers(text: str) -> list[int]:
    """The ids in a list with commas, each once; what is no number is passed over."""
    found = [int(each) for each in text.split(",") if each.isdecimal() and len(each) < 10]
    return list(dict.fromkeys(found))[:MOST_CASES]


class NudgeForm(PortalForm):
    """Which years, and the fingerprint of what was read."""

    submit_words = "Send"
    cases = forms.CharField(widget=forms.HiddenInput)
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: Any, cases: list[int], seen: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cases"].initial = ",".join(map(str, cases))
        self.fields["seen"].initial = seen
