"""What a period's moderation adds up to, in lines that a summary report begins with (D1-66). Pure.

Within the academy every number is read; what goes outside hides small ones (D7-11). Periods are half-years, one after
another, so that nobody learns more by taking one from the next.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from statistics import median

from academy.people.rules.small_numbers import shown
from asye.choices.ending import Moderated, Test
from asye.choices.enrolments import Outcome
from asye.choices.year import PauseReason

DAY = timedelta(days=1)
MIDDLE = 7
ON_TIME = ("By the day", "Later", "No day known")
LOADS = ("One", "Two or three", "Four or more")


@dataclass(frozen=True, order=True)
class Half:
    """The first or the second half of a year."""

    year: int
    is_second: bool = False

    @property
    def first(self) -> date:
        return date(self.year, MIDDLE if self.is_second else 1, 1)

    @property
    def last(self) -> date:
        return (date(self.year + 1, 1, 1) if self.is_second else date(self.year, MIDDLE, 1)) - DAY

    @property
    def code(self) -> str:
        return f"{self.year}-{2 if self.is_second else 1}"

    @property
    def words(self) -> str:
        return f"{'July to December' if self.is_second else 'January to June'} {self.year}"


def halves(since: date, *, on: date) -> list[Half]:
    """Every half-year from that of one day to that of another, the latest first."""
    every = (Half(year, second) for year in range(since.year, on.year + 1) for second in (False, True))
    return [each for each in every if each.last >= since and each.first <= on][::-1]


@dataclass(frozen=True, kw_only=True)
class Case:
    """A recommendation that was moderated in the period. `panel_on` is the day the year's timetable had for it."""

    outcome: str
    result: str
    checks: Mapping[str, bool]
    tests: Mapping[str, bool]
    recommended_on: date
    moderated_on: date
    panel_on: date | None


@dataclass(frozen=True, kw_only=True)
class Period:
    """What the records of a period hold. `kept` are the promises of the years that were moderated, by their words: how
    often kept, of how often due; `assessed` how many of these years each assessor has."""

    cases: Sequence[Case] = ()
    decided: Sequence[str] = ()
    pauses: Sequence[str] = ()
    extensions: int = 0
    concerns: int = 0
    withdrawn: int = 0
    kept: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    assessed: Sequence[int] = ()


@dataclass(frozen=True)
class Block:
    """Lines that belong together. None is hidden. `counts` says whether they are numbers of people or cases, which can
    be told in full only from enough of them on; others are told where `of` are enough."""

    title: str
    lines: tuple[tuple[str, int | None], ...]
    counts: bool = True
    of: int = 0


def summary(period: Period, titles: Mapping[str, str]) -> list[Block]:
    """The lines of a period; `titles` are the words of the checks by their codes, in their order."""
    cases = period.cases
    return [
        _by("Recommended", ((str(each.label), each.value) for each in Outcome), (each.outcome for each in cases)),
        _by("Moderated", ((str(each.label), each.value) for each in Moderated), (each.result for each in cases)),
        _by("Decided by the employer", ((str(each.label), each.value) for each in Outcome), period.decided),
        *_answers(cases, titles),
        _by("Against the panel’s day", ((words, words) for words in ON_TIME), (_on_time(each) for each in cases)),
        Block("From recommendation to moderation", _waited(cases), counts=False, of=len(cases)),
        *(_promise(words, *kept, of=len(cases)) for words, kept in period.kept.items()),
        _by("Pauses agreed", ((str(each.label), each.value) for each in PauseReason), period.pauses),
        Block("Extensions agreed", (("Extensions", period.extensions),)),
        Block("Concerns with a plan, raised", (("Concerns", period.concerns),)),
        Block("Withdrawn", (("Years", period.withdrawn),)),
        _by(
            "Assessors by how many of these years each has",
            ((words, words) for words in LOADS),
            (_load(each) for each in period.assessed),
        ),
    ]


def outside(blocks: Iterable[Block], *, least: int) -> list[Block]:
    """The same as it may leave the academy: small numbers hidden, and others that would give them away."""
    return [_hidden(block, least) for block in blocks]


def _hidden(block: Block, least: int) -> Block:
    numbers = [number for _, number in block.lines]
    if block.counts:
        cells = shown([number or 0 for number in numbers], least=least).cells
    else:
        cells = tuple(number if block.of >= least else None for number in numbers)
    return replace(block, lines=tuple((words, cell) for (words, _), cell in zip(block.lines, cells, strict=True)))


def _by(title: str, words: Iterable[tuple[str, str]], found: Iterable[str]) -> Block:
    counted = Counter(found)
    return Block(title, tuple((said, counted[code]) for said, code in words))


def _answers(cases: Sequence[Case], titles: Mapping[str, str]) -> list[Block]:
    """Yes and no for every check and each of the five tests; a check no case was asked is left out."""
    checks = [(words, [each.checks[code] for each in cases if code in each.checks]) for code, words in titles.items()]
    tests = [(str(test.label), [each.tests[test] for each in cases if test in each.tests]) for test in Test]
    return [
        Block(words, (("Yes", sum(said)), ("No", len(said) - sum(said)))) for words, said in (*checks, *tests) if said
    ]


def _on_time(case: Case) -> str:
    if case.panel_on is None:
        return ON_TIME[2]
    return ON_TIME[case.moderated_on > case.panel_on]


def _waited(cases: Sequence[Case]) -> tuple[tuple[str, int | None], ...]:
    days = [(each.moderated_on - each.recommended_on).days for each in cases]
    return (("Days, median", round(median(days)) if days else None),)


def _promise(words: str, kept: int, due: int, *, of: int) -> Block:
    return Block(words, (("Kept", kept), ("Of", due)), counts=False, of=of)


def _load(years: int) -> str:
    return LOADS[(years > 1) + (years > 3)]
