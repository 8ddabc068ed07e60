"""The picture of how training days spread over a team: bars beside names, in units of a box 340 wide. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from academy.training.rules.offer import days_words as length_words

WIDTH = 340
ROW = 24
NAME_LETTERS = 15
FROM_X = 118
ROOM = 150


@dataclass(frozen=True)
class Amount:
    """One bar: whose, how many days, and whether it is the person the page is about."""

    name: str
    days: Decimal
    is_hers: bool = False


@dataclass(frozen=True)
class Bar:
    """Where a bar stands and what is written beside it."""

    name: str
    words: str
    y: int
    text_y: int
    width: float
    label_x: float
    is_hers: bool
    x: int = FROM_X


@dataclass(frozen=True)
class Bars:
    """The whole picture, with a sentence for whoever does not see it."""

    bars: tuple[Bar, ...]
    height: int
    description: str


def bars_of(amounts: Sequence[Amount]) -> Bars:
    """Bars as long as their days; the longest takes all the room there is."""
    most = max((amount.days for amount in amounts), default=Decimal(0)) or Decimal(1)
    bars = tuple(_bar(place, amount, most) for place, amount in enumerate(amounts))
    said = "; ".join(f"{amount.name} {days_words(amount.days)}" for amount in amounts)
    return Bars(bars, ROW * len(amounts) + 4, f"{said}.")


def days_words(days: Decimal) -> str:
    """Days within a sentence: "no days", "half a day", "1 day", "6.5 days"."""
    return length_words(days).lower() if days else "no days"


def _bar(place: int, amount: Amount, most: Decimal) -> Bar:
    width = round(ROOM * float(amount.days / most), 1)
    name = amount.name if len(amount.name) <= NAME_LETTERS else f"{amount.name[: NAME_LETTERS - 1].rstrip()}…"
    y = 6 + ROW * place
    return Bar(name, days_words(amount.days), y, y + 12, max(width, 1.0), FROM_X + width + 7, amount.is_hers)
