"""Days and moments counted back from the day of loading, so that the demo always looks fresh."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta
from django.utils import timezone

from academy.config.demo.dice import Dice

YEARS_TOLD = 2
NOVEMBER, DECEMBER = 11, 12
FRIDAY = 4


@dataclass(frozen=True)
class Days:
    """The calendar of one loading; `on` is its day."""

    on: date

    @property
    def begin(self) -> date:
        """The day the portal was opened in the demo's world: what is older was entered on it."""
        return self.on - relativedelta(years=YEARS_TOLD, days=40)

    @property
    def yesterday(self) -> date:
        return self.on - timedelta(days=1)

    def months_ago(self, months: int) -> date:
        """The first Monday of that month, as posts begin; never later than the day of loading."""
        first = (self.on - relativedelta(months=months)).replace(day=1)
        monday = first + timedelta(days=-first.weekday() % 7)
        return min(monday, self.on)

    def around(self, days: int) -> date:
        return self.on + timedelta(days=days)

    def next_renewal(self, regulator: str) -> date:
        """The day the present renewal runs out: 30 November each year, or 31 October of odd years (D4-01, D4-20)."""
        if regulator == "swe":
            this_year = date(self.on.year, NOVEMBER, 30)
            return this_year if self.on <= this_year else this_year.replace(year=self.on.year + 1)
        odd = self.on.year if self.on.year % 2 else self.on.year + 1
        return date(odd, 10, 31) if self.on <= date(odd, 10, 31) else date(odd + 2, 10, 31)


def working_day(day: date) -> date:
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - FRIDAY))


def teaching_day(day: date) -> date:
    """A working day on which an academy teaches: not between 24 December and 1 January, but in the week after."""
    if (day.month, day.day) >= (DECEMBER, 24):
        day = date(day.year + 1, 1, 7)
    elif (day.month, day.day) == (1, 1):
        day = day.replace(day=7)
    return working_day(day)


def moment(day: date, dice: Dice) -> datetime:
    """A moment of that day in working hours, London time."""
    return timezone.make_aware(datetime.combine(day, time(dice.between(8, 17), dice.below(60))))
