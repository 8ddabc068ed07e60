"""Stretches of a year: hours and pauses laid over each other, and work counted over them."""

from decimal import Decimal

from asye.rules.spells import counted_alike, day_after, is_paused, last_day_of, spells_of, work_of, worked_until
from tests.unit.asye.rules.years import day, running


def told(spells):
    return [(each.from_on.isoformat(), each.until_on and each.until_on.isoformat(), each.rate) for each in spells]


def test_hours_changed_within_a_pause_hold_behind_it():
    year = running(then=[("2026-06-10", "0.50"), ("2026-06-20", "0.80")], stops=[("2026-06-01", "2026-06-28")])
    assert told(spells_of(year)) == [
        ("2026-02-02", "2026-05-31", 100),
        ("2026-06-01", "2026-06-28", 0),
        ("2026-06-29", None, 80),
    ]
    assert told(counted_alike(spells_of(year)))[1:] == [("2026-06-01", "2026-06-28", 0), ("2026-06-29", None, 100)]


def test_hours_and_pauses_from_before_the_year_begin_with_it():
    year = running(fte="0.60", then=[("2026-01-05", "0.80")], stops=[("2026-01-26", "2026-02-03")])
    assert told(spells_of(year)) == [("2026-02-02", "2026-02-03", 0), ("2026-02-04", None, 60)]


def test_work_is_counted_in_whole_hundredths_and_days_in_whole_ones():
    spells = spells_of(running(fte="0.60", stops=[("2026-02-09", "2026-02-15")]))
    assert (work_of(52), work_of(Decimal("0.1"))) == (36400, 70)
    assert [worked_until(spells, day(each)) for each in ("2026-02-01", "2026-02-08", "2026-02-20")] == [0, 420, 720]
    assert [last_day_of(spells, work).isoformat() for work in (1, 60, 61, 420, 421)] == [
        "2026-02-02",
        "2026-02-02",
        "2026-02-03",
        "2026-02-08",
        "2026-02-16",
    ]
    assert [day_after(spells, work).isoformat() for work in (0, 420, 480)] == ["2026-02-02", "2026-02-16", "2026-02-17"]
    assert [is_paused(spells, day(each)) for each in ("2026-02-08", "2026-02-09", "2026-02-15", "2026-02-16")] == [
        False,
        True,
        True,
        False,
    ]
