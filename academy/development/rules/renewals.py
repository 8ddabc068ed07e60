"""When a regulator renews, and what it asks. Pure: what varies is data of `reference/regulators`."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
# Windows end one minute before midnight, London time (D4-01).
LAST_MINUTE = time(23, 59)
# So long after a window closed a renewal begun here and not finished is still shown.
AFTERWARDS_DAYS = 31


@dataclass(frozen=True)
class MonthDay:
    """A day of every year; 29 February is none."""

    month: int
    day: int

    def in_year(self, year: int) -> date:
        return date(year, self.month, self.day)


@dataclass(frozen=True, kw_only=True)
class ActAsked:
    """One act on the regulator's site. `sends_pieces` marks the one by which the chosen pieces are sent."""

    code: str
    what: str
    done: str
    missing: str
    sends_pieces: bool = False
    is_fee: bool = False
    asked_of_newcomers: bool = False
    is_confirmed: bool = True

    @property
    def short_name(self) -> str:
        """Its code as a word in a sentence: form, fee, CPD."""
        return self.code.upper() if self.sends_pieces else self.code


@dataclass(frozen=True, kw_only=True)
class Question:
    """A field of the regulator's form: where its answer comes from and how many characters it holds, if known."""

    label: str
    source: str
    most: int | None = None
    is_confirmed: bool = True
    is_optional: bool = False


@dataclass(frozen=True)
class Fee:
    """What a renewal costs in pounds in the year its window closes (D4-08)."""

    year: int
    pounds: Decimal
    is_confirmed: bool = True


@dataclass(frozen=True, kw_only=True)
class Asks:
    """All a regulator asks, as one dated edition says it. `kinds` is how many kinds of activity make a mixture."""

    regulator: str
    name: str
    short_name: str
    years: int
    first_year: int
    starts: MonthDay
    opens: MonthDay
    newcomers_from: MonthDay | None = None
    pieces: int = 0
    peers: int = 0
    kinds: int = 0
    acts: tuple[ActAsked, ...] = ()
    fees: tuple[Fee, ...] = ()
    questions: tuple[Question, ...] = ()
    standards: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())

    def act(self, code: str) -> ActAsked | None:
        return next((each for each in self.acts if each.code == code), None)

    def fee(self, year: int) -> Fee | None:
        return next((each for each in self.fees if each.year == year), None)


@dataclass(frozen=True, order=True)
class Cycle:
    """From one renewal to the next. All days are in it; the window is its end."""

    starts_on: date
    opens_on: date
    closes_on: date

    @property
    def closes_at(self) -> datetime:
        """The last moment: 23:59 in London, whichever way the clocks stand that day."""
        return datetime.combine(self.closes_on, LAST_MINUTE, LONDON)

    def is_open(self, on: date) -> bool:
        """Is the day one of the window's?"""
        return self.opens_on <= on <= self.closes_on

    def is_open_at(self, moment: datetime) -> bool:
        """Is the window open this moment? It opens with its first day and ends at 23:59 of its last."""
        opens_at = datetime.combine(self.opens_on, time.min, LONDON)
        return opens_at <= moment <= self.closes_at

    def is_over(self, on: date) -> bool:
        return on > self.closes_on

    def days_left(self, on: date) -> int:
        """Days until the last one; 0 on the last day itself."""
        return (self.closes_on - on).days


def cycle_of(asks: Asks, day: date) -> Cycle:
    """The cycle a day lies in: 1 December to 30 November (D4-01), or two years from 1 November (D4-20)."""
    year = day.year if day >= asks.starts.in_year(day.year) else day.year - 1
    year -= (year - asks.first_year) % asks.years
    closes_on = asks.starts.in_year(year + asks.years) - timedelta(days=1)
    return Cycle(asks.starts.in_year(year), asks.opens.in_year(closes_on.year), closes_on)


def cycle_before(asks: Asks, cycle: Cycle) -> Cycle:
    return cycle_of(asks, cycle.starts_on - timedelta(days=1))


def is_newcomer(asks: Asks, cycle: Cycle, joined_on: date) -> bool:
    """Did she join the register so late in the cycle that not every act is asked of her this time (D4-07)?"""
    if asks.newcomers_from is None:
        return False
    return asks.newcomers_from.in_year(cycle.closes_on.year) <= joined_on <= cycle.closes_on


def acts_asked(asks: Asks, cycle: Cycle, joined_on: date) -> tuple[ActAsked, ...]:
    """The acts asked of somebody who joined that day; who joined after the cycle is asked none."""
    if joined_on > cycle.closes_on:
        return ()
    newcomer = is_newcomer(asks, cycle, joined_on)
    return tuple(act for act in asks.acts if act.asked_of_newcomers or not newcomer)
