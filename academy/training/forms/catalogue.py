"""What can be asked of the catalogue."""

from typing import Any

from django.forms import BoundField

from academy.people.choices import ServiceKind
from academy.training.choices import OfferKind, Promise
from academy.training.selectors.catalogue import ONLINE, OUTSIDE, WITH_DATES, Choices, Wanted
from academy.ui.forms import FilterForm, OneChoiceField, ShortTextField

WAYS = [(WITH_DATES, "With dates to book"), (ONLINE, "Online"), (OUTSIDE, "Outside, to ask for")]
ASKED_FIRST = ("q", "kind", "whom")


def _offered(label: str, choices: Choices, *, anything: str = "Any") -> OneChoiceField:
    return OneChoiceField(label=label, as_list=True, required=False, choices=[("", anything), *choices])


class CatalogueForm(FilterForm):
    """Filters of the catalogue: a few first, the others folded away until one of them is used."""

    submit_words = "Find"
    q = ShortTextField(label="Search", kind="search", max_length=80)
    kind = _offered("Kind", OfferKind.choices, anything="All kinds")
    whom = _offered("For", [("me", "Meant for me")], anything="Everybody")
    promise = _offered("Stage", Promise.choices)
    service = _offered("Service", ServiceKind.choices)
    way = _offered("How", WAYS)
    cost = _offered("Cost", [("free", "No cost")])

    def __init__(self, *args: Any, levels: Choices, themes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label, choices in (("level", "Aimed at", levels), ("theme", "Theme", themes)):
            if choices:
                self.fields[name] = _offered(label, choices)

    @property
    def first(self) -> list[BoundField]:
        """What is asked most."""
        return [self[name] for name in ASKED_FIRST]

    @property
    def more(self) -> list[BoundField]:
        """The other filters."""
        return [field for field in self if field.name not in ASKED_FIRST]

    @property
    def uses_more(self) -> bool:
        """Is one of the other filters used?"""
        return not self.chosen.keys() <= set(ASKED_FIRST)

    @property
    def wanted(self) -> Wanted:
        """What is asked for; an answer that is not among the choices asks for nothing."""
        chosen = self.chosen
        return Wanted(
            words=chosen.get("q", ""),
            **{name: chosen.get(name, "") for name in ("kind", "promise", "level", "service", "way")},
            theme_id=int(chosen["theme"]) if "theme" in chosen else None,
            is_mine=chosen.get("whom") == "me",
            is_free=chosen.get("cost") == "free",
        )
