"""A requirement as a file says it: one of the kinds, by its name. A new kind is a module and a line here.

all_of:
  - course: safeguarding-adults
  - some_of: {least: 1, of: [{award: bia}, {award: amhp}]}
  - course: {code: moving-and-handling, within_months: 12}
"""

from collections.abc import Iterator
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from academy.engines.requirements.cases import Case
from academy.engines.requirements.composition import all_of, any_of, some_of
from academy.engines.requirements.kinds.award import AwardHeld
from academy.engines.requirements.kinds.count import CountOf
from academy.engines.requirements.kinds.course import CourseCompleted
from academy.engines.requirements.kinds.months_since import MonthsSince
from academy.engines.requirements.kinds.part import Kind, Part
from academy.engines.requirements.kinds.registration import RegistrationLive
from academy.engines.requirements.results import Result

MOST_PARTS = 60


class SomeOf(Part):
    """So many of several."""

    least: Annotated[int, Field(ge=1, le=MOST_PARTS)]
    of: Annotated[list["Node"], Field(min_length=1, max_length=MOST_PARTS)]

    @model_validator(mode="after")
    def _enough_to_choose_from(self) -> Self:
        if self.least > len(self.of):
            raise ValueError(f"{self.least} are asked of {len(self.of)}; name more, or ask for fewer.")
        return self


class Node(Part):
    """One requirement: exactly one of these keys."""

    all_of: Annotated[list["Node"], Field(min_length=1, max_length=MOST_PARTS)] | None = None
    any_of: Annotated[list["Node"], Field(min_length=1, max_length=MOST_PARTS)] | None = None
    some_of: SomeOf | None = None
    course: CourseCompleted | None = None
    award: AwardHeld | None = None
    registration: RegistrationLive | None = None
    count: CountOf | None = None
    months_since: MonthsSince | None = None

    @model_validator(mode="before")
    @classmethod
    def _says_one_kind(cls, said: Any) -> Any:
        allowed = ", ".join(cls.model_fields)
        if not isinstance(said, dict):
            raise ValueError(f"a requirement names its kind and what it asks; kinds are {allowed}.")
        unknown = [str(key) for key in said if key not in cls.model_fields]
        if unknown:
            raise ValueError(f"“{unknown[0]}” is no kind of requirement; kinds are {allowed}.")
        if len([key for key in said if said[key] is not None]) != 1:
            raise ValueError(
                f"a requirement says exactly one kind; put several under all_of or any_of. Kinds: {allowed}."
            )
        return said

    @property
    def kind(self) -> Kind | None:
        """The requirement itself, where it is not made of others."""
        kinds = (self.course, self.award, self.registration, self.count, self.months_since)
        return next((kind for kind in kinds if kind is not None), None)

    @property
    def parts(self) -> tuple["Node", ...]:
        """What it is made of; nothing for a single requirement."""
        return tuple(self.all_of or self.any_of or (self.some_of.of if self.some_of else ()))

    def kinds(self) -> Iterator[Kind]:
        """Every single requirement in it."""
        if self.kind is not None:
            yield self.kind
        for part in self.parts:
            yield from part.kinds()

    def keys(self, home: str) -> frozenset[str]:
        """The keys of all the facts it is judged from."""
        return frozenset(key for kind in self.kinds() for key in kind.keys(home))

    def judge(self, case: Case) -> Result:
        """How it stands for one person on the day."""
        if self.kind is not None:
            return self.kind.judge(case)
        parts = [part.judge(case) for part in self.parts]
        if self.all_of is not None:
            return all_of(parts)
        if self.some_of is not None:
            return some_of(parts, least=self.some_of.least)
        return any_of(parts)
