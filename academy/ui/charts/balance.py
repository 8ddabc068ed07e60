"""The 70:20:10 balance: one bar of three parts, with ticks where the guide puts them. A guide, never a rule."""

from dataclasses import dataclass

from academy.ui.charts.series import Series

WIDTH = 360
GAP = 3
LETTER = 7.2
LABEL_GAP = 5
ROOM_FOR_A_SHARE = 38


@dataclass(frozen=True)
class Guide:
    """The shares the academy suggests, in per cent; together 100."""

    experience: int = 70
    others: int = 20
    formal: int = 10


@dataclass(frozen=True)
class BalanceBar:
    """How much was learnt in each way: numbers of entries, or hours."""

    experience: float
    others: float
    formal: float
    guide: Guide = Guide()

    def amounts(self) -> tuple[tuple[Series, float], ...]:
        """The three ways in their order, each with its amount."""
        return (Series.EXPERIENCE, self.experience), (Series.OTHERS, self.others), (Series.FORMAL, self.formal)


@dataclass(frozen=True)
class Segment:
    """A part of the bar; `share` is in per cent and stands inside the part only where there is room."""

    series: Series
    share: int
    x: float
    width: float
    label_x: float
    label: str

    @property
    def has_room(self) -> bool:
        return self.width >= ROOM_FOR_A_SHARE


@dataclass(frozen=True)
class Tick:
    """Where a part of the guide ends (none for the last), and its figure in the middle of that part."""

    x: float | None
    middle: float
    words: str


@dataclass(frozen=True)
class BalanceDrawing:
    """Everything the template needs, in units of a box 360 wide; no segments when nothing was written."""

    segments: tuple[Segment, ...]
    ticks: tuple[Tick, ...]
    description: str


def balance_drawing(bar: BalanceBar) -> BalanceDrawing:
    """Where everything stands."""
    shares = shares_of(bar)
    segments = _segments(shares) if shares else ()
    return BalanceDrawing(segments, _ticks(bar.guide), description(bar))


def shares_of(bar: BalanceBar) -> dict[Series, int]:
    """Whole per cents that add up to 100 (the largest remainders are rounded up); empty when there is nothing."""
    total = sum(amount for _, amount in bar.amounts())
    if not total:
        return {}
    exact = {series: 100 * amount / total for series, amount in bar.amounts()}
    shares = {series: int(share) for series, share in exact.items()}
    by_remainder = sorted(exact, key=lambda series: shares[series] - exact[series])
    for series in by_remainder[: 100 - sum(shares.values())]:
        shares[series] += 1
    return shares


def description(bar: BalanceBar) -> str:
    """The picture in sentences, for whoever does not see it."""
    guide = f"The guide is {bar.guide.experience}, {bar.guide.others} and {bar.guide.formal}; it is never a rule."
    shares = shares_of(bar)
    if not shares:
        return f"Nothing is written yet. {guide}"
    said = ", ".join(f"{share} per cent {series.words.lower()}" for series, share in shares.items())
    return f"{said[0].upper()}{said[1:]}. {guide}"


def _segments(shares: dict[Series, int]) -> tuple[Segment, ...]:
    widths = {series: WIDTH * share / 100 for series, share in shares.items()}
    starts = [sum(list(widths.values())[:index]) for index in range(len(widths))]
    labels = [
        series.words if width - GAP >= ROOM_FOR_A_SHARE else f"{series.words} {shares[series]}%"
        for series, width in widths.items()
    ]
    return tuple(
        Segment(series, shares[series], round(x, 1), round(max(width - GAP, 0), 1), round(label_x, 1), label)
        for (series, width), x, label_x, label in zip(
            widths.items(), starts, label_places(starts, labels), labels, strict=True
        )
    )


def label_places(starts: list[float], labels: list[str]) -> list[float]:
    """Each label over the start of its part, moved aside where labels would touch or leave the picture."""
    places: list[float] = []
    limit = float(WIDTH)
    for start, label in reversed(list(zip(starts, labels, strict=True))):
        limit = min(start, limit - _label_width(label))
        places.insert(0, limit)
    end = 0.0
    for index, label in enumerate(labels):
        places[index] = max(places[index], end)
        end = places[index] + _label_width(label)
    return places


def _label_width(label: str) -> float:
    return len(label) * LETTER + LABEL_GAP


def _ticks(guide: Guide) -> tuple[Tick, ...]:
    end, ticks = 0, []
    for share, words in ((guide.experience, "guide "), (guide.others, ""), (guide.formal, "")):
        start, end = end, end + share
        x = round(WIDTH * end / 100, 1) if end < 100 else None
        ticks.append(Tick(x, round(WIDTH * (start + end) / 200, 1), f"{words}{share}"))
    return tuple(ticks)
