from datetime import date

from pathways.rules.sittings import odd_days


def test_day_at_a_weekend_or_on_a_bank_holiday_is_said():
    assert odd_days(on=date(2027, 8, 29), submit_by=date(2027, 5, 3), endorse_by=date(2027, 4, 29)) == [
        "The panel meets on 29 August 2027, a Sunday.",
        "The last day to hand in falls on 3 May 2027, a bank holiday.",
    ]


def test_working_days_are_not_spoken_of():
    assert odd_days(on=date(2027, 6, 17), submit_by=date(2027, 5, 6), endorse_by=date(2027, 4, 29)) == []
