"""How each date of a year came about, in the sentences people read."""

import pytest

from asye.rules.policy import PLAIN
from asye.rules.timetable import timetable
from tests.unit.asye.rules.years import running


@pytest.mark.parametrize(
    ("said", "because"),
    [
        (
            {},
            "52 weeks full time from 2 February 2026. That is 52 weeks and 2 days before the ceiling, 1 February 2028.",
        ),
        (
            {"then": [("2026-06-01", "0.60")], "stops": [("2026-07-13", "2026-09-06")]},
            (
                "52 weeks full time from 2 February 2026. 17 weeks at 1.0 FTE and 6 weeks at 0.6 FTE "
                "make 20.6 full-time weeks. Paused for 8 weeks. The 31.4 weeks left take 52 weeks and "
                "3 days at 0.6 FTE, counted from 7 September 2026. That is 20 weeks and 6 days before "
                "the ceiling, 1 February 2028."
            ),
        ),
        (
            {"fte": "0.55", "stops": [("2026-02-02", "2026-02-15")], "extra": "2.5"},
            (
                "52 weeks full time from 2 February 2026 and 2.5 of extension, which is 54.5. Paused "
                "for 2 weeks. They take 99 weeks and 1 day at 0.55 FTE, counted from 16 February 2026. "
                "That is 3 weeks and 1 day before the ceiling, 1 February 2028."
            ),
        ),
        (
            {"stops": [("2026-05-04", "2026-05-31"), ("2026-10-05", "2026-10-11")], "fte": "0.80"},
            (
                "52 weeks full time from 2 February 2026. 31 weeks at 0.8 FTE make 24.8 full-time "
                "weeks. Paused twice, for 5 weeks in all. The 27.2 weeks left take 34 weeks at 0.8 "
                "FTE, counted from 12 October 2026. That is 34 weeks and 2 days before the ceiling, 1 "
                "February 2028."
            ),
        ),
        (
            {"stops": [(f"2026-{month:02}-01", f"2026-{month:02}-07") for month in (3, 4, 5)], "years": 1},
            (
                "52 weeks full time from 2 February 2026. 10 weeks and 4 days at 1.0 FTE make 10.6 "
                "full-time weeks. Paused 3 times, for 3 weeks in all. The 41.4 weeks left take 41 "
                "weeks and 3 days at 1.0 FTE, counted from 8 May 2026. That is 2 weeks and 6 days after the "
                "ceiling, 1 February 2027. Nothing is cut: the co-ordinator says how it goes on."
            ),
        ),
    ],
)
def test_the_last_day_says_how_it_came_about(said, because):
    assert timetable(running(**said), PLAIN).day("end").because == because


@pytest.mark.parametrize(
    ("said", "code", "because"),
    [
        ({}, "agreement", "4 weeks after the start, whatever the hours."),
        (
            {"stops": [("2026-02-09", "2026-02-22")]},
            "agreement",
            "4 weeks after the start, whatever the hours. Days of a pause are not counted.",
        ),
        (
            {},
            "review-3",
            "3 months of full time from 2 February 2026. 2 May 2026 is a Saturday: the next working day.",
        ),
        (
            {"stops": [("2026-03-02", "2026-03-03")]},
            "review-3",
            (
                "3 months of full time from 2 February 2026, 2 May 2026, and 2 days more for the time "
                "it was paused. 4 May 2026 is a Monday, on which nobody meets: the next working day."
            ),
        ),
        (
            {"fte": "0.60"},
            "review-6",
            (
                "6 months of full time from 2 February 2026, 2 August 2026, and 17 weeks and 2 days "
                "more for hours below full time."
            ),
        ),
        (
            {},
            "final",
            (
                "12 months of full time from 2 February 2026, and not later than the year ends. 31 "
                "January 2027 is a Sunday: the working day before it."
            ),
        ),
        (
            {"extra": "8.5"},
            "final",
            "12 months of full time from 2 February 2026 and 8.5 weeks of extension, and not later than the year ends.",
        ),
        ({}, "submission", "On the day the year ends."),
        (
            {"start": "2026-01-05"},
            "panel",
            "28 days after the year ends, 31 January 2027: the first day from then on that serves.",
        ),
        ({}, "ceiling", "The last day of 2 years from 2 February 2026, however long the pauses were."),
        (
            {"weeks": 104, "extra": "0.2"},
            "observation-1",
            "At the latest 14 days before the three-month review on 5 May 2026.",
        ),
    ],
)
def test_each_date_says_how_it_came_about(said, code, because):
    assert timetable(running(**said), PLAIN).day(code).because == because
