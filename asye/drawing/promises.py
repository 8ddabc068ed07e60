"""Pictures of promises in units of a box 340 wide: dots and crosses for what was kept and missed, bars for workload."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from asye.choices.year import Kept
from asye.rules.promises import Week
from asye.rules.sessions import Fate, Session

WIDTH = 340
STEP = 17
IN_A_ROW = 19
FIRST, MIDDLE = 9, 12
ROW_HEIGHT = 24
BAR, BAR_STEP, BARS = 22, 30, 10
FLOOR, HIGHEST = 85, 60
MOST_PERCENT = 120

Look = Literal["met", "partly", "missed", "none", "open"]
LOOKS: dict[Fate, Look] = {Fate.HELD: "met", Fate.MISSED: "missed", Fate.EXCUSED: "none", Fate.OPEN: "open"}
KEPT: dict[str, Look] = {Kept.YES: "met", Kept.PARTLY: "partly", Kept.NO: "missed"}


@dataclass(frozen=True)
class Dot:
    """One of them: its middle and how it looks. `left` and so on are the corners of its cross."""

    x: int
    y: int
    look: Look

    @property
    def left(self) -> int:
        return self.x - 6

    @property
    def top(self) -> int:
        return self.y - 6


@dataclass(frozen=True)
class Dots:
    """Rows of dots with the words that say the same."""

    dots: tuple[Dot, ...]
    height: int
    description: str


@dataclass(frozen=True)
class Bar:
    """One week's bar; where it is over what was agreed its figure stands above it."""

    x: int
    y: int
    height: int
    percent: int
    is_over: bool

    @property
    def middle(self) -> int:
        return self.x + BAR // 2

    @property
    def above(self) -> int:
        return self.y - 5


@dataclass(frozen=True)
class Bars:
    """The last ten weeks that were said, the dashed line of what was agreed, and the words that say the same."""

    bars: tuple[Bar, ...]
    line: str
    agreed: int
    agreed_y: int
    words_x: int
    description: str


def session_dots(sessions: Sequence[Session]) -> Dots:
    """Each session that was due, in its order."""
    held, missed = (sum(each.fate is fate for each in sessions) for fate in (Fate.HELD, Fate.MISSED))
    return _dots([LOOKS[each.fate] for each in sessions], f"Supervision sessions: {held} held, {missed} missed.")


def week_dots(weeks: Sequence[Week]) -> Dots:
    """Each week that was said, by its protected time."""
    looks = [KEPT[each.said.protected] for each in weeks if each.said is not None]
    met, partly, missed = looks.count("met"), looks.count("partly"), looks.count("missed")
    return _dots(looks, f"Protected time in {len(looks)} weeks: {met} kept, {partly} partly, {missed} not.")


def workload_bars(weeks: Sequence[Week]) -> Bars | None:
    """The last ten weeks that were said; None before the first."""
    shown = [(each, each.said) for each in weeks if each.said is not None][-BARS:]
    if not shown:
        return None
    bars, line = [], ""
    for place, (week, said) in enumerate(shown):
        x, height = 4 + place * BAR_STEP, _height(said.percent)
        bars.append(Bar(x, FLOOR - height, height, said.percent, week.is_over))
        y = FLOOR - _height(week.agreed)
        line += f"{'V' if line else f'M{x - 4} '}{y}H{x + BAR + 4}"
    agreed = shown[-1][0].agreed
    told = ", ".join(str(said.percent) for _, said in shown)
    lasts = "last week" if len(shown) == 1 else f"last {len(shown)} weeks"
    return Bars(
        bars=tuple(bars),
        line=line,
        agreed=agreed,
        agreed_y=FLOOR - _height(agreed),
        words_x=bars[-1].x + BAR + 8,
        description=f"Workload in per cent, the {lasts}: {told}. Agreed: up to {agreed}.",
    )


def _dots(looks: Sequence[Look], description: str) -> Dots:
    dots = tuple(
        Dot(FIRST + place % IN_A_ROW * STEP, MIDDLE + place // IN_A_ROW * ROW_HEIGHT, look)
        for place, look in enumerate(looks)
    )
    rows = (len(looks) + IN_A_ROW - 1) // IN_A_ROW
    return Dots(dots, max(rows, 1) * ROW_HEIGHT, description)


def _height(percent: int) -> int:
    return round(min(percent, MOST_PERCENT) * HIGHEST / MOST_PERCENT)
