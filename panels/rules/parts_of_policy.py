"""The parts of a panel policy: seats, criteria with their levels, triggers, checks, appeals. Files have the same shape.

Every figure an employer may set stands in one of them; nothing of it stands in code. Days are calendar days where they
are not called working days, shares whole per cent.
"""

import re
from dataclasses import dataclass

from asye.rules.assurance import Moderation
from asye.rules.parts_of_policy import KNOWN_KEYS_ONLY, between
from panels.choices.judging import Standing
from panels.choices.outcomes import AppealGround
from panels.choices.panels import MOST_TITLE, MemberSort
from panels.choices.policy import RecordFact

MOST_CODE = 40
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def _is_named(code: str, title: str) -> None:
    """Refuse, by a ValueError in words, a code that is none and a title that is empty or too long to be kept."""
    if CODE.fullmatch(code) is None or len(code) > MOST_CODE:
        raise ValueError(f"“{code}” is no code: small letters and numbers joined by hyphens, at most {MOST_CODE}.")
    if not 0 < len(title.strip()) <= MOST_TITLE:
        raise ValueError(f"Give {code} a title of at most {MOST_TITLE} characters.")


@dataclass(frozen=True, kw_only=True)
class Needed:
    """At least so many who judge, of any of these sorts; of any sort at all where none is named (S2-12).

    `what` names them within a sentence: "a service manager". `deputies` says that a deputy counts for whom she stands
    in for (S2-13).
    """

    __pydantic_config__ = KNOWN_KEYS_ONLY
    what: str
    any_of: tuple[MemberSort, ...] = ()
    least: int = 1
    deputies: bool = True

    def __post_init__(self) -> None:
        if not self.what.strip():
            raise ValueError("Name whom the panel needs, as in “a service manager”.")
        between(f"The number of “{self.what}”", self.least, least=1, most=12)

    def takes(self, sort: MemberSort) -> bool:
        """Does somebody of that sort count here?"""
        return not self.any_of or sort in self.any_of


@dataclass(frozen=True, kw_only=True)
class Level:
    """One level of a criterion in words of the employer's own, and what it means for the step."""

    __pydantic_config__ = KNOWN_KEYS_ONLY
    code: str
    title: str
    describes: str
    standing: Standing

    def __post_init__(self) -> None:
        _is_named(self.code, self.title)


@dataclass(frozen=True, kw_only=True)
class Criterion:
    """What reviewers judge, with its levels from the lowest to the highest. No sum is made of them (D5-05)."""

    __pydantic_config__ = KNOWN_KEYS_ONLY
    code: str
    title: str
    asks: str
    levels: tuple[Level, ...]

    def __post_init__(self) -> None:
        _is_named(self.code, self.title)

    def level(self, code: str) -> Level | None:
        """The level of that code."""
        return next((each for each in self.levels if each.code == code), None)

    def place(self, code: str) -> int | None:
        """How high a level stands, counted from 0 for the lowest: what reviewers are apart is counted in these."""
        codes = [each.code for each in self.levels]
        return codes.index(code) if code in codes else None


@dataclass(frozen=True, kw_only=True)
class CriteriaSet:
    """The criteria for steps and pathways, by the codes of the employer's ladder; without either it is the default."""

    __pydantic_config__ = KNOWN_KEYS_ONLY
    code: str
    title: str
    criteria: tuple[Criterion, ...]
    for_steps: tuple[str, ...] = ()
    for_pathways: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _is_named(self.code, self.title)
        if not self.criteria:
            raise ValueError(f"Name at least one criterion of “{self.title}”.")

    @property
    def is_default(self) -> bool:
        return not self.for_steps and not self.for_pathways

    @property
    def narrowness(self) -> tuple[bool, bool]:
        """How closely it is written for a case: of two that fit the one with more holds, a step before a pathway."""
        return bool(self.for_steps), bool(self.for_pathways)

    def fits(self, step: str, pathway: str) -> bool:
        """Is it for that step on that pathway?"""
        return (not self.for_steps or step in self.for_steps) and (
            not self.for_pathways or pathway in self.for_pathways
        )

    def criterion(self, code: str) -> Criterion | None:
        """The criterion of that code."""
        return next((each for each in self.criteria if each.code == code), None)


@dataclass(frozen=True, kw_only=True)
class Triggers:
    """When a case is looked at once more before the panel meets (workflows, 1.1). `spread` is how many levels apart two
    reviews of one criterion are at least; 0 looks at none for that. `random_percent` is the share drawn besides."""

    __pydantic_config__ = KNOWN_KEYS_ONLY
    spread: int = 2
    not_met: bool = True
    borderline: bool = True
    random_percent: int = 10
    first_time: bool = True

    def __post_init__(self) -> None:
        between("The number of levels apart", self.spread, least=0, most=9)
        between("The share drawn at random, in per cent,", self.random_percent, least=0, most=100)


@dataclass(frozen=True, kw_only=True)
class CheckItem:
    """What is looked for in a submission before it is accepted; the portal answers what `from_record` names."""

    __pydantic_config__ = KNOWN_KEYS_ONLY
    code: str
    title: str
    asks: str
    from_record: RecordFact | None = None

    def __post_init__(self) -> None:
        _is_named(self.code, self.title)


@dataclass(frozen=True, kw_only=True)
class Appeal:
    """The employer's own route (D1-79): until when one may appeal, on what grounds, and who hears it by when. Both
    are counted in working days, `heard_days` from the appeal."""

    __pydantic_config__ = KNOWN_KEYS_ONLY
    working_days: int = 10
    grounds: tuple[AppealGround, ...] = tuple(AppealGround)
    hearers: int = 2
    heard_days: int = 20
    words: str = (
        "You can appeal if the procedure was not followed or evidence was not considered. It is heard by people who "
        "were not on the panel."
    )

    def __post_init__(self) -> None:
        between("The number of working days to appeal", self.working_days, least=1, most=60)
        between("The number of those who hear an appeal", self.hearers, least=1, most=6)
        between("The number of working days to hear an appeal", self.heard_days, least=1, most=120)
        if not self.grounds:
            raise ValueError("Name at least one ground of an appeal.")


@dataclass(frozen=True, kw_only=True)
class PanelModeration(Moderation):
    """Moderation of ASYE decisions by this panel (S0-80, D1-64, D1-67): as a programme has it, and whether a portfolio
    may be kept as an exemplar (D1-66)."""

    __pydantic_config__ = KNOWN_KEYS_ONLY
    exemplars: bool = True
