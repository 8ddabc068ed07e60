"""Filters above the list of people and their steps."""

from collections.abc import Sequence
from typing import Any

from academy.ui.forms import FilterForm, OneChoiceField, ShortTextField
from pathways.selectors.people import WantedPeople

WAITING = "waiting"


class PeopleFilters(FilterForm):
    """Whom the list is to show; `rungs` are pairs of a code and the rung's name."""

    q = ShortTextField(label="Name", kind="search", max_length=100)
    rung = OneChoiceField(label="Stands on", as_list=True)
    waits = OneChoiceField(
        label="What waits", as_list=True, choices=[("", "Anything or nothing"), (WAITING, "Something to be agreed")]
    )

    def __init__(self, *args: Any, rungs: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rung: Any = self.fields["rung"]
        rung.choices = [("", "Any rung"), *rungs]

    @property
    def wanted(self) -> WantedPeople:
        """The valid answers; a wrong one filters nothing."""
        chosen = self.chosen
        return WantedPeople(
            name=chosen.get("q", ""), rung=chosen.get("rung", ""), is_waiting=chosen.get("waits") == WAITING
        )
