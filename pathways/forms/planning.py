"""What if something arrives, and towards which sitting to plan: both asked by GET, and nothing is kept."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from academy.ui.forms import CheckboxesField, FilterForm, OneChoiceField
from pathways.rules.soonest import Closing
from pathways.selectors.planning import Supposable


class WhatIfForm(FilterForm):
    """What arrives, and by the end of which month; `pathway` is the one looked at."""

    what = CheckboxesField(label="If this")
    by = OneChoiceField(label="arrives by the end of", as_list=True)
    pathway = forms.CharField(widget=forms.HiddenInput, max_length=80)
    of = forms.CharField(widget=forms.HiddenInput, max_length=80)

    def __init__(self, *args: Any, options: Sequence[Supposable], months: Sequence[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.options = {each.code: each for each in options}
        self.months = {day.isoformat(): day for day in months}
        what: Any = self.fields["what"]
        what.choices = [(each.code, each.what) for each in options]
        by: Any = self.fields["by"]
        by.choices = [("", "Choose a month"), *((code, f"{day:%B %Y}") for code, day in self.months.items())]

    @property
    def is_asked(self) -> bool:
        """Was something sent?"""
        return any(self.data.get(name) for name in ("what", "by"))

    @property
    def fault(self) -> str:
        """What is wrong with the question, in a sentence; empty where it can be answered."""
        if not self.is_valid():
            return "That cannot be worked out. Choose from what is shown here."
        if not self.cleaned_data["what"]:
            return "Choose what arrives."
        return "" if self.cleaned_data["by"] else "Choose the month by the end of which it arrives."

    @property
    def supposed(self) -> list[Supposable]:
        """What is to arrive, of a question without a fault."""
        return [self.options[code] for code in self.cleaned_data["what"]]

    @property
    def by_day(self) -> date:
        """The last day of the month, of a question without a fault."""
        return self.months[self.cleaned_data["by"]]

    @property
    def answer_label(self) -> str:
        """What is supposed, in a few words."""
        first, *others = self.supposed
        number = f" and {len(others)} more" if others else ""
        return f"{first.what}{number} in {self.by_day:%B}"


class SittingForm(FilterForm):
    """The sitting to plan towards."""

    sitting = OneChoiceField(label="Panel of", as_list=True)
    pathway = forms.CharField(widget=forms.HiddenInput, max_length=80)
    of = forms.CharField(widget=forms.HiddenInput, max_length=80)

    def __init__(self, *args: Any, sittings: Sequence[Closing], usual: Closing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sittings = {str(each.pk): each for each in sittings}
        self.usual = usual
        sitting: Any = self.fields["sitting"]
        sitting.choices = [(code, _named(each)) for code, each in self.sittings.items()]

    @property
    def fault(self) -> str:
        return "" if self.is_valid() else "This sitting can no longer be planned towards. Choose one shown here."

    @property
    def chosen_sitting(self) -> Closing:
        """The sitting asked for, else the usual one."""
        return self.sittings.get(self.chosen.get("sitting", ""), self.usual)


def _named(sitting: Closing) -> str:
    return f"{sitting.on.day} {sitting.on:%B %Y}{f', {sitting.title}' if sitting.title else ''}"
