"""Counts with periods and by whom, credits at a level, and what is expected of each."""

from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from academy.engines.requirements.cases import Wording
from academy.engines.requirements.node import Node
from academy.engines.requirements.results import Standing
from tests.unit.engines.requirements.samples import TODAY, fact, judged

OBSERVED = "portfolios.observation"
COUNT = {"count": {"of": OBSERVED, "least": 2, "what": "direct observations", "within_months": 12}}
YEARLY = {"count": {"of": OBSERVED, "least": 1, "what": "direct observation", "per_months": 12, "through_months": 36}}
CREDITS = {"credits": {"least": 60, "level": 7}}


def observed(*days, **said):
    return [fact(OBSERVED, day, **said) for day in days]


def credited(quantity, level, on=date(2025, 6, 1), **said):
    return fact("training.credits", on, quantity=quantity, level=level, **said)


def test_count_says_how_many_are_expected_and_by_when():
    dates = [date(2027, 1, 21), date(2027, 3, 3)]

    found = judged(COUNT, *observed(date(2026, 5, 1)), *observed(*dates, expected=True))

    assert (found.standing, found.expected) == (Standing.IN_PROGRESS, date(2027, 1, 21))
    assert found.says == "1 of 2 so far; 1 more needed. 1 more is expected by 21 January 2027."
    assert judged(COUNT, *observed(*dates, expected=True)).says == ("None so far. 2 more are expected by 3 March 2027.")


def test_count_that_stays_too_small_tells_no_day():
    found = judged(COUNT, *observed(date(2025, 12, 1)), *observed(date(2026, 12, 2), expected=True))

    assert (found.expected, found.says) == (
        None,
        "1 of 2 so far; 1 more needed. 1 more is expected by 2 December 2026.",
    )
    assert judged(COUNT, *observed(date(2025, 12, 1)), *observed(date(2026, 12, 1), expected=True)).expected == (
        date(2026, 12, 1)
    )


def test_count_that_has_what_was_expected_still_to_be_noted_waits_for_it():
    held = [fact(OBSERVED, date(2026, 11, 1), expected=True, source="Held on 1 November 2026")]
    words = {OBSERVED: Wording("Observations", "/observations/new/", "Ask for an observation")}

    found = judged(COUNT, *held, *observed(date(2026, 5, 1)), words=words)

    assert (found.standing, found.expected, found.action) == (Standing.IN_PROGRESS, None, "")
    assert found.says == "1 of 2 so far; 1 more needed. Held on 1 November 2026."
    assert judged(COUNT, *held, words=words).action == "Ask for an observation"


def test_count_names_the_next_step_only_while_too_little_is_expected():
    words = {OBSERVED: Wording("Observations", "/observations/new/", "Ask for an observation")}
    expected = observed(date(2027, 1, 21), expected=True)

    assert (judged(COUNT, words=words).action, judged(COUNT, words=words).link) == (
        "Ask for an observation",
        "/observations/new/",
    )
    assert judged(COUNT, *expected, words=words).action == "Ask for an observation"
    assert judged(COUNT, *expected, *observed(TODAY), words=words).action == ""


def test_only_what_the_named_ones_did_counts():
    said = {"count": {"of": OBSERVED, "least": 1, "what": "observation", "by": ["line_manager"]}}

    assert not judged(said, *observed(TODAY, by_relation="peer")).is_met
    assert judged(said, *observed(TODAY, by_relation="line_manager")).is_met


@pytest.mark.parametrize(
    ("days", "standing", "says"),
    [
        ([], Standing.NOT_YET, "0 from 17 November 2023 to 16 November 2024; 0 of 3 periods are held."),
        (
            [date(2024, 1, 1), date(2026, 1, 1)],
            Standing.IN_PROGRESS,
            "0 from 17 November 2024 to 16 November 2025; 2 of 3 periods are held.",
        ),
        (
            [date(2024, 1, 15), date(2025, 2, 1), date(2026, 1, 1)],
            Standing.SOON,
            "There are 3. That is enough until 1 January 2027.",
        ),
        (
            [date(2024, 3, 1), date(2025, 3, 1), date(2026, 3, 1), date(2026, 11, 1)],
            Standing.MET,
            "There are 4. That is enough until 1 November 2027.",
        ),
    ],
)
def test_count_in_every_period(days, standing, says):
    found = judged(YEARLY, *observed(*days))

    assert (found.standing, found.says) == (standing, says)
    assert found.what == "At least 1 direct observation in every 12 months of the last 36 months"


def test_count_in_every_period_is_met_to_its_last_day():
    days = [date(2024, 1, 15), date(2025, 2, 1), date(2026, 1, 1)]
    until = judged(YEARLY, *observed(*days)).until

    assert judged(YEARLY, *observed(*days), on=until).is_met
    assert not judged(YEARLY, *observed(*days), on=until + timedelta(days=1)).is_met


def test_count_in_every_period_is_expected_when_the_present_one_is_filled():
    days, to_come = [date(2024, 6, 1), date(2025, 6, 1)], date(2026, 12, 1)

    found = judged(YEARLY, *observed(*days), *observed(to_come, expected=True))

    assert (found.standing, found.expected) == (Standing.IN_PROGRESS, to_come)


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"per_months": 12}, "per_months and through_months go together; say both, or neither."),
        ({"through_months": 12}, "per_months and through_months go together; say both, or neither."),
        (
            {"per_months": 12, "through_months": 24, "within_months": 6},
            "say within_months, or per_months with through_months; not both.",
        ),
        ({"per_months": 12, "through_months": 30}, "through_months has to be 12 months, or a number of times that."),
    ],
)
def test_count_is_asked_in_one_way(said, message):
    with pytest.raises(ValidationError) as refused:
        Node.model_validate({"count": {"of": OBSERVED, "least": 1, "what": "observation", **said}})

    assert [(error["loc"], error["msg"]) for error in refused.value.errors()] == [
        (("count",), f"Value error, {message}")
    ]


def test_credits_at_the_level_or_above_are_added_up():
    found = judged(CREDITS, credited(30, "7"), credited(20, "8"), credited(60, "6"), credited(60, ""))

    assert (found.what, found.says, found.standing) == (
        "At least 60 credits at level 7 or above",
        "50 of 60 so far; 10 more needed.",
        Standing.IN_PROGRESS,
    )
    assert judged(CREDITS, credited(60, "7")).says == "There are 60."


def test_credits_at_the_top_level_have_none_above():
    said = {"credits": {"least": 20, "level": 8, "of": "training.credits", "what": "credits of a doctorate"}}

    assert judged(said).what == "At least 20 credits of a doctorate at level 8"
    assert Node.model_validate(said).keys("bristol") == frozenset({"training.credits"})


def test_credits_expected_at_the_level_tell_the_day():
    june = date(2027, 6, 30)
    low, high = (credited(30, level, june, expected=True) for level in ("6", "7"))

    assert judged(CREDITS, credited(30, "7"), low).expected is None
    assert judged(CREDITS, credited(30, "7"), low, high).expected == june
