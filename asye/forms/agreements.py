"""Handing in learning needs, and writing the agreement."""

from collections.abc import Iterable
from typing import Any

from django import forms

from academy.engines.guard.forms import Guarded
from academy.people.rules.spans import in_words
from academy.ui.forms import LongTextField, OneChoiceField, PortalForm, ShortTextField, WrittenDateField
from asye.choices.enrolments import MOST_REASON, MOST_WORDS
from asye.rules.agreements import TEXTS
from asye.services.agreements import AgreementWords

HELP = {
    "background": "What she brings, how she learns best, and adjustments that were agreed. No diagnosis.",
    "supervision": "With whom, how often in each part of the year, how long. Who covers when somebody is away.",
    "workload": "How cases are chosen and how it grows. Say what is kept away from her at first.",
    "protected": "On which day, and how it is kept free.",
}


def _number(label: str, help_text: str, *, least: int, most: int) -> forms.IntegerField:
    said = f"Write a whole number from {least} to {most}."
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        min_value=least,
        max_value=most,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-3", "inputmode": "numeric", "autocomplete": "off"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), said),
    )


class NeedsForm(PortalForm):
    """Which of her kept entries says what she needs to learn."""

    submit_words = "Hand it in"
    marks_optional = False
    entry = OneChoiceField(
        label="Which of your entries says what you need to learn?",
        help_text="Whoever signs the agreement reads this version of it. You can go on changing the entry itself.",
        error_messages={"required": "Choose the entry. If none says it yet, write one first."},
    )

    def __init__(self, *args: Any, entries: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.entries = {str(each.pk): each for each in entries}
        field: Any = self.fields["entry"]
        field.choices = [(key, _called(each)) for key, each in self.entries.items()]

    @property
    def chosen(self) -> Any:
        return self.entries[self.cleaned_data["entry"]]


class AgreementForm(Guarded, PortalForm):
    """Everything that is agreed. It may be saved before it is whole; what is missing stands on its page."""

    guarded = ("others_present", *TEXTS)
    marks_optional = False
    submit_words = "Save"
    met_on = WrittenDateField(label="When did you meet?", required=False)
    others_present = ShortTextField(
        label="Who else was there?", required=False, max_length=MOST_REASON, help_text="By their role, not by name."
    )
    session_minutes = _number("How many minutes is a session of supervision?", "", least=30, most=240)
    workload_percent = _number(
        "How much of an experienced colleague’s work, in per cent?",
        "The lighter workload. It is another tenth than the protected time.",
        least=10,
        most=100,
    )
    protected_percent = forms.DecimalField(
        label="How much of working time is protected for development, in per cent?",
        min_value=1,
        max_value=50,
        max_digits=4,
        decimal_places=1,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-3", "inputmode": "decimal", "autocomplete": "off"}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value", "max_digits", "max_decimal_places", "max_whole_digits"),
            "Write a number from 1 to 50, such as 10.",
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, title in TEXTS.items():
            self.fields[name] = LongTextField(
                label=title, rows=4, required=False, max_length=MOST_WORDS, help_text=HELP.get(name, "")
            )

    @property
    def words(self) -> AgreementWords:
        names = AgreementWords.__dataclass_fields__
        return AgreementWords(**{name: self.cleaned_data[name] for name in names})


def _called(entry: Any) -> str:
    day = f", {in_words(entry.started_on)}" if entry.started_on else ""
    return f"{entry.name}{day}"
