"""Which half-year, and of which programme, a summary of moderation is read."""

from collections.abc import Sequence
from typing import Any

from academy.people.choices import ServiceKind
from academy.ui.forms import FilterForm, OneChoiceField
from asye.choices.enrolments import Programme
from asye.rules.moderation_summary import Half


class PeriodChoice(FilterForm):
    """The latest half-year and the first programme, where none or a wrong one is asked for."""

    submit_words = "Show"

    half = OneChoiceField(label="Half-year", as_list=True)
    programme = OneChoiceField(label="Programme", as_list=True)

    def __init__(self, *args: Any, found: Sequence[Half], programmes: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.halves = {each.code: each for each in found}
        self.programmes = {f"{programme}-{service}": (programme, service) for programme, service in programmes}
        half: Any = self.fields["half"]
        half.choices = [(code, each.words) for code, each in self.halves.items()]
        programme: Any = self.fields["programme"]
        programme.choices = [
            (code, f"{Programme(kind).label}, {ServiceKind(service).label.lower()}")
            for code, (kind, service) in self.programmes.items()
        ]

    @property
    def wanted(self) -> tuple[Half, str, str] | None:
        """None where the actor runs no year."""
        if not self.programmes:
            return None
        half = self.halves.get(self.chosen.get("half", ""), next(iter(self.halves.values())))
        kind, service = self.programmes.get(self.chosen.get("programme", ""), next(iter(self.programmes.values())))
        return half, kind, service
