"""Which sessions of supervision are due, and what became of them."""

from datetime import date, timedelta

import pytest

from academy.people.rules.spans import Span
from asye.rules.parts_of_policy import Rhythm
from asye.rules.policy import PLAIN
from asye.rules.sessions import Fate, Meetings, monday_of, sessions, was_hardly_there, windows

START = date(2026, 1, 5)
YEAR = Span(START, date(2027, 1, 3))
NATIONAL = PLAIN.supervision
LONG_AFTER = date(2028, 1, 1)


def span(first: str, last: str) -> Span:
    return Span(date.fromisoformat(first), date.fromisoformat(last))


def lengths(found: list[Span]) -> list[int]:
    return [((each.until_on or each.from_on) - each.from_on).days + 1 for each in found]


def test_a_full_time_year_without_a_pause_has_twenty_two_sessions():
    found = windows(YEAR, NATIONAL, (), until=LONG_AFTER)

    assert lengths(found) == [7] * 6 + [14] * 10 + [28] * 6
    assert [each.from_on for each in found[:2]] == [START, START + timedelta(days=7)]


@pytest.mark.parametrize(
    ("until", "count"),
    [
        pytest.param(START - timedelta(days=1), 0, id="before-the-year"),
        pytest.param(START, 1, id="first-day"),
        pytest.param(START + timedelta(days=41), 6, id="end-of-week-six"),
        pytest.param(START + timedelta(days=42), 7, id="first-fortnight"),
    ],
)
def test_only_what_has_begun_is_due(until, count):
    assert len(windows(YEAR, NATIONAL, (), until=until)) == count


def test_a_pause_moves_what_comes_after_it_and_nothing_before():
    pause = span("2026-03-02", "2026-03-29")
    plain, moved = (windows(YEAR, NATIONAL, stops, until=date(2026, 5, 31)) for stops in ((), (pause,)))

    assert moved[:7] == plain[:7]
    assert moved[7] == span("2026-03-30", "2026-04-12")
    assert plain[7] == span("2026-03-02", "2026-03-15")


def test_a_pause_within_a_stretch_makes_it_longer():
    found = windows(YEAR, NATIONAL, (span("2026-02-23", "2026-03-22"),), until=date(2026, 4, 1))

    assert found[6] == span("2026-02-16", "2026-03-29")


@pytest.mark.parametrize(
    ("rhythms", "count"),
    [
        pytest.param((), 0, id="none-promised"),
        pytest.param((Rhythm(every_weeks=2),), 26, id="one-rhythm"),
        pytest.param((Rhythm(every_weeks=1, until_month=3), Rhythm(every_weeks=4)), 13 + 10, id="by-month"),
        pytest.param((Rhythm(every_weeks=12, until_week=5), Rhythm(every_weeks=4)), 13, id="too-short-for-one"),
    ],
)
def test_stretches_follow_the_policy(rhythms, count):
    assert len(windows(YEAR, rhythms, (), until=LONG_AFTER)) == count


def test_days_between_employers_without_an_end_ask_for_nothing():
    left = (Span(date(2026, 2, 16)),)

    assert [len(windows(YEAR, NATIONAL, left, until=day)) for day in (date(2026, 2, 15), LONG_AFTER)] == [6, 6]
    assert len(windows(YEAR, NATIONAL, (Span(date(2026, 12, 1)),), until=date(2026, 2, 16))) == 7


def test_a_year_without_an_end_goes_on():
    assert len(windows(Span(START), NATIONAL, (), until=START + timedelta(days=7 * 60))) == 6 + 10 + 9


WEEKS = [Span(START + timedelta(days=7 * number), START + timedelta(days=7 * number + 6)) for number in range(3)]
ON = date(2026, 1, 22)


def fates(meetings: Meetings, away: tuple[Span, ...] = ()) -> list[tuple[Fate, date | None]]:
    return [(each.fate, each.held_on) for each in sessions(WEEKS, meetings, away, on=ON)]


def test_a_stretch_gone_by_without_a_meeting_was_missed_and_the_last_is_open():
    assert fates(Meetings()) == [(Fate.MISSED, None), (Fate.MISSED, None), (Fate.OPEN, None)]


def test_meetings_are_read_from_the_portal_and_a_second_one_counts_for_nothing_else():
    met = Meetings(days=(date(2026, 1, 9), date(2026, 1, 6), date(2026, 1, 20)))

    assert fates(met) == [(Fate.HELD, date(2026, 1, 6)), (Fate.MISSED, None), (Fate.HELD, date(2026, 1, 20))]


def test_her_own_word_counts_where_the_portal_knows_of_none_and_once():
    said = Meetings(days=(date(2026, 1, 6),), weeks=(START, date(2026, 1, 12)))
    fortnight = [Span(START, date(2026, 1, 14)), Span(date(2026, 1, 15), date(2026, 1, 21))]

    assert fates(said)[:2] == [(Fate.HELD, date(2026, 1, 6)), (Fate.HELD, date(2026, 1, 12))]
    by_word = sessions(fortnight, Meetings(weeks=(date(2026, 1, 12),)), (), on=ON)
    assert [each.fate for each in by_word] == [Fate.HELD, Fate.MISSED]


def test_who_was_away_most_of_the_time_missed_nothing():
    away = (span("2026-01-05", "2026-01-07"), span("2026-01-12", "2026-01-13"))

    assert [fate for fate, _ in fates(Meetings(), away)] == [Fate.EXCUSED, Fate.MISSED, Fate.OPEN]
    assert fates(Meetings(days=(date(2026, 1, 9),)), away)[:1] == [(Fate.HELD, date(2026, 1, 9))]


@pytest.mark.parametrize(
    ("stretch", "away", "expected"),
    [
        pytest.param(span("2026-12-25", "2026-12-28"), (), True, id="bank-holidays-and-a-weekend"),
        pytest.param(span("2026-04-03", "2026-04-09"), (span("2026-04-07", "2026-04-07"),), False, id="easter-week"),
        pytest.param(
            span("2026-04-03", "2026-04-09"), (span("2026-04-07", "2026-04-08"),), True, id="easter-and-leave"
        ),
        pytest.param(Span(START), (), False, id="one-working-day"),
    ],
)
def test_days_nobody_works_are_none_she_was_there(stretch, away, expected):
    assert was_hardly_there(stretch, away) is expected


def test_weeks_begin_on_monday():
    assert [monday_of(START + timedelta(days=number)) for number in (0, 6, 7)] == [START, START, date(2026, 1, 12)]
