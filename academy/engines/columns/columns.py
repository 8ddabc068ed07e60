"""What the apps tell a manager of her people: one column each, a state and the next date. The engine knows no app."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date

from academy.identity.actor import Actor
from academy.ui.states import State


@dataclass(frozen=True, kw_only=True)
class Cell:
    """How one thing stands with one person: its state, the next date, and the page where something can be done.

    `says` is what the state leaves open ("Missing: the fee"). `due_on` is the day it is due or happens next. An address
    is given only where the reader may open it.
    """

    state: State
    says: str = ""
    due_on: date | None = None
    url: str = ""


Read = Callable[[Actor, Collection[int]], Mapping[int, Cell]]


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column: `key` is `app.noun`, `label` its heading, `order` its place, lowest first.

    `read` gives the cells of these people, whom the actor manages on her day, in a number of queries that does not grow
    with them. Who has no cell is shown as not concerned.
    """

    key: str
    label: str
    order: int
    read: Read


_declared: dict[str, Column] = {}


def declare(*columns: Column) -> None:
    """Make columns known; a key declared twice is a bug."""
    for column in columns:
        if column.key in _declared:
            raise RuntimeError(f"Two columns are called {column.key}.")
        _declared[column.key] = column


def declared() -> list[Column]:
    """Every column, in its order."""
    return sorted(_declared.values(), key=lambda column: (column.order, column.key))
