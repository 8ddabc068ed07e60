"""Which workshops are planned, and whom an invitation goes to."""

from collections.abc import Iterable
from typing import Any

from django import forms

from academy.ui.forms import FilterForm, OneChoiceField
from asye.forms.nudges import NudgeForm
from asye.selectors.workshops import Series


class SeriesChoice(FilterForm):
    """One of the series there are; the first where none or a wrong one is asked for."""

    submit_words = "Show"

    series = OneChoiceField(label="Workshops or groups", as_list=True)

    def __init__(self, *args: Any, found: Iterable[Series], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = {each.code: each for each in found}
        asked: Any = self.fields["series"]
        asked.choices = [(code, each.words) for code, each in self.found.items()]

    @property
    def wanted(self) -> Series | None:
        """None where no policy asks for any."""
        return self.found.get(self.chosen.get("series", ""), next(iter(self.found.values()), None))


class InviteForm(NudgeForm):
    """The same as for a nudge, with the event."""

    submit_words = "Send the invitation"
    event = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, event: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["event"].initial = event
