"""Filters above the season: which regulator, whose people, which name, who misses what."""

from typing import Any

from django import forms

from academy.development.rules.renewals import Asks
from academy.people.choices import Regulator
from academy.ui.forms import FilterForm, OneChoiceField, ShortTextField

OWN_TEAM, EVERYBODY = "team", "all"


class SeasonFilters(FilterForm):
    """What the season is to show; `show` comes from the tallies."""

    q = ShortTextField(label="Name", kind="search", max_length=80)
    regulator = OneChoiceField(label="Regulator", as_list=True)
    whose = OneChoiceField(label="Whose", as_list=True, choices=[(OWN_TEAM, "My team"), (EVERYBODY, "Everybody I see")])
    show = forms.SlugField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, asked: dict[str, Asks], manages: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = asked
        regulators: Any = self.fields["regulator"]
        regulators.choices = [(code, asks.name) for code, asks in sorted(asked.items(), reverse=True)]
        if not manages:
            del self.fields["whose"]

    @property
    def asks(self) -> Asks | None:
        """The regulator asked for, else Social Work England; None where nothing was loaded for it."""
        return self.asked.get(self.chosen.get("regulator", Regulator.SWE.value))

    @property
    def is_own_team(self) -> bool:
        """Her own team is what a manager is shown first."""
        return "whose" in self.fields and self.chosen.get("whose", OWN_TEAM) == OWN_TEAM
