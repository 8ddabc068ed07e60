"""What finishing a course gives somebody, of what is asked for: the completion, its award, its credits. Pure."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from academy.engines.facts.keys import AWARD, COMPLETION, CREDITS, family_of, keyed, which_of
from academy.training.choices import Outcome


class CourseRow(NamedTuple):
    """The columns of a course its gains are told from."""

    pk: int
    slug: str
    code: str
    outcome: str
    credits: int | None
    credit_level: int | None
    valid_months: int | None

    @property
    def which(self) -> str:
        """The course among all courses: organisation/course."""
        return f"{self.slug}/{self.code}"


class Gain(NamedTuple):
    """A key and how much of it. What `is_once` comes the first time a course is finished, for good: credits."""

    key: str
    quantity: Decimal = Decimal(1)
    level: str = ""
    is_once: bool = False


@dataclass(frozen=True)
class Asked:
    """What is asked for: which completions and awards, None for all of them, and whether credits are."""

    completions: frozenset[str] | None
    awards: frozenset[str] | None
    credits: bool

    @classmethod
    def by(cls, keys: Collection[str]) -> "Asked":
        """What these keys ask for."""
        families = {family_of(key) for key in keys}
        return cls(which_of(keys, COMPLETION), which_of(keys, AWARD), CREDITS in families)

    def gains(self, course: CourseRow) -> Iterator[Gain]:
        """What finishing the course gives of it. An award is called by the code of the course that ends in it."""
        if self.completions is None or course.which in self.completions:
            yield Gain(keyed(COMPLETION, course.which))
        if course.outcome == Outcome.AWARD and (self.awards is None or course.code in self.awards):
            yield Gain(keyed(AWARD, course.code))
        if self.credits and course.credits:
            level = "" if course.credit_level is None else str(course.credit_level)
            yield Gain(CREDITS, Decimal(course.credits), level, is_once=True)
