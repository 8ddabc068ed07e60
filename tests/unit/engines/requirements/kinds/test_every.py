"""Something every so many weeks: stretches that follow each other through a window."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from academy.engines.requirements.cases import Wording
from academy.engines.requirements.kinds.every import A_MONDAY
from academy.engines.requirements.node import Node
from academy.engines.requirements.results import Standing
from tests.unit.engines.requirements.samples import TODAY, fact, judged

KEY = "development.entry"
# Stretches in the last year: 10 November 2025, 2 February, 27 April, 20 July; the present one began on 12 October 2026.
SAID = {
    "every": {
        "of": KEY,
        "weeks": 12,
        "through_months": 12,
        "what": "Evidence of learning",
        "counted_from": date(2025, 11, 10),
    }
}
WORDS = {KEY: Wording("Learning", "/year/write/", "Write an entry")}
FILLED = (date(2026, 2, 3), date(2026, 5, 1), date(2026, 7, 20))


def entries(*days, **said):
    return [fact(f"{KEY}:reading", day, **said) for day in days]


def kept(*days, on=TODAY, facts=(), **case):
    return judged(SAID, *entries(*days), *facts, on=on, words=WORDS, **case)


def test_every_ended_stretch_is_held_and_the_present_one_too():
    found = kept(*FILLED, date(2026, 10, 20))

    assert (found.what, found.standing) == (
        "Evidence of learning every 12 weeks, through the last 12 months",
        Standing.MET,
    )
    assert (
        found.says
        == "All 3 stretches that ended hold something. The present one holds something; it ends on 3 January 2027."
    )
    assert (found.until, found.action, len(found.facts)) == (date(2027, 3, 28), "", 4)


@pytest.mark.parametrize(("soon_days", "standing"), [(60, Standing.SOON), (46, Standing.MET), (47, Standing.SOON)])
def test_present_stretch_that_is_empty_ages(soon_days, standing):
    found = kept(*FILLED, soon_days=soon_days)

    assert (found.standing, found.until) == (standing, date(2027, 1, 3))
    assert (
        found.says == "All 3 stretches that ended hold something. The present one is empty; it ends on 3 January 2027."
    )
    assert (found.action, found.link) == (("Write an entry", "/year/write/") if standing is Standing.SOON else ("", ""))


def test_first_empty_stretch_is_told_with_its_days():
    found = kept(FILLED[0], FILLED[2])

    assert (found.standing, found.action) == (Standing.IN_PROGRESS, "Write an entry")
    assert found.says == (
        "Nothing from 27 April 2026 to 19 July 2026; 2 of 3 stretches that ended hold something."
        " The present one is empty; it ends on 3 January 2027. Kept up from now on, it is met on 28 April 2027."
    )
    assert found.expected == date(2027, 4, 28)


def test_one_of_several_stretches_holds_something():
    assert "; 1 of 3 stretches that ended holds something." in kept(FILLED[0]).says


def test_nothing_at_all_is_not_yet_and_says_from_when_it_could_be():
    found = kept()

    assert (found.standing, found.expected) == (Standing.NOT_YET, date(2027, 7, 21))


def test_gap_goes_by_where_the_rest_is_held_and_expected():
    to_come = entries(date(2027, 1, 4), date(2027, 4, 1), expected=True)

    found = kept(FILLED[0], FILLED[2], date(2026, 10, 20), facts=to_come)

    assert (found.standing, found.expected) == (Standing.IN_PROGRESS, date(2027, 4, 28))
    assert "Kept up" not in found.says
    assert kept(FILLED[0], FILLED[2], date(2026, 10, 20), facts=to_come, on=date(2027, 4, 28), looks_ahead=True).is_met


def test_day_after_a_stretch_ends_empty_it_is_missed():
    assert kept(*FILLED, on=date(2027, 1, 3)).is_met
    assert not kept(*FILLED, on=date(2027, 1, 4)).is_met


def test_one_stretch_that_ended_is_told_by_its_days_alone():
    said = {"every": {**SAID["every"], "through_months": 6}}

    assert judged(said).says.startswith("Nothing from 20 July 2026 to 11 October 2026. The present one is empty;")
    assert judged(said, *entries(date(2026, 8, 3))).says == "The present one is empty; it ends on 3 January 2027."


def test_window_has_to_take_in_two_stretches():
    said = {"every": {**SAID["every"], "through_months": 5}}

    with pytest.raises(ValidationError) as refused:
        Node.model_validate(said)

    assert [error["msg"] for error in refused.value.errors()] == [
        "Value error, through_months has to take in two stretches of 12 weeks: 6 or more."
    ]


def test_first_day_of_a_stretch_is_read_from_what_is_kept_and_is_a_monday_by_itself():
    node = Node.model_validate(SAID)

    assert Node.model_validate(node.model_dump(mode="json", exclude_none=True)) == node
    assert (A_MONDAY.weekday(), node.keys("bristol")) == (0, frozenset({KEY}))
    with pytest.raises(ValidationError, match="it has to be a day, as 2026-04-01"):
        Node.model_validate({"every": {**SAID["every"], "counted_from": "soon"}})


DAYS = st.lists(st.dates(min_value=date(2024, 1, 1), max_value=TODAY), max_size=16)


@settings(max_examples=40)
@given(DAYS, st.dates(min_value=date(2024, 1, 1), max_value=TODAY))
def test_another_entry_never_un_meets_it(days, another):
    assert kept(*days, another).is_met or not kept(*days).is_met


@settings(max_examples=40)
@given(DAYS)
def test_it_is_met_since_and_until_and_not_the_day_after(days):
    found = kept(*FILLED, *days)

    assert found.is_met
    assert kept(*FILLED, *days, on=found.until).is_met
    assert not kept(*FILLED, *days, on=found.until + timedelta(days=1)).is_met
    assert found.since is None or not kept(*FILLED, *days, on=found.since - timedelta(days=1)).is_met
