"""Filters above the list of one's own evidence."""

from typing import Any

from academy.ui.forms import FilterForm, OneChoiceField
from portfolios.choices.evidence import EvidenceKind, EvidenceState
from portfolios.selectors.evidence import Wanted

PERIODS = [("3", "Last 3 months"), ("6", "Last 6 months"), ("12", "Last 12 months")]


class EvidenceFilters(FilterForm):
    """What the list is to show; `statements` are pairs of id and words her evidence speaks to."""

    kind = OneChoiceField(label="Kind", as_list=True, choices=[("", "All kinds"), *EvidenceKind.choices])
    state = OneChoiceField(label="How it stands", as_list=True, choices=[("", "Any"), *EvidenceState.choices])
    standard = OneChoiceField(label="Standard", as_list=True)
    months = OneChoiceField(label="When", as_list=True, choices=[("", "At any time"), *PERIODS])

    def __init__(self, *args: Any, statements: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        standard: Any = self.fields["standard"]
        standard.choices = [("", "Any"), *((pk, words[:60]) for pk, words in statements)]

    @property
    def wanted(self) -> Wanted:
        """The valid answers; a wrong one filters nothing."""
        said = self.chosen
        return Wanted(
            kind=said.get("kind", ""),
            state=said.get("state", ""),
            statement=said.get("standard", ""),
            months=int(said.get("months", 0)),
        )
