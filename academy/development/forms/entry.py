"""The form an entry is written in."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from academy.development.choices import MOST_TEXT, TEXTS, Kind, Way
from academy.development.models import Entry
from academy.development.rules.entries import faults, missing_for_keeping
from academy.development.rules.questions import Questions
from academy.development.services.entries import Words
from academy.engines.guard.forms import Guarded
from academy.ui.forms import (
    CheckboxesField,
    Div,
    Layout,
    LongTextField,
    OneChoiceField,
    PortalForm,
    ShortTextField,
    WrittenDateField,
)

TOO_LONG = {"max_length": f"Use at most {MOST_TEXT:,} characters. You have %(show_value)d."}
LATER = "You can leave this for later"


class EntryForm(Guarded, PortalForm):
    """Nothing is required to leave a draft; `keeping` asks for what a kept entry needs.

    `questions` are the prompts above the texts, `standards` pairs of id and words. The boxes of the standards are drawn
    by the page, because they are many. The guard looks at what is kept, not at a draft.
    """

    marks_optional = False
    guarded = ("title", *TEXTS)
    kind = OneChoiceField(label="What kind of learning was it?", choices=Kind.choices, inline=True)
    title = ShortTextField(label="Title", required=False)
    started_on = WrittenDateField(label="When", required=False)
    ended_on = WrittenDateField(label="Last day (if more than one)", required=False)
    way = OneChoiceField(
        label="Learnt mostly", as_list=True, required=False, choices=[("", "Choose one"), *Way.choices]
    )
    hours = forms.DecimalField(
        label="Hours (optional)",
        required=False,
        localize=False,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-3", "inputmode": "decimal", "autocomplete": "off"}),
        error_messages={"invalid": "Write hours as a number, such as 1.5."},
    )
    happened = LongTextField(
        label="What happened, and why does it matter for your work?",
        rows=7,
        required=False,
        max_length=MOST_TEXT,
        error_messages=TOO_LONG,
    )
    learnt = LongTextField(
        label="What did you learn?", rows=6, required=False, max_length=MOST_TEXT, error_messages=TOO_LONG, aside=LATER
    )
    impact = LongTextField(
        label="What changed in your practice, and for people?",
        rows=4,
        required=False,
        max_length=MOST_TEXT,
        error_messages=TOO_LONG,
        aside=LATER,
    )
    statements = CheckboxesField(label="Which standards does it speak to?", required=False)

    layout = Layout(
        "title",
        Div("started_on", "ended_on", "way", "hours", css_class="app-inline"),
        "happened",
        "learnt",
        "impact",
    )

    def __init__(
        self,
        *args: Any,
        questions: Questions,
        standards: Iterable[tuple[str, str]],
        on: date,
        keeping: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        self.keeping = keeping
        fields: dict[str, Any] = self.fields
        fields["statements"].choices = list(standards)
        for name in TEXTS:
            fields[name].prompts = questions.prompts_for(name)

    @property
    def is_guarded(self) -> bool:
        return self.keeping

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for field in TEXTS:
            if field in cleaned:
                cleaned[field] = cleaned[field].replace("\r\n", "\n")
        words = self.words
        wrong = faults(words, on=self.on)
        wrong += missing_for_keeping(words) if self.keeping else []
        for fault in wrong:
            if fault.field not in self.errors:
                self.add_error(fault.field, fault.reason)
        return cleaned

    @property
    def words(self) -> Words:
        """What was written, as far as it is valid."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "statements"}
        statements = frozenset(int(pk) for pk in self.cleaned_data.get("statements", ()))
        return Words(**said, statement_ids=statements)


def typed(data: QueryDict) -> dict[str, Any]:
    """What was typed, unjudged, to start a form from: autosaved words, or a form that asks for other questions."""
    said: dict[str, Any] = {name: data.get(name, "") for name in EntryForm.base_fields if name != "statements"}
    said["statements"] = data.getlist("statements")
    return {name: value for name, value in said.items() if name in data}


def stored(entry: Entry, *, statement_ids: Iterable[int]) -> dict[str, Any]:
    """What the entry says, to start the form from."""
    said: dict[str, Any] = {name: getattr(entry, name) for name in EntryForm.base_fields if name != "statements"}
    said["hours"] = f"{entry.hours.normalize():f}" if entry.hours is not None else ""
    return {**said, "statements": [str(pk) for pk in statement_ids]}
