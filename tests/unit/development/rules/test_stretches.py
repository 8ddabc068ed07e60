from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from academy.development.rules.stretches import (
    Rhythm,
    Stretch,
    latest_stretches,
    peer_sentence,
    present_sentence,
    stretch_of,
)

RHYTHM = Rhythm(date(2025, 10, 13))


@pytest.mark.parametrize(
    ("day", "starts_on", "ends_on"),
    [
        (date(2025, 10, 13), date(2025, 10, 13), date(2026, 1, 4)),
        (date(2026, 1, 4), date(2025, 10, 13), date(2026, 1, 4)),
        (date(2026, 1, 5), date(2026, 1, 5), date(2026, 3, 29)),
        # the clocks go forward on 29 March 2026 and back on 25 October: no day is lost or won
        (date(2026, 3, 29), date(2026, 1, 5), date(2026, 3, 29)),
        (date(2026, 3, 30), date(2026, 3, 30), date(2026, 6, 21)),
        (date(2026, 10, 25), date(2026, 9, 14), date(2026, 12, 6)),
        (date(2026, 12, 6), date(2026, 9, 14), date(2026, 12, 6)),
        # 29 February is a day like others
        (date(2028, 2, 29), date(2028, 1, 31), date(2028, 4, 23)),
        # before the first day stretches are counted backwards
        (date(2025, 10, 12), date(2025, 7, 21), date(2025, 10, 12)),
        (date(2024, 2, 29), date(2023, 12, 11), date(2024, 3, 3)),
    ],
)
def test_stretch_of_a_day_has_twelve_whole_weeks(day, starts_on, ends_on):
    assert stretch_of(day, rhythm=RHYTHM) == Stretch(starts_on, ends_on)


@given(day=st.dates(date(1990, 1, 1), date(2090, 1, 1)), weeks=st.integers(1, 52))
def test_stretches_follow_each_other_without_gap(day, weeks):
    rhythm = Rhythm(date(2025, 10, 13), weeks)
    stretch = stretch_of(day, rhythm=rhythm)
    after = stretch_of(stretch.ends_on + timedelta(days=1), rhythm=rhythm)
    assert stretch.holds(day)
    assert (stretch.ends_on - stretch.starts_on).days + 1 == weeks * 7
    assert after.starts_on == stretch.ends_on + timedelta(days=1)


def test_rhythm_of_no_weeks_is_refused():
    with pytest.raises(ValueError, match="at least one week"):
        Rhythm(date(2025, 10, 13), 0)


def test_latest_stretches_are_the_present_and_four_before_oldest_first():
    starts = [stretch.starts_on for stretch in latest_stretches(date(2026, 11, 17), rhythm=RHYTHM)]
    assert starts == [
        date(2025, 10, 13),
        date(2026, 1, 5),
        date(2026, 3, 30),
        date(2026, 6, 22),
        date(2026, 9, 14),
    ]


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2026, 9, 14), 0.0), (date(2026, 12, 6), 1.0), (date(2026, 9, 15), 1 / 83)]
)
def test_position_of_a_day_runs_from_0_to_1(day, expected):
    assert Stretch(date(2026, 9, 14), date(2026, 12, 6)).position(day) == expected


@pytest.mark.parametrize(
    ("on", "entries", "expected"),
    [
        (date(2026, 11, 22), 0, "Your present stretch is empty. It ends on 6 December, in 14 days."),
        (date(2026, 11, 22), 1, "Your present stretch holds 1 entry. It ends on 6 December, in 14 days."),
        (date(2026, 12, 5), 2, "Your present stretch holds 2 entries. It ends on 6 December, tomorrow."),
        (date(2026, 12, 6), 3, "Your present stretch holds 3 entries. Today is its last day."),
    ],
)
def test_sentence_says_what_the_present_stretch_holds_and_when_it_ends(on, entries, expected):
    assert present_sentence(stretch_of(on, rhythm=RHYTHM), entries=entries, on=on) == expected


def test_sentence_names_the_year_when_the_stretch_ends_in_another_one():
    on = date(2026, 12, 7)
    said = present_sentence(stretch_of(on, rhythm=RHYTHM), entries=0, on=on)
    assert said == "Your present stretch is empty. It ends on 28 February 2027, in 83 days."


@pytest.mark.parametrize(
    ("latest", "said"),
    [
        (None, "No peer learning is kept yet."),
        (date(2026, 11, 17), "Your latest peer learning was on 17 November."),
        (date(2026, 8, 26), "Your latest peer learning was on 26 August."),
        (date(2026, 8, 25), "No peer learning is kept in the last 12 weeks; the latest was on 25 August."),
        (date(2025, 8, 25), "No peer learning is kept in the last 12 weeks; the latest was on 25 August 2025."),
    ],
)
def test_peer_sentence_says_when_it_was_and_what_is_asked(latest, said):
    words = peer_sentence(latest, weeks=12, on=date(2026, 11, 17))
    assert words == f"{said} The policy asks for some every 12 weeks."
