from datetime import date

import pytest

from academy.engines.worklist.days import DayProvider, days_ahead, declare_days
from academy.identity.actor import Actor
from academy.ui.lists import Day

TODAY = date(2026, 12, 30)
ACTOR = Actor.system("tests", on=TODAY)


def day(on: date, what: str = "Workshop") -> Day:
    return Day(on=on, what=what)


def test_days_ahead_are_those_from_today_to_the_last_day_soonest_first():
    asked = []
    known = [day(date(2026, 12, 29)), day(TODAY, "B"), day(TODAY, "A"), day(date(2027, 1, 6)), day(date(2027, 1, 7))]

    def find(actor, until):
        asked.append((actor, until))
        return list(reversed(known))

    declare_days(DayProvider("tests.workshop", find))
    declare_days(DayProvider("tests.review", lambda actor, until: [day(date(2027, 1, 1), "Review")]))

    assert days_ahead(ACTOR, days=7) == [
        day(TODAY, "A"),
        day(TODAY, "B"),
        day(date(2027, 1, 1), "Review"),
        day(date(2027, 1, 6)),
    ]
    assert asked == [(ACTOR, date(2027, 1, 6))]


def test_second_provider_of_a_key_is_a_bug():
    declare_days(DayProvider("tests.workshop", lambda actor, until: []))

    with pytest.raises(RuntimeError, match=r"Two providers of days are called tests\.workshop"):
        declare_days(DayProvider("tests.workshop", lambda actor, until: []))
