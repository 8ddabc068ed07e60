"""On which rung of which ladder somebody stands by her post. Pure: codes only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar


@dataclass(frozen=True)
class Place:
    """What a post says of somebody on a day, in codes; empty where it says nothing."""

    service_kind: str = ""
    profession: str = ""
    grade: str = ""
    level: str = ""
    job_role: str = ""


class Rung(Protocol):
    """What a rung says of who stands on it."""

    @property
    def grade(self) -> str | None: ...

    @property
    def level(self) -> str | None: ...

    @property
    def job_roles(self) -> Sequence[str]: ...


Held = TypeVar("Held", bound=Rung)


def is_for(place: Place, *, service_kind: str, professions: Iterable[str]) -> bool:
    """Is a ladder for people of this place? One that names no service or no profession is for all of them."""
    meant = [str(profession) for profession in professions]
    return service_kind in ("", place.service_kind) and (not meant or place.profession in meant)


def rung_of(place: Place, rungs: Iterable[Held]) -> Held | None:
    """The rung somebody stands on: by grade and level, else by grade, else by job role, the first of equals.

    None where her post names no grade and no job this ladder knows: it is asked for, never guessed.
    """
    fitting = [(fit, rung) for rung in rungs if (fit := _fit(place, rung))]
    best = max((fit for fit, _ in fitting), default=0)
    return next((rung for fit, rung in fitting if fit == best), None)


def _fit(place: Place, rung: Rung) -> int:
    """How closely a rung describes the place; 0 where it does not. What a rung names must be so."""
    if rung.grade is not None and rung.grade != place.grade:
        return 0
    if rung.level is not None and rung.level != place.level:
        return 0
    if rung.job_roles and place.job_role not in rung.job_roles:
        return 0
    return 4 * (rung.grade is not None) + 2 * (rung.level is not None) + (1 if rung.job_roles else 0)
