"""Deadlines: each app declares what has a date, whom to remind before and after it, and in which words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Expression, F, QuerySet
from django.db.models.expressions import Combinable

from academy.identity.models import Person

# What every row of a finder is called while the engine reads it; an audience may refer to the last.
SUBJECT, DUE, ABOUT = "reminded_subject", "reminded_due", "reminded_about"


@dataclass(frozen=True)
class Asked:
    """What a finder is asked on a day: deadlines from a first to a last day they are due, both in it."""

    on: date
    first: date
    last: date


@dataclass(frozen=True, kw_only=True)
class Found:
    """Rows with a deadline: where in a row stand the subject's id, the person it is about, and the day it is due.

    `due` is the name of a field, or the one day on which all of them are due. A row is found only while there is
    something to do. The rows are asked for by the database, so they must not be cut or ordered.
    """

    rows: QuerySet[Any]
    subject: str = "pk"
    person: str = "person_id"
    due: str | date


@dataclass(frozen=True)
class Audience:
    """Who hears of it, in words, and how the database finds that person from the row on a day: an expression.

    The expression may use `OuterRef(ABOUT)`, the id of the person the row is about. None reminds nobody.
    """

    words: str
    of: Callable[[date], Expression | Combinable]


HERSELF = Audience("the person herself", lambda on: F(ABOUT))


@dataclass(frozen=True)
class Offset:
    """So many days after the day it is due (before it: less than 0), and who hears then."""

    days: int
    to: tuple[Audience, ...] = (HERSELF,)


@dataclass(frozen=True)
class Told:
    """What a line of a digest is written from."""

    subject_id: int
    about: Person
    is_own: bool
    due_on: date
    on: date

    @property
    def days_left(self) -> int:
        """Days until it is due: 0 on the day, below 0 after it."""
        return (self.due_on - self.on).days


@dataclass(frozen=True)
class Line:
    """One thing with a date, in a whole sentence, and the path of the page where it is done."""

    what: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """`app.noun`, what a person calls it when she chooses what to hear of, and how it is found, timed and worded.

    Only an optional one can be turned off. Finders take a number of queries that does not grow with people.
    """

    key: str
    title: str
    find: Callable[[Asked], Iterable[Found]]
    offsets: tuple[Offset, ...]
    line: Callable[[Told], Line]
    is_optional: bool = False

    def __post_init__(self) -> None:
        days = [offset.days for offset in self.offsets]
        if not days or len(set(days)) != len(days):
            raise ValueError(f"{self.key} must name each of its offsets once.")

    def offset(self, days: int) -> Offset | None:
        """The offset of so many days; None when it is no longer declared."""
        return next((offset for offset in self.offsets if offset.days == days), None)


_declared: dict[str, Deadline] = {}


def declare(*deadlines: Deadline) -> None:
    """Make deadlines known; a key declared twice is a bug."""
    for deadline in deadlines:
        if deadline.key in _declared:
            raise RuntimeError(f"Two deadlines are called {deadline.key}.")
        _declared[deadline.key] = deadline


def declared() -> list[Deadline]:
    """Every deadline, by key."""
    return [_declared[key] for key in sorted(_declared)]


def deadline_called(key: str) -> Deadline | None:
    """The deadline of this key; None for one that is declared no longer and has left rows behind."""
    return _declared.get(key)
