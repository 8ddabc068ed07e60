"""Which paper of a meeting is made."""

from collections.abc import Sequence
from typing import Any

from academy.ui.forms import OneChoiceField, PortalForm


class MeetingPaperForm(PortalForm):
    """What there is, of which one is chosen."""

    submit_words = "Make the PDF"
    paper = OneChoiceField(
        label="What do you want on paper?", help_text="It is made for you: what you may not read is not in it."
    )

    def __init__(self, *args: Any, offered: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        paper: Any = self.fields["paper"]
        paper.choices = list(offered)
