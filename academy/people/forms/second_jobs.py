"""Declaring a second job, deciding on one, and saying that it has ended."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from academy.people.choices.second_jobs import SecondJobState
from academy.people.models.second_job import MOST_WORDS
from academy.people.services.second_jobs import Declaration
from academy.ui.forms import (
    Button,
    FilterForm,
    LongTextField,
    OneChoiceField,
    PortalForm,
    ShortTextField,
    WrittenDateField,
)

NOT_HOURS = "Write the hours a week as a number, for example 8 or 7.5."


class DeclarationForm(PortalForm):
    """What a second job is. Sent once it says what the week comes to and who decides; sent again it is declared.

    `seen` is what was said, so that hours changed afterwards are said anew.
    """

    submit_words = "Go on"
    employer = ShortTextField(label="Who is the other employer?", max_length=160, help_text="Or “self-employed”.")
    role = ShortTextField(label="What will you do there?", max_length=160)
    hours = ShortTextField(label="How many hours a week, on average?", width=5)
    from_on = WrittenDateField(label="From which day?")
    until_on = WrittenDateField(label="Last day, if it is known", required=False)
    words = LongTextField(label="Anything who decides should know", required=False, max_length=MOST_WORDS, rows=3)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_hours(self) -> Decimal:
        try:
            hours = Decimal(self.cleaned_data["hours"].replace(",", ".")).quantize(Decimal("0.01"))
        except InvalidOperation:
            hours = Decimal("NaN")
        if not hours.is_finite():
            raise ValidationError(NOT_HOURS)
        return hours

    @property
    def declaration(self) -> Declaration:
        """What was filled in, of a valid form."""
        given = {name: self.cleaned_data[name] for name in Declaration.__dataclass_fields__}
        return Declaration(**given)

    def shown(self, seen: str) -> "DeclarationForm":
        """The same answers once more, now to be sent: what they come to was said."""
        again = type(self)(data={**dict(self.data.items()), "seen": seen})
        again.submit_words = "Declare it"
        return again


class PermissionForm(PortalForm):
    """The decision: one press for yes, one for no."""

    submit_words = "Allow it"
    other_buttons: tuple[Button, ...] = (Button("refuse", "Refuse it"),)
    reason = LongTextField(
        label="Reason", required=False, max_length=MOST_WORDS, rows=3, help_text="Needed to refuse. She reads it."
    )


class OverLimitForm(PermissionForm):
    """Only a no is open: the hours come to more than the limit."""

    submit_words = "Refuse it"
    submit_is_warning = True
    other_buttons = ()


class EndedForm(PortalForm):
    submit_words = "It has ended"
    last_day = WrittenDateField(label="What was the last day?")


class StateForm(FilterForm):
    """Which second jobs of the organisation are shown."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "All"), *SecondJobState.choices]
        self.fields["state"] = OneChoiceField(label="How it stands", as_list=True, required=False, choices=choices)

    @property
    def state(self) -> str:
        return str(self.chosen.get("state", ""))
