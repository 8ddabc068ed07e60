"""A requirement as a file says it: one of the kinds, by its name. A new kind is a module and a line here.

all_of:
  - course: safeguarding-adults
  - some_of: {least: 1, of: [{award: bia}, {award: amhp}]}
    what: One of the two awards
  - course: {code: moving-and-handling, within_months: 12}
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Annotated, Any, Self

from pydantic import Field, ModelWrapValidatorHandler, model_validator

from academy.engines.requirements.cases import Case
from academy.engines.requirements.composition import all_of, any_of, in_order, some_of
from academy.engines.requirements.kinds.agreed import Agreed
from academy.engines.requirements.kinds.award import AwardHeld
from academy.engines.requirements.kinds.count import CountOf
from academy.engines.requirements.kinds.course import CourseCompleted
from academy.engines.requirements.kinds.credits import CreditsAtLevel
from academy.engines.requirements.kinds.every import EveryWeeks
from academy.engines.requirements.kinds.fact import FactKnown
from academy.engines.requirements.kinds.months_since import MonthsSince
from academy.engines.requirements.kinds.part import Kind, Part, Sentence, Words
from academy.engines.requirements.kinds.rated import RatedAtLeast
from academy.engines.requirements.kinds.registration import RegistrationLive
from academy.engines.requirements.limits import MOST_PARTS, read_within
from academy.engines.requirements.results import Result

# Where a part stands in a requirement, as pydantic tells it: all_of, 2, course.
Where = tuple[int | str, ...]
Parts = Annotated[list["Node"], Field(min_length=1, max_length=MOST_PARTS)]
BESIDE = ("what", "help")


class SomeOf(Part):
    """So many of several."""

    least: Annotated[int, Field(ge=1, le=MOST_PARTS, description="How many of them.")]
    of: Annotated[list["Node"], Field(min_length=1, max_length=MOST_PARTS, description="Requirements.")]

    @model_validator(mode="after")
    def _enough_to_choose_from(self) -> Self:
        if self.least > len(self.of):
            raise ValueError(f"{self.least} are asked of {len(self.of)}; name more, or ask for fewer.")
        return self


class Node(Part):
    """One requirement: exactly one kind, and beside it what it is called and what helps where it is not met."""

    what: Annotated[Words | None, Field(description="What it is called, in the words of the policy.")] = None
    help: Annotated[Sentence | None, Field(description="A sentence said as long as it is not met.")] = None
    all_of: Parts | None = None
    any_of: Parts | None = None
    some_of: SomeOf | None = None
    in_order: Parts | None = None
    course: CourseCompleted | None = None
    award: AwardHeld | None = None
    registration: RegistrationLive | None = None
    credits: CreditsAtLevel | None = None
    count: CountOf | None = None
    every: EveryWeeks | None = None
    rated: RatedAtLeast | None = None
    months_since: MonthsSince | None = None
    agreed: Agreed | None = None
    fact: FactKnown | None = None

    @model_validator(mode="wrap")
    @classmethod
    def _says_one_kind(cls, said: Any, read: ModelWrapValidatorHandler[Self]) -> Self:
        if isinstance(said, cls):
            return said
        _refuse_other_than_one(said, kinds=[name for name in cls.model_fields if name not in BESIDE])
        with read_within(said):
            return read(said)

    @cached_property
    def kind(self) -> Kind | None:
        """The requirement itself, where it is not made of others."""
        return next((said for _, said in self._said() if isinstance(said, Kind)), None)

    @cached_property
    def parts(self) -> tuple["Node", ...]:
        """What it is made of; nothing for a single requirement."""
        return tuple(part for _, part in self._placed_parts())

    def placed(self) -> Iterator[tuple[Where, Kind]]:
        """Every single requirement in it, with where it stands."""
        for name, said in self._said():
            if isinstance(said, Kind):
                yield (name,), said
        for where, part in self._placed_parts():
            for deeper, kind in part.placed():
                yield (*where, *deeper), kind

    def kinds(self) -> Iterator[Kind]:
        """Every single requirement in it."""
        for _, kind in self.placed():
            yield kind

    def keys(self, home: str) -> frozenset[str]:
        """The keys of all the facts it is judged from."""
        return frozenset(key for kind in self.kinds() for key in kind.keys(home))

    def hints(self, home: str) -> frozenset[str]:
        """The keys of the facts that say what of it is being asked for, where that is to be said."""
        return frozenset(key for kind in self.kinds() for key in kind.hints(home))

    def agreements(self) -> Iterator[Agreed]:
        """The acts in it that somebody records."""
        for kind in self.kinds():
            if isinstance(kind, Agreed):
                yield kind

    def counting_service(self) -> Iterator[Where]:
        """Where it counts a length of service, which a policy may forbid."""
        for where, kind in self.placed():
            if kind.counts_service:
                yield where

    def judge(self, case: Case) -> Result:
        """How it stands for one person on the day, in the words of the policy where it has some."""
        result = self._judge(case)
        if self.what is not None and self.kind is not None:
            result = replace(result, what=self.what)
        if self.help is not None and not result.is_met:
            result = replace(result, help=self.help)
        return result

    def _judge(self, case: Case) -> Result:
        if self.kind is not None:
            return self.kind.judge(case)
        parts, what = [part.judge(case) for part in self.parts], self.what or ""
        if self.some_of is not None:
            return some_of(parts, least=self.some_of.least, what=what)
        if self.any_of is not None:
            return any_of(parts, what=what)
        return in_order(parts, what=what) if self.in_order is not None else all_of(parts, what=what)

    def _said(self) -> Iterator[tuple[str, Any]]:
        """What the file says, by its key."""
        for name in self.model_fields_set:
            yield name, getattr(self, name)

    def _placed_parts(self) -> Iterator[tuple[Where, "Node"]]:
        for name, said in self._said():
            where: Where = (name, "of") if isinstance(said, SomeOf) else (name,)
            parts = said.of if isinstance(said, SomeOf) else said
            if isinstance(parts, list):
                for number, part in enumerate(parts):
                    yield (*where, number), part


def _refuse_other_than_one(said: Any, *, kinds: list[str]) -> None:
    """Refuses (ValueError saying what is allowed) whatever is not one kind with what stands beside it."""
    allowed = f"kinds are {', '.join(kinds)}; beside one stand {' and '.join(BESIDE)}"
    if not isinstance(said, dict):
        raise ValueError(f"a requirement names its kind and what it asks; {allowed}.")
    unknown = [str(key) for key in said if key not in kinds and key not in BESIDE]
    if unknown:
        raise ValueError(f"“{unknown[0][:40]}” is no kind of requirement; {allowed}.")
    if len([key for key in kinds if said.get(key) is not None]) != 1:
        raise ValueError(f"a requirement says exactly one kind; put several under all_of or any_of; {allowed}.")
