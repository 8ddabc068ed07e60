"""The unsent words of an entry as somebody reads them: what each field is called, and names in place of codes."""

from typing import Any

from academy.development.choices import TEXTS, Kind, Way
from academy.development.selectors.copies import called
from academy.engines.drafts.rules import Payload
from academy.frameworks.selectors.choices import statements_called

CODED: dict[str, Any] = {"kind": Kind, "way": Way}
# In the order of the form; what is not here the page sends along for itself.
FIELDS = {
    "kind": "Kind of learning",
    "title": "Title",
    "started_on": "When",
    "ended_on": "Last day",
    "way": "Learnt mostly",
    "hours": "Hours",
    **TEXTS,
    "statements": "Standards",
}


def read_unsent(payload: Payload) -> dict[str, str]:
    """Every field that was filled in, line by line; one query when standards were ticked."""
    said = {words: _told(field, payload.get(field, [])) for field, words in FIELDS.items()}
    return {words: told for words, told in said.items() if told}


def _told(field: str, values: list[str]) -> str:
    if field == "statements":
        return _statements(values)
    if field in CODED:
        labels = dict(CODED[field].choices)
        return ", ".join(str(labels.get(value, value)) for value in values)
    return ", ".join(values)


def _statements(values: list[str]) -> str:
    ids = [int(value) for value in values if value.isdecimal()]
    return "; ".join(called(each) for each in statements_called(ids)) if ids else ""
