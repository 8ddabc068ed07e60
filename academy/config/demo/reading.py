"""The demo's texts and lists as frozen dataclasses. An unknown key in a file is an error, not a surprise."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml

DATA = Path(__file__).parent / "data"
T = TypeVar("T")


@dataclass(frozen=True)
class Text:
    """One entry as somebody wrote it. `stretch` and `part` place those of the practitioner in her own year."""

    title: str
    way: str
    kind: str
    happened: str
    learnt: str
    impact: str
    statements: tuple[str, ...]
    hours: float | None = None
    pool: str = ""
    uses: tuple[dict[str, str], ...] = ()
    stretch: int | None = None
    part: float = 0.5
    draft: bool = False


@dataclass(frozen=True)
class Names:
    """Given and family names of one community; of a hundred people so many bear them."""

    share: int
    given: list[str]
    family: list[str]


@dataclass(frozen=True)
class Step:
    """What somebody does from so many months ago on; in careers between the first and the last of two numbers."""

    job: str
    months: Any
    team: str = ""
    title: str = ""
    grade: str = ""
    level: str = ""
    fte: str = "1.00"
    manager: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Career:
    """How posts of one sort unfold, what their holders write, and what else they often have."""

    steps: tuple[Step, ...]
    writes: str
    left: tuple[int, int] | None = None
    annotation: str = ""
    role: str = ""


@dataclass(frozen=True)
class TeamPlan:
    """Who is made for a team, and who leads it."""

    team: str
    manager: str
    careers: tuple[str, ...]
    chief: str = ""
    names: tuple[str, ...] = ()
    gains: str = ""


@dataclass(frozen=True)
class Visitors:
    """So many people who belong to an organisation without a post, since between so many months."""

    organisation: str
    kind: str
    number: int
    months: tuple[int, int]


@dataclass(frozen=True)
class Member:
    """One of the cast, as `cast.yaml` describes her."""

    key: str
    name: str
    organisation: str
    account: str = ""
    writes: str = ""
    steps: tuple[Step, ...] = ()
    registration: dict[str, Any] | None = None
    membership: dict[str, Any] | None = None
    memberships_elsewhere: tuple[dict[str, Any], ...] = ()
    roles: tuple[dict[str, str], ...] = ()
    deputies: tuple[dict[str, Any], ...] = ()
    absences: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True)
class PlaceOf:
    """A named person's place with an event, asked for on a day; its state where it is not the usual one."""

    who: str
    state: str = ""
    asked: int | None = None


@dataclass(frozen=True)
class EventPlan:
    """An event of an academy. `course` is `organisation/code`, days are around the day of loading."""

    course: str
    days: list[int]
    capacity: int
    booked: int
    length: float
    key: str = ""
    half: bool = False
    minimum: int = 4
    state: str = "held"
    because: str = ""
    tutor: str = ""
    mainly_for: str = ""
    holders: tuple[str, ...] = ()
    people: tuple[PlaceOf, ...] = ()


@dataclass(frozen=True)
class ActOn:
    """What somebody did about a request on a day, in her words."""

    act: str
    days: int
    words: str = ""


@dataclass(frozen=True)
class Asking:
    """What somebody asks for on a day, and what came of it: a place with an event, or learning outside."""

    who: str
    asked: int
    need: str
    event: str = ""
    course: str = ""
    title: str = ""
    provider: str = ""
    award_type: str = "none"
    role_relevance: str = ""
    benefit: str = ""
    support: tuple[str, ...] = ()
    costs: dict[str, int] = field(default_factory=dict)
    length: float | None = None
    first: int | None = None
    last: int | None = None
    agreed_in: str = "not_yet"
    agreed: int | None = None
    acts: tuple[ActOn, ...] = ()


@dataclass(frozen=True)
class Opening:
    """A vacancy of an employer; its days are around the day of loading."""

    organisation: str
    reference: str
    title: str
    team: str
    job: str
    grade: str
    days: list[int]
    places: int = 1
    contract: str = ""
    outside: bool = False
    state: str = "open"


@dataclass(frozen=True)
class AccountLine:
    """An account of the demo and who signs in with it."""

    account: str
    who: str
    organisation: str


@dataclass(frozen=True)
class Accounts:
    """All of them, with the one password they share."""

    password: str
    domain: str
    accounts: tuple[AccountLine, ...]


def accounts() -> Accounts:
    row = _load("accounts.yaml")
    return Accounts(**{**row, "accounts": tuple(AccountLine(**line) for line in row["accounts"])})


def texts(name: str) -> list[Text]:
    """The entries of one file of `data/entries`."""
    return [Text(**{**row, "statements": tuple(row["statements"])}) for row in _load(f"entries/{name}.yaml")]


def names() -> list[Names]:
    return _read("names.yaml", Names)


def careers() -> dict[str, Career]:
    """Careers by their name."""
    return {
        name: Career(**{**row, "steps": tuple(Step(**step) for step in row["steps"])})
        for name, row in _load("careers.yaml").items()
    }


def teams() -> dict[str, list[TeamPlan]]:
    """Plans of teams by the slug of their organisation."""
    return {row["organisation"]: [TeamPlan(**team) for team in row["teams"]] for row in _load("teams.yaml")}


def cohort() -> dict[str, list[TeamPlan]]:
    """Who joins those teams as newly qualified, beside who is there anyway."""
    return {row["organisation"]: [TeamPlan(**team) for team in row["teams"]] for row in _load("asye/people.yaml")}


def stages() -> dict[str, dict[str, dict[str, str]]]:
    """By organisation and job, the stage the job stands on and the level within it."""
    found: dict[str, dict[str, dict[str, str]]] = _load("stages.yaml")
    return found


def vacancies() -> list[Opening]:
    return _read("vacancies.yaml", Opening)


def visitors() -> list[Visitors]:
    return _read("visitors.yaml", Visitors)


def cast() -> list[Member]:
    """The cast, in an order in which managers come before those they manage."""
    rows = _load("cast.yaml")
    return [Member(**{**row, "steps": tuple(Step(**step) for step in row.get("steps", ()))}) for row in rows]


def training_events() -> list[EventPlan]:
    """The events of the academies."""
    rows = _load("training/events.yaml")
    return [EventPlan(**{**row, "people": tuple(PlaceOf(**each) for each in row.get("people", ()))}) for row in rows]


def training_requests() -> list[Asking]:
    """What people ask for, in the order of the file."""
    rows = _load("training/requests.yaml")
    return [Asking(**{**row, "acts": tuple(ActOn(**each) for each in row.get("acts", ()))}) for row in rows]


def content(name: str) -> Any:
    """A file of the data as it stands there."""
    return _load(name)


def _read(name: str, kind: Callable[..., T]) -> list[T]:
    return [kind(**row) for row in _load(name)]


@cache
def _load(name: str) -> Any:
    return yaml.safe_load((DATA / name).read_text())
