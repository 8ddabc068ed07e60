from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from academy.development.choices import MOST_TEXT, MOST_TITLE
from academy.development.rules.entries import Fault, can_keep, faults, missing_for_keeping, words_in
from tests.factories.development import WORDS

TODAY = date(2026, 11, 17)
TITLE = Fault("title", "Give it a title, so that you find it again.")
DAY = Fault("started_on", "Write when it was.")
WAY = Fault("way", "Say how you learnt it mostly.")
HAPPENED = Fault("happened", "Write what happened, in a sentence at least.")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"learnt": "", "impact": "", "hours": None, "ended_on": None}, []),
        ({"title": "  "}, [TITLE]),
        ({"started_on": None}, [DAY]),
        ({"way": ""}, [WAY]),
        ({"happened": "\n "}, [HAPPENED]),
        ({"title": "", "started_on": None, "way": "", "happened": ""}, [TITLE, DAY, WAY, HAPPENED]),
    ],
)
def test_keeping_needs_title_date_way_and_what_happened_only(change, expected):
    assert missing_for_keeping(replace(WORDS, **change)) == expected


def test_can_keep_says_everything_that_is_missing():
    decision = can_keep(replace(WORDS, title="", way=""))
    assert (decision.allowed, decision.reason) == (False, f"{TITLE.reason} {WAY.reason}")


def test_can_keep_a_complete_entry():
    assert can_keep(WORDS).allowed is True


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"title": "", "started_on": None, "way": "", "happened": "", "hours": None}, []),
        ({"kind": "podcast"}, [("kind", "Choose one of the kinds shown.")]),
        ({"way": "osmosis"}, [("way", "Choose one of the three ways.")]),
        ({"started_on": TODAY}, []),
        (
            {"started_on": date(2026, 11, 18)},
            [("started_on", "Write a day that has been; an entry is about what you did.")],
        ),
        ({"started_on": date(1970, 1, 1)}, []),
        ({"started_on": date(1969, 12, 31)}, [("started_on", "Write a day from 1970 on.")]),
        ({"ended_on": date(2026, 11, 12)}, []),
        ({"ended_on": TODAY}, []),
        ({"ended_on": date(2026, 11, 11)}, [("ended_on", "The last day cannot be before the first.")]),
        ({"ended_on": date(2026, 11, 18)}, [("ended_on", "Write a last day that has been, or leave it empty.")]),
        ({"started_on": None, "ended_on": TODAY}, [("started_on", "Write the first day too.")]),
        ({"started_on": date(2024, 2, 29), "ended_on": date(2024, 3, 1)}, []),
        ({"hours": Decimal(0)}, []),
        ({"hours": Decimal(999)}, []),
        ({"hours": Decimal("0.25")}, []),
        ({"hours": Decimal("-0.25")}, [("hours", "Write hours between 0 and 999, or leave it empty.")]),
        ({"hours": Decimal("999.25")}, [("hours", "Write hours between 0 and 999, or leave it empty.")]),
        ({"hours": Decimal("1e40")}, [("hours", "Write hours between 0 and 999, or leave it empty.")]),
        ({"hours": Decimal("1.1")}, [("hours", "Write hours in quarters, such as 1.5 or 2.25.")]),
        ({"title": "t" * MOST_TITLE}, []),
        ({"title": "t" * 201}, [("title", "Use at most 200 characters. You have 201.")]),
        ({"happened": "é" * MOST_TEXT, "learnt": "x" * MOST_TEXT, "impact": "x" * MOST_TEXT}, []),
        ({"happened": "x" * 20_001}, [("happened", "Use at most 20,000 characters. You have 20,001.")]),
        ({"learnt": "x" * 20_001}, [("learnt", "Use at most 20,000 characters. You have 20,001.")]),
        ({"impact": "x" * 20_001}, [("impact", "Use at most 20,000 characters. You have 20,001.")]),
    ],
)
def test_faults_name_the_field_and_what_to_do(change, expected):
    found = faults(replace(WORDS, **change), on=TODAY)
    assert [(fault.field, fault.reason) for fault in found] == expected


def test_words_are_counted_over_the_three_texts():
    assert words_in(replace(WORDS, title="not counted", happened="one  two\nthree", learnt="", impact="four")) == 4
