"""Choosing the organisation to act in."""

from typing import Any

from academy.people.selectors.places import Choices
from academy.ui.forms import OneChoiceField, PortalForm


class OrganisationForm(PortalForm):
    """The organisations somebody belongs to, as radios."""

    submit_words = "Act in this organisation"

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"] = OneChoiceField(label="Where are you acting now?", choices=choices)
