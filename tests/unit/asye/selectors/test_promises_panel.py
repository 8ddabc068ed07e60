"""The words of promises on the record page, and the year week by week."""

from datetime import date
from decimal import Decimal

import pytest

from academy.people.rules.spans import Span
from asye.rules.parts_of_policy import Rhythm
from asye.rules.policy import PLAIN
from asye.rules.promises import Promised, Said, promises
from asye.rules.weeks import Ran
from asye.selectors.panels.promises import rhythm_words, rows_of
from tests.factories.people import TODAY

START = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("rhythms", "words"),
    [
        pytest.param(
            PLAIN.supervision, "Weekly until week 6, then fortnightly until month 6, then monthly.", id="national"
        ),
        pytest.param((Rhythm(every_weeks=3),), "Every 3 weeks.", id="own"),
        pytest.param((), "", id="none"),
    ],
)
def test_rhythm_in_words(rhythms, words):
    assert rhythm_words(rhythms) == words


def test_year_week_by_week_the_latest_first():
    said = (Said(START, "yes", 80, None, "Shadowing"), Said(date(2026, 1, 19), "no", 95))
    ran = Ran(Span(START, TODAY))
    kept = promises(
        Promised(ran=ran, rhythms=(Rhythm(every_weeks=2),), agreed=90, met=(date(2026, 1, 13),), said=said),
        on=date(2026, 2, 2),
    )

    assert [(row.week_on.day, row.supervision, row.workload, row.protected, row.used_for) for row in rows_of(kept)] == [
        (26, "missed", "not said", "not said", ""),
        (19, "none due", "95%, agreed up to 90%", "no", ""),
        (12, "held", "not said", "not said", ""),
        (5, "none due", "80%, agreed up to 90%", "yes", "Shadowing"),
    ]
    assert Decimal(len(kept.missed)) == 1
