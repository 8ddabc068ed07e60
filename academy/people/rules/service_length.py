"""How long somebody has worked somewhere without a break, and which band that is (S2-06). Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from academy.people.rules.spans import Span

A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Band:
    """Completed years of service, both ends in it; the last band has no end. "3 to 5 years" ends on the day before the
    fifth anniversary. `is_watched` is the one S2-06 names."""

    words: str
    first: int
    last: int | None
    is_watched: bool = False

    def takes_in(self, years: int) -> bool:
        return self.first <= years and (self.last is None or years <= self.last)


BANDS = (
    Band("Under a year", 0, 0),
    Band("1 to 3 years", 1, 2),
    Band("3 to 5 years", 3, 4, is_watched=True),
    Band("5 to 10 years", 5, 9),
    Band("10 years and more", 10, None),
)


def joined_on(posts: Iterable[Span], last_day: date) -> date | None:
    """The first day of the unbroken service that reaches to a day: posts that overlap or follow one another without a
    day between them are one. None for who has no post on that day."""
    found: date | None = None
    for post in sorted(posts, key=lambda each: each.from_on, reverse=True):
        reach = last_day if found is None else found - A_DAY
        if post.from_on <= last_day and (post.until_on is None or post.until_on >= reach):
            found = post.from_on if found is None else min(found, post.from_on)
    return found


def completed_years(joined: date, last_day: date) -> int:
    """Whole years from the first to the last day, both worked: a year is over on the day before its anniversary."""
    return relativedelta(last_day + A_DAY, joined).years


def band_of(joined: date, last_day: date) -> Band:
    """The band of a length of service."""
    years = completed_years(joined, last_day)
    return next(band for band in BANDS if band.takes_in(years))
