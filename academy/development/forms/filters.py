"""Filters above the list of one's own entries."""

from typing import Any

from django import forms

from academy.development.choices import EntryState, Kind, Way
from academy.development.selectors.entries import WITH_PEER, Wanted
from academy.ui.forms import FilterForm, OneChoiceField, ShortTextField


class EntryFilters(FilterForm):
    """What the list is to show; `statements` are pairs of id and words the writer has used."""

    q = ShortTextField(label="Search my words", kind="search", max_length=100)
    kind = OneChoiceField(label="Kind", as_list=True, choices=[("", "All kinds"), *Kind.choices])
    way = OneChoiceField(label="Learnt", as_list=True, choices=[("", "In any way"), *Way.choices])
    standard = OneChoiceField(label="Standard", as_list=True)
    peer = OneChoiceField(
        label="Peer", as_list=True, choices=[("", "Any"), (WITH_PEER, "With a peer"), ("without", "Without")]
    )
    state = forms.ChoiceField(choices=[("", ""), *EntryState.choices], widget=forms.HiddenInput)

    def __init__(self, *args: Any, statements: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        standard: Any = self.fields["standard"]
        standard.choices = [("", "Any"), *((pk, words[:60]) for pk, words in statements)]

    @property
    def wanted(self) -> Wanted:
        """The valid answers; a wrong one filters nothing."""
        chosen = self.chosen
        return Wanted(
            search=chosen.get("q", ""),
            kind=chosen.get("kind", ""),
            way=chosen.get("way", ""),
            statement=chosen.get("standard", ""),
            peer=chosen.get("peer", ""),
            state=chosen.get("state", ""),
        )
