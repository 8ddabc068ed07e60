from datetime import UTC, datetime, time

import pytest

from academy.engines.reminders.rules.quiet import LONDON, QuietHours, next_allowed

EVENINGS = QuietHours(time(19, 0), time(7, 30))
EVERY_DAY = QuietHours(time(19, 0), time(7, 30), at_weekends=False)
NEVER = QuietHours(time(9, 0), time(9, 0), at_weekends=False)
LUNCH = QuietHours(time(12, 0), time(13, 0), at_weekends=False)


def london(day, clock, *, month=11, year=2026, fold=0):
    hour, minute = map(int, clock.split(":"))
    return datetime(year, month, day, hour, minute, tzinfo=LONDON, fold=fold)


@pytest.mark.parametrize(
    ("quiet", "at", "goes_at"),
    [
        # Tuesday 17 November 2026
        (EVENINGS, london(17, "18:59"), london(17, "18:59")),
        (EVENINGS, london(17, "19:00"), london(18, "07:30")),
        (EVENINGS, london(17, "00:00"), london(17, "07:30")),
        (EVENINGS, london(17, "07:29"), london(17, "07:30")),
        (EVENINGS, london(17, "07:30"), london(17, "07:30")),
        # Friday evening to Monday morning
        (EVENINGS, london(20, "19:00"), london(23, "07:30")),
        (EVENINGS, london(21, "12:00"), london(23, "07:30")),
        (EVENINGS, london(22, "23:59"), london(23, "07:30")),
        (EVERY_DAY, london(21, "12:00"), london(21, "12:00")),
        (EVERY_DAY, london(20, "19:00"), london(21, "07:30")),
        (NEVER, london(21, "09:00"), london(21, "09:00")),
        (LUNCH, london(17, "12:00"), london(17, "13:00")),
        (LUNCH, london(17, "13:00"), london(17, "13:00")),
        # quiet weekends without quiet hours end with the weekend
        (QuietHours(time(9, 0), time(9, 0)), london(21, "12:00"), london(23, "00:00")),
        # a year's end that is a weekend
        (EVENINGS, london(31, "20:00", month=12), london(1, "07:30", month=1, year=2027)),
        (EVENINGS, london(28, "20:00", month=2, year=2028), london(29, "07:30", month=2, year=2028)),
    ],
)
def test_mail_goes_at_the_first_moment_that_is_not_quiet(quiet, at, goes_at):
    assert next_allowed(at, quiet=quiet) == goes_at


@pytest.mark.parametrize(
    ("until", "at", "goes_at"),
    [
        # the clocks go back on Sunday 25 October 2026 at 02:00: 07:30 is winter time
        (time(7, 30), datetime(2026, 10, 24, 18, 0, tzinfo=UTC), datetime(2026, 10, 25, 7, 30, tzinfo=UTC)),
        # 01:30 comes twice: the first counts, and after it the second
        (time(1, 30), datetime(2026, 10, 24, 18, 0, tzinfo=UTC), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (time(1, 30), datetime(2026, 10, 25, 1, 10, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
        # the clocks go forward on Sunday 29 March 2026 at 01:00: 07:30 is summer time, and 01:30, left out, is 02:30
        (time(7, 30), datetime(2026, 3, 28, 19, 0, tzinfo=UTC), datetime(2026, 3, 29, 6, 30, tzinfo=UTC)),
        (time(1, 30), datetime(2026, 3, 28, 19, 0, tzinfo=UTC), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
    ],
)
def test_quiet_hours_follow_the_clock_on_the_wall_when_it_changes(until, at, goes_at):
    assert next_allowed(at, quiet=QuietHours(time(19, 0), until, at_weekends=False)) == goes_at


@pytest.mark.parametrize(("quiet", "holds"), [(EVENINGS, True), (EVERY_DAY, False), (NEVER, False), (LUNCH, False)])
def test_saturday_noon_is_quiet_where_weekends_are(quiet, holds):
    assert quiet.hold(london(21, "11:59")) is holds
