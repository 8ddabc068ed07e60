"""The period of the academy's report."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from academy.people.rules.endings import is_in_order
from academy.people.rules.spans import Span
from academy.ui.forms import FilterForm, WrittenDateField


class ReportForm(FilterForm):
    """From a day to a day. Without one of them the calendar year of the other; without both the year of `on`."""

    submit_words = "Show"
    from_on = WrittenDateField(label="From")
    until_on = WrittenDateField(label="Until")

    def __init__(self, data: Mapping[str, Any], *, on: date) -> None:
        super().__init__(data)
        self.on = on

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        decision = is_in_order(self._span(given))
        if not decision.allowed:
            self.add_error("until_on", decision.reason)
        return given

    @property
    def span(self) -> Span:
        """The period asked for; the year of today where what is asked for cannot be read."""
        return self._span(self.cleaned_data if self.is_valid() else {})

    def _span(self, given: dict[str, Any]) -> Span:
        first, last = given.get("from_on"), given.get("until_on")
        year = (first or last or self.on).year
        return Span(first or date(year, 1, 1), last or date(year, 12, 31))
