"""Which workshops are planned, and whom an invitation goes to."""

from typing import Any

from django import forms

from academy.ui.forms import OneChoiceField, OneOfForm
from asye.forms.nudges import NudgeForm
from asye.selectors.workshops import Series


class SeriesChoice(OneOfForm[Series]):
    """One of the series there are; none where no policy asks for any."""

    of = "series"

    series = OneChoiceField(label="Workshops or groups", as_list=True)


class InviteForm(NudgeForm):
    """The same as for a nudge, with the event."""

    submit_words = "Send the invitation"
    event = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, event: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["event"].initial = event
