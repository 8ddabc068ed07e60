"""Which part of a year is put on paper."""

from collections.abc import Sequence
from typing import Any

from academy.ui.forms import OneChoiceField, PortalForm
from asye.choices.papers import Paper


class PaperForm(PortalForm):
    """What there is, of which one is chosen."""

    submit_words = "Make the PDF"
    paper = OneChoiceField(
        label="What do you want on paper?", help_text="It is made while you go on with other things."
    )

    def __init__(self, *args: Any, offered: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        paper: Any = self.fields["paper"]
        paper.choices = list(offered)

    @property
    def chosen(self) -> tuple[Paper, dict[str, str]]:
        """What was chosen, of a valid form: the paper, and of a review which one."""
        name, _, pk = str(self.cleaned_data["paper"]).partition(":")
        return Paper(name), {"review": pk} if pk else {}
