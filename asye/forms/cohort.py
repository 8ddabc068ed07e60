"""Filters above the cohort board."""

from collections.abc import Iterable
from typing import Any

from django import forms

from academy.people.choices import ServiceKind
from academy.ui.forms import FilterForm, OneChoiceField
from asye.choices.board import Standing
from asye.choices.enrolments import Role
from asye.selectors.cohort import FOR_YOU, Row, Wanted, people_in

SHOWS = {
    "": "everybody",
    Standing.ACT.value: "act now",
    Standing.WATCH.value: "watch",
    Standing.ON_TRACK.value: "on track",
    Standing.PAUSED.value: "paused",
    FOR_YOU: "waiting for you",
}


class BoardFilters(FilterForm):
    """What the board is to show; `show` comes from the tallies."""

    service = OneChoiceField(label="Service", as_list=True, choices=[("", "All services"), *ServiceKind.choices])
    started = OneChoiceField(label="Started", as_list=True)
    waits_for = OneChoiceField(
        label="Waiting for",
        as_list=True,
        choices=[("", "Anybody"), *((role.value, str(role.label).capitalize()) for role in Role)],
    )
    assessor = OneChoiceField(label="Assessor", as_list=True)
    show = forms.ChoiceField(widget=forms.HiddenInput, choices=[(code, code) for code in SHOWS])

    def __init__(self, *args: Any, rows: Iterable[Row], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = list(rows)
        started: Any = self.fields["started"]
        started.choices = [("", "Any month"), *_months(listed)]
        assessor: Any = self.fields["assessor"]
        assessor.choices = [("", "All assessors"), *((str(each.pk), each.full_name) for each in people_in(listed))]

    @property
    def wanted(self) -> Wanted:
        """The valid answers; a wrong one filters nothing."""
        return Wanted(**self.chosen)


def _months(rows: Iterable[Row]) -> list[tuple[str, str]]:
    first = {row.enrolment.starts_on.replace(day=1) for row in rows}
    return [(f"{day:%Y-%m}", f"{day:%B %Y}") for day in sorted(first, reverse=True)]
