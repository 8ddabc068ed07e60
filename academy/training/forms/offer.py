"""The academy's forms of focus themes, needs, platforms and subscriptions."""

from typing import Any

from django import forms

from academy.training.choices import MOST_TEXT, MOST_TITLE, NeedSource, OpenTo
from academy.training.forms.numbers import whole_field
from academy.training.services.platforms import PlatformSaid, SubscriptionSaid
from academy.training.services.themes import NeedSaid, ThemeSaid
from academy.ui.forms import LongTextField, OneChoiceField, PortalForm, ShortTextField, WrittenDateField

MOST_NAME, MOST_NEED = 120, 400


class ThemeForm(PortalForm):
    """What is in focus, and for how long."""

    submit_words = "Save the theme"
    title = ShortTextField(label="What is in focus?", max_length=MOST_TITLE)
    from_on = WrittenDateField(label="From which day?")
    until_on = WrittenDateField(label="Last day", required=False, help_text="Empty: it goes on.")

    @property
    def said(self) -> ThemeSaid:
        return ThemeSaid(**self.cleaned_data)


class NeedForm(PortalForm):
    """A need and where it was found."""

    submit_words = "Save the need"
    text = ShortTextField(label="What is needed?", max_length=MOST_NEED)
    source = OneChoiceField(label="Where was it found?", choices=NeedSource.choices)
    found_on = WrittenDateField(label="On which day?", required=False)
    agency = OneChoiceField(label="At which employer?", required=False, as_list=True)

    def __init__(self, *args: Any, agencies: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["agency"].choices = [("", "Not said"), *agencies]

    @property
    def said(self) -> NeedSaid:
        given = dict(self.cleaned_data)
        agency = given.pop("agency")
        return NeedSaid(**given, agency_id=int(agency) if agency else None)


class PlatformForm(PortalForm):
    """A platform and who may use it."""

    submit_words = "Save the platform"
    name = ShortTextField(label="Name", max_length=MOST_NAME)
    about = LongTextField(label="What is found there?", required=False, rows=3, max_length=MOST_TEXT)
    url = forms.URLField(
        label="Address",
        required=False,
        assume_scheme="https",
        error_messages={"invalid": "Write the whole address, for example https://learning.example."},
    )
    open_to = OneChoiceField(label="Who may use it?", choices=OpenTo.choices)

    @property
    def said(self) -> PlatformSaid:
        return PlatformSaid(**self.cleaned_data)


class SubscriptionForm(PortalForm):
    """A subscription and what it brings."""

    submit_words = "Save the subscription"
    name = ShortTextField(label="Name", max_length=MOST_NAME)
    short_name = ShortTextField(label="Short name", max_length=20, help_text="Marks its events, such as MRC.")
    about = LongTextField(label="What is it?", required=False, rows=3, max_length=MOST_TEXT)
    aims = LongTextField(label="What it is for", required=False, rows=3, help_text="One aim on each line.")
    mainly_for = ShortTextField(label="Mainly for", required=False)
    sessions_a_year = whole_field(
        "In-house sessions it brings a year", least=1, most=500, help_text="Counted from January to December."
    )

    def clean_aims(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["aims"].splitlines() if line.strip()]

    @property
    def said(self) -> SubscriptionSaid:
        return SubscriptionSaid(**self.cleaned_data)
