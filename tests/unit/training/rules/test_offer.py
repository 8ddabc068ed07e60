from datetime import date
from decimal import Decimal

import pytest

from academy.training.choices import Promise
from academy.training.rules.offer import (
    PROMISES,
    Way,
    accreditation_words,
    credit_words,
    days_words,
    outcome_words,
    validity_words,
    way_of,
)

FIRST, SECOND = date(2026, 12, 8), date(2027, 1, 12)


def test_every_stage_of_the_promise_is_explained():
    assert list(PROMISES) == list(Promise)


@pytest.mark.parametrize(
    ("facts", "way"),
    [
        ({"days": [FIRST]}, Way(next_on=FIRST)),
        ({"days": [FIRST, SECOND], "is_external": True, "platform": "EVOLVE"}, Way(next_on=FIRST, more=1)),
        ({"is_external": True, "platform": "EVOLVE"}, Way(words="Ask for it")),
        ({"platform": "EVOLVE"}, Way(words="Any time on EVOLVE")),
        ({"kind": "link"}, Way(words="Any time")),
        ({}, Way(words="No date yet")),
    ],
)
def test_way_to_take_part_is_the_next_date_or_else_what_to_do(facts, way):
    assert way_of(**{"days": [], "is_external": False, "kind": "course", "platform": "", **facts}) == way


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (None, ""),
        (Decimal("0.50"), "Half a day"),
        (Decimal("1.00"), "1 day"),
        (Decimal("2.50"), "2.5 days"),
        (Decimal("10.00"), "10 days"),
    ],
)
def test_length_is_said_in_days(days, words):
    assert days_words(days) == words


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (None, "For good"),
        (1, "For 1 month"),
        (12, "For 1 year"),
        (18, "For 18 months"),
        (36, "For 3 years"),
    ],
)
def test_validity_is_said_in_years_where_it_is_whole_years(months, words):
    assert validity_words(months) == words


def test_outcome_is_an_award_or_a_completion():
    assert [outcome_words(code) for code in ("award", "completion")] == ["An award", "A completion in your record"]


@pytest.mark.parametrize(
    ("standing", "by", "words"),
    [
        ("none", "", ""),
        ("applied", "", "Accreditation applied for"),
        ("granted", "a university", "Accredited by a university"),
    ],
)
def test_accreditation_is_said_where_it_was_asked_for(standing, by, words):
    assert accreditation_words(standing, by) == words


@pytest.mark.parametrize(
    ("credits", "level", "words"),
    [(None, None, ""), (None, 7, "Level 7"), (30, None, "30 credits"), (30, 7, "30 credits at level 7")],
)
def test_credit_is_said_as_far_as_it_is_known(credits, level, words):
    assert credit_words(credits, level) == words
