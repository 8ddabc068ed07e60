from datetime import date

import pytest

from academy.development.rules.appraisal_years import Duty, due_in_year, duties_of, year_of
from academy.development.rules.renewals import MonthDay
from academy.people.rules.spans import Span
from tests.factories.plans import appraisal_file

TODAY, YEAR = date(2026, 11, 17), date(2026, 4, 1)
TERMS = appraisal_file().terms
LONG_AGO = date(2020, 4, 1)


@pytest.mark.parametrize(
    ("day", "starts", "expected"),
    [
        (date(2026, 3, 31), MonthDay(4, 1), date(2025, 4, 1)),
        (date(2026, 4, 1), MonthDay(4, 1), date(2026, 4, 1)),
        (date(2028, 2, 29), MonthDay(3, 1), date(2027, 3, 1)),
        (date(2026, 12, 31), MonthDay(1, 1), date(2026, 1, 1)),
    ],
)
def test_year_of_a_day_begins_on_the_day_of_the_policy(day, starts, expected):
    assert year_of(day, starts) == expected


@pytest.mark.parametrize(
    ("year_on", "month", "expected"),
    [
        (date(2026, 4, 1), 9, date(2026, 9, 30)),
        (date(2026, 4, 1), 3, date(2027, 3, 31)),
        (date(2026, 4, 1), 4, date(2026, 4, 30)),
        (date(2027, 4, 1), 2, date(2028, 2, 29)),
        (date(2026, 4, 1), 2, date(2027, 2, 28)),
    ],
)
def test_meeting_is_due_on_the_last_day_of_its_month(year_on, month, expected):
    assert due_in_year(year_on, month) == expected


def duties(**said):
    asked = {"joined_on": LONG_AGO, "absences": [], "on": TODAY, **said}
    return [(duty.kind, duty.due_on) for duty in duties_of(TERMS, **asked)]


REVIEW, APPRAISAL = ("review", date(2026, 9, 30)), ("appraisal", date(2027, 3, 31))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, [REVIEW, APPRAISAL]),
        ({"joined_on": date(2026, 7, 2)}, [REVIEW, APPRAISAL]),
        ({"joined_on": date(2026, 7, 3)}, [APPRAISAL]),
        ({"joined_on": date(2027, 1, 1)}, []),
        (
            {"absences": [Span(date(2026, 6, 1), date(2026, 6, 30))]},
            [("review", date(2026, 10, 30)), ("appraisal", date(2027, 4, 30))],
        ),
        ({"absences": [Span(date(2026, 11, 1), date(2026, 12, 1))]}, [REVIEW, ("appraisal", date(2027, 5, 1))]),
        (
            {"absences": [Span(date(2026, 2, 1), date(2026, 4, 10))]},
            [("review", date(2026, 10, 10)), ("appraisal", date(2027, 4, 10))],
        ),
    ],
)
def test_meetings_asked_of_somebody_in_a_year(said, expected):
    assert duties(**said) == expected


def test_absence_before_she_joined_moves_nothing():
    away = [Span(date(2026, 4, 1), date(2026, 4, 30))]
    assert duties(joined_on=date(2026, 5, 1), absences=away) == [REVIEW, APPRAISAL]


def test_year_may_be_asked_for():
    found = duties_of(TERMS, joined_on=LONG_AGO, absences=[], on=TODAY, year_on=date(2025, 4, 1))
    assert found[0] == Duty("review", date(2025, 4, 1), date(2025, 9, 30))


def test_template_asks_each_party_at_each_meeting():
    asked = {
        (kind, party): [each.code for each in TERMS.asked(kind, party)]
        for kind in ("appraisal", "review")
        for party in ("person", "manager")
    }
    assert asked == {
        ("appraisal", "person"): ["well"],
        ("appraisal", "manager"): ["seen"],
        ("review", "person"): ["well", "halfway"],
        ("review", "manager"): ["seen"],
    }


def test_meetings_are_called_by_the_name_of_the_policy():
    assert [TERMS.called(kind) for kind in ("appraisal", "review")] == [
        "My Performance",
        "My Performance: half-year review",
    ]


def test_year_that_begins_in_january_has_both_meetings_in_it():
    terms = appraisal_file(year_starts="01-01", due={"review": 6, "appraisal": 12}).terms
    found = duties_of(terms, joined_on=LONG_AGO, absences=[], on=YEAR)
    assert [duty.due_on for duty in found] == [date(2026, 6, 30), date(2026, 12, 31)]
