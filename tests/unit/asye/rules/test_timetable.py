"""What moves a date and what does not: 11-month finals, pauses over reviews, what was held, sentences."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asye.rules.clock import Hours, Running, Stop
from asye.rules.parts_of_policy import Offset
from asye.rules.policy import PLAIN, AsyeRules
from asye.rules.timetable import timetable
from tests.unit.asye.rules.years import START, day, running

FEW = settings(max_examples=40, deadline=None)
ELEVEN = replace(
    PLAIN,
    reviews=(*PLAIN.reviews[:-1], replace(PLAIN.reviews[-1], months=11)),
    submission=Offset(of="final", days=-14),
    panel=Offset(of="end", days=-12),
)


def dates(found, *codes):
    return [found.day(code).on.isoformat() for code in codes]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, "2027-01-04 2026-12-21 2026-12-21 2027-01-19"),
        ({"fte": "0.60"}, "2027-08-13 2027-07-30 2027-07-30 2027-09-20"),
        ({"extra": "4"}, "2027-02-01 2027-01-18 2027-01-18 2027-02-16"),
        ({"stops": [("2026-12-14", "2027-01-10")]}, "2027-02-01 2027-01-18 2027-01-18 2027-02-16"),
        ({"stops": [("2026-12-28", "2027-01-17")]}, "2027-01-25 2027-01-18 2027-01-18 2027-02-09"),
    ],
)
def test_a_final_after_eleven_months_leaves_room_for_the_panel(said, expected):
    found = timetable(running(**said), ELEVEN)
    assert dates(found, "final", "observation-3", "submission", "panel") == expected.split()


@pytest.mark.parametrize(
    ("stops", "expected"),
    [
        ([("2026-05-01", "2026-05-31")], "2026-06-02"),
        ([("2026-05-02", "2026-05-31")], "2026-06-01"),
        ([("2026-05-03", "2026-05-31")], "2026-06-01"),
        ([("2026-05-05", "2026-05-31")], "2026-06-01"),
        ([("2026-05-06", "2026-05-31")], "2026-05-05"),
        ([("2026-04-27", "2026-05-10"), ("2026-05-14", "2026-05-20")], "2026-05-26"),
    ],
)
def test_a_pause_over_a_review_moves_it_behind_the_pause_by_what_is_left(stops, expected):
    assert dates(timetable(running(stops=stops), PLAIN), "review-3") == [expected]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, "2026-03-02"),
        ({"fte": "0.40"}, "2026-03-02"),
        ({"stops": [("2026-02-09", "2026-02-22")]}, "2026-03-16"),
        ({"stops": [("2026-03-02", "2026-03-08")]}, "2026-03-09"),
    ],
)
def test_the_agreement_is_due_by_weeks_whatever_the_hours(said, expected):
    assert dates(timetable(running(**said), PLAIN), "agreement") == [expected]


def test_an_observation_is_not_due_before_the_year_or_within_a_pause():
    early = replace(PLAIN, observations=(replace(PLAIN.observations[0], days=120),))
    assert dates(timetable(running(), early), "observation-1") == ["2026-02-02"]
    paused = timetable(running(stops=[("2026-04-13", "2026-05-03")]), PLAIN)
    assert dates(paused, "observation-1", "review-3") == ["2026-05-12", "2026-05-26"]
    paused = timetable(running(stops=[("2026-04-27", "2026-05-10")]), PLAIN)
    assert dates(paused, "observation-1", "review-3") == ["2026-05-11", "2026-05-18"]
    assert paused.day("observation-1").because == (
        "At the latest 14 days before the three-month review on 18 May 2026, and not within a pause: the first day "
        "after it."
    )


def test_the_last_day_is_the_final_reviews_where_a_pause_covers_the_working_day_before():
    paused = timetable(running(stops=[("2027-01-25", "2027-01-29")]), PLAIN)
    assert (dates(paused, "final", "end"), paused.end_on.strftime("%A")) == (["2027-02-05", "2027-02-05"], "Friday")
    paused = timetable(running(stops=[("2027-01-26", "2027-01-31")]), PLAIN)
    assert (dates(paused, "final", "end"), paused.end_on.strftime("%A")) == (["2027-02-05", "2027-02-06"], "Saturday")
    paused = timetable(running(stops=[("2027-01-25", "2027-01-30")]), PLAIN)
    assert dates(paused, "final", "end") == ["2027-02-05", "2027-02-06"]
    paused = timetable(running(stops=[("2027-01-29", "2027-01-29"), ("2027-02-01", "2027-02-05")]), PLAIN)
    assert dates(paused, "final", "end") == ["2027-02-06", "2027-02-06"]


def test_what_happened_keeps_its_day_and_says_so():
    held = {"agreement": day("2026-02-12"), "review-3": day("2026-05-20"), "observation-1": day("2026-04-14")}
    found = timetable(running(fte="0.60"), PLAIN, held=held)
    assert {code: found.day(code).on for code in held} == held
    assert [found.day(code).because for code in held] == [
        "Signed by all on 12 February 2026. It does not move again.",
        "Held on 20 May 2026. It does not move again.",
        "Observed on 14 April 2026. It does not move again.",
    ]
    finals = timetable(running(), ELEVEN, held={"final": day("2026-12-01")})
    assert dates(finals, "final", "submission", "observation-3") == ["2026-12-01", "2026-11-17", "2026-11-17"]


def test_a_programme_without_reviews_has_its_bounds_only():
    bare = AsyeRules(weeks=104, submission=Offset(of="final", days=7))
    found = timetable(running(weeks=104), bare)
    assert [(each.code, each.on.isoformat()) for each in found.days] == [
        ("agreement", "2026-03-02"),
        ("end", "2028-01-30"),
        ("ceiling", "2028-02-01"),
        ("submission", "2028-02-06"),
        ("panel", "2028-02-28"),
    ]
    assert found.day("submission").because == "7 days after the year ends."


def test_a_day_beside_the_final_review_is_named_by_it():
    on_the_day = replace(ELEVEN, submission=Offset(of="final", days=0))
    assert timetable(running(), on_the_day).day("submission").because == "On the day of the final review."
    assert timetable(running(), ELEVEN).day("submission").because == "14 days before the final review."
    a_day_less = timetable(running(years=1, extra="0.1"), PLAIN)
    assert a_day_less.day("end").because.endswith("That is the day of the ceiling.")


@pytest.mark.parametrize(
    ("submission", "said", "on", "because"),
    [
        (Offset(working_days=5), {}, "2027-02-05", "5 working days after the year ends."),
        (Offset(working_days=1), {}, "2027-02-01", "1 working day after the year ends."),
        (Offset(working_days=-5), {}, "2027-01-25", "5 working days before the year ends."),
        (Offset(of="final", working_days=-10), {}, "2027-01-15", "10 working days before the final review."),
        (
            Offset(of="final", working_days=-5),
            {"stops": [("2027-01-18", "2027-01-24")]},
            "2027-01-29",
            "5 working days before the final review.",
        ),
    ],
)
def test_working_days_are_counted_over_weekends_and_bank_holidays(submission, said, on, because):
    found = timetable(running(**said), replace(PLAIN, submission=submission)).day("submission")
    assert (found.on.isoformat(), found.because) == (on, because)


def test_easter_lies_between_the_end_and_five_working_days_after_it():
    rules = replace(PLAIN, submission=Offset(working_days=5), panel=Offset(working_days=20))
    found = timetable(running("2026-03-30"), rules)
    assert (found.end_on.isoformat(), dates(found, "submission", "panel")) == (
        "2027-03-28",
        ["2027-04-05", "2027-04-26"],
    )


def test_bare_programme_counts_its_working_days_from_the_end():
    bare = AsyeRules(weeks=104, submission=Offset(of="final", working_days=3))
    assert timetable(running(weeks=104), bare).day("submission").because == "3 working days after the year ends."


DAYS = st.integers(min_value=-20, max_value=700)
SHARES = st.sampled_from(["0.40", "0.50", "0.55", "0.60", "0.80", "0.90", "1.00"]).map(Decimal)
STOPS = st.tuples(DAYS, st.integers(min_value=0, max_value=200))
LATER = st.tuples(st.integers(min_value=0, max_value=600), SHARES)
STARTS = st.integers(min_value=0, max_value=1500)


@st.composite
def years(draw, *, shares=SHARES):
    start = START + timedelta(days=draw(STARTS) - 800)
    later = [Hours(start + timedelta(days=after), share) for after, share in draw(st.lists(LATER, max_size=2))]
    return Running(
        starts_on=start,
        weeks=52,
        ceiling_years=2,
        hours=(Hours(start, draw(shares)), *later),
        stops=tuple(_stop(start, each) for each in draw(st.lists(STOPS, max_size=2))),
        extra_weeks=Decimal(draw(st.integers(min_value=0, max_value=100))) / 10,
    )


def _stop(start, said):
    first = start + timedelta(days=said[0])
    return Stop(first, first + timedelta(days=said[1]))


def _later_nowhere(before, after):
    earlier = {each.code: each.on for each in before.days}
    return [each.code for each in after.days if each.on < earlier[each.code]] == []


@FEW
@given(years(), STOPS, st.sampled_from([PLAIN, ELEVEN]))
def test_pausing_never_brings_a_date_forward(year, said, rules):
    paused = replace(year, stops=(*year.stops, _stop(year.starts_on, said)))
    assert _later_nowhere(timetable(year, rules), timetable(paused, rules))


@FEW
@given(years(), st.sampled_from([PLAIN, ELEVEN]))
def test_more_hours_never_make_a_date_later(year, rules):
    more = replace(year, hours=tuple(Hours(each.from_on, Decimal("1.00")) for each in year.hours))
    assert _later_nowhere(timetable(more, rules), timetable(year, rules))


@FEW
@given(years(), STOPS, SHARES)
def test_what_was_held_never_moves(year, said, share):
    held = {"review-3": year.starts_on + timedelta(days=95), "review-6": year.starts_on + timedelta(days=200)}
    stops = (*year.stops, _stop(year.starts_on, said))
    changed = replace(year, stops=stops, hours=(Hours(year.starts_on, share),))
    found = timetable(changed, PLAIN, held=held)
    assert {code: found.day(code).on for code in held} == held


@FEW
@given(years())
def test_the_last_day_is_the_one_on_which_the_work_is_done(year):
    """Counted day by day, as one would on paper."""
    found = timetable(year, PLAIN)
    needed, done, on = int((52 + year.extra_weeks) * 700), 0, year.starts_on - timedelta(days=1)
    while done < needed:
        on += timedelta(days=1)
        if not any(stop.from_on <= on <= stop.until_on for stop in year.stops):
            done += int(_share_on(year, on) * 100)
    assert found.end_on == on
    assert found.end_on >= year.starts_on + timedelta(days=52 * 7 - 1)
    assert all(year.starts_on <= each.on for each in found.days)
    assert found.day("final").on <= found.end_on


def _share_on(year, on: date) -> Decimal:
    share = year.hours[0].fte
    for hours in sorted(year.hours, key=lambda each: each.from_on):
        share = hours.fte if hours.from_on <= on else share
    return share
