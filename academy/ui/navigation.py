"""What stands in the menu and in the footer: each app declares its places in `apps.ready()`, the look shows them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

ShownTo = Callable[[Any], bool]
Count = Callable[[Any], int]


def everybody(actor: Any) -> bool:
    """Shown to whoever is signed in."""
    return True


@dataclass(frozen=True, kw_only=True)
class NavigationItem:
    """One place: words, the name of its address, the section it opens, and who is shown it.

    `section` is what a view of that part states as its `section`; the item of the page's section is marked as current.
    `order` sorts, lowest first. `is_public` shows it to people who have not signed in as well. `count` says how much
    waits there for an actor, in one query.
    """

    label: str
    url_name: str
    section: str
    order: int
    shown_to: ShownTo = everybody
    is_public: bool = False
    count: Count | None = None


@dataclass(frozen=True, kw_only=True)
class PersonItem:
    """A way from somebody's page to what another app knows of her: words, the name of an address that takes her id, and
    which actor is shown it about whom."""

    label: str
    url_name: str
    order: int
    shown_to: Callable[[Any, Any], bool]


@dataclass(frozen=True)
class Place:
    """A place as a page shows it; `count` is how much waits there, 0 without a count."""

    label: str
    url: str
    is_current: bool
    count: int = 0


class Register:
    """The declared places of one part of the page."""

    def __init__(self) -> None:
        self._items: dict[str, NavigationItem] = {}

    def add(self, *items: NavigationItem) -> None:
        """Declare places. Refuses a second item for a section with ValueError; the same item twice is one."""
        for item in items:
            if self._items.setdefault(item.section, item) != item:
                raise ValueError(f"There is already a place for the section “{item.section}”.")

    def places(self, *, actor: Any, section: str) -> list[Place]:
        """The places this actor is shown, in order; the public ones for somebody who is not signed in."""
        return _places((item for item in self._items.values() if _is_shown(item, actor)), actor, section)


class PersonRegister:
    """The declared ways from somebody's page."""

    def __init__(self) -> None:
        self._items: dict[str, PersonItem] = {}

    def add(self, item: PersonItem) -> None:
        """Declare a way. Refuses a second one to the same address with ValueError; the same item twice is one."""
        if self._items.setdefault(item.url_name, item) != item:
            raise ValueError(f"There is already a way to {item.url_name}.")

    def places(self, *, actor: Any, person: Any) -> list[Place]:
        """The ways this actor is shown on the person's page, in order."""
        shown = [item for item in self._items.values() if item.shown_to(actor, person)]
        return [
            Place(item.label, reverse(item.url_name, args=[person.pk]), is_current=False)
            for item in sorted(shown, key=lambda item: item.order)
        ]


def _is_shown(item: NavigationItem, actor: Any) -> bool:
    return item.shown_to(actor) if actor else item.is_public


def _places(items: Iterable[NavigationItem], actor: Any, section: str) -> list[Place]:
    ordered = sorted(items, key=lambda item: item.order)
    return [
        Place(
            item.label,
            reverse(item.url_name),
            is_current=item.section == section,
            count=item.count(actor) if item.count else 0,
        )
        for item in ordered
    ]


MENU = Register()
FOOTER = Register()
PERSON = PersonRegister()
SETTINGS = Register()  # what apps above people keep, on the first page of the settings
