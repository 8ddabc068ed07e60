"""Which days a record on paper covers, and into how many documents it goes. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from academy.development.choices import EARLIEST_START, Period
from academy.people.choices import Regulator

NOVEMBER, DECEMBER = 11, 12
MOST_ENTRIES = 200
MOST_CHARACTERS = 300_000


@dataclass(frozen=True)
class Span:
    """From a first to a last day, both in it."""

    first: date
    last: date

    @property
    def is_everything(self) -> bool:
        return self.first == EARLIEST_START


def span_of(period: str, *, on: date, regulator: str) -> Span:
    """The days a period covers up to today. Refuses an unknown period with ValueError."""
    wanted = Period(period)
    if wanted == Period.EVERYTHING:
        return Span(EARLIEST_START, on)
    if wanted == Period.TWO_YEARS:
        return Span(on - relativedelta(years=2) + timedelta(days=1), on)
    return Span(registration_began(on, regulator=regulator), on)


def registration_began(on: date, *, regulator: str) -> date:
    """The first day of the registration year, 1 December (D4-01); with the HCPC of the two-year cycle, 1 November of
    an odd year (D4-20). Without a registration the year of Social Work England is meant.
    """
    if regulator == Regulator.HCPC:
        began = date(on.year, NOVEMBER, 1)
        years_back = (on.year + 1) % 2 if on >= began else 1 + on.year % 2
        return began - relativedelta(years=years_back)
    began = date(on.year, DECEMBER, 1)
    return began if on >= began else began - relativedelta(years=1)


def parts_of(sizes: Sequence[int]) -> list[slice]:
    """Where a record is cut into documents, so that setting one takes bounded time and memory: each holds 200 entries
    and 300,000 characters at most, or one longer entry. Nothing still makes one.
    """
    cuts, begin, held = [], 0, 0
    for place, size in enumerate(sizes):
        if place > begin and (place - begin == MOST_ENTRIES or held + size > MOST_CHARACTERS):
            cuts.append(slice(begin, place))
            begin, held = place, 0
        held += size
    return [*cuts, slice(begin, len(sizes))]
