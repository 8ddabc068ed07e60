"""Filters above the overview of appraisals: which meeting, which year, which name."""

from django import forms

from academy.development.choices.plans import MeetingKind
from academy.development.selectors.appraisal_overview import SHOWS
from academy.ui.forms import FilterForm, OneChoiceField, ShortTextField

THIS_YEAR, LAST_YEAR = "this", "last"


class OverviewFilters(FilterForm):
    """What the overview is to show; `show` comes from the tallies."""

    q = ShortTextField(label="Name", kind="search", max_length=80)
    kind = OneChoiceField(label="Meeting", as_list=True, choices=MeetingKind.choices)
    year = OneChoiceField(
        label="Year", as_list=True, choices=[(THIS_YEAR, "This appraisal year"), (LAST_YEAR, "The year before")]
    )
    show = forms.ChoiceField(widget=forms.HiddenInput, choices=[(code, code) for code in SHOWS])

    @property
    def meeting(self) -> str:
        """The appraisal, unless the review is asked for."""
        return str(self.chosen.get("kind", MeetingKind.APPRAISAL))

    @property
    def years_back(self) -> int:
        return int(self.chosen.get("year") == LAST_YEAR)
