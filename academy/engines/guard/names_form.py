"""The form of a writer's pseudonyms: a row for each, and some empty ones."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.dateparse import parse_datetime

from academy.engines.guard.choices import MOST_LINES, MOST_NAME, MOST_PSEUDONYM
from academy.engines.guard.known import Alias
from academy.engines.guard.selectors.keys import Key
from academy.ui.forms import Div, Layout, PortalForm, ShortTextField

SPARE_ROWS = 3


class NamesForm(PortalForm):
    """One row is a pseudonym and whom it means; a row with both empty is no line."""

    submit_words = "Keep my pseudonyms"
    marks_optional = False
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, *args: Any, key: Key, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = key.changed_at.isoformat() if key.changed_at else ""
        sent = sum(name.startswith("pseudonym_") for name in self.data)
        self.rows = range(1, min(max(len(key.aliases) + SPARE_ROWS, sent), MOST_LINES + SPARE_ROWS) + 1)
        for number in self.rows:
            self._add_row(number, key.aliases[number - 1] if number <= len(key.aliases) else Alias("", ""))
        rows = (Div(f"pseudonym_{number}", f"name_{number}", css_class="app-inline") for number in self.rows)
        self.layout = Layout("seen", *rows)

    def _add_row(self, number: int, alias: Alias) -> None:
        asked = (("pseudonym", "I write", MOST_PSEUDONYM, alias.pseudonym), ("name", "I mean", MOST_NAME, alias.name))
        for name, label, most, said in asked:
            field = ShortTextField(label=f"{number}. {label}", max_length=most, initial=said, required=False, width=20)
            field.widget.attrs["autocomplete"] = "off"
            self.fields[f"{name}_{number}"] = field

    @property
    def aliases(self) -> list[Alias]:
        """The lines that say something, in their order."""
        said = self.cleaned_data
        pairs = [(said[f"pseudonym_{number}"], said[f"name_{number}"]) for number in self.rows]
        return [Alias(pseudonym, name) for pseudonym, name in pairs if pseudonym or name]

    @property
    def seen_at(self) -> datetime | None:
        """When the key the writer looked at was changed last; None for a new one."""
        try:
            return parse_datetime(self.cleaned_data["seen"])
        except ValueError:
            return None
