from dataclasses import replace
from datetime import date

import pytest

from asye.rules.certificate import issuer_of, number_of
from asye.rules.decision import Decision, Known, faults, moved_days, probation_until
from asye.rules.parts_of_policy import Grant
from asye.rules.policy import PLAIN

TODAY, STARTED = date(2027, 1, 20), date(2026, 1, 5)
KNOWN = Known(recommended="pass", is_confirmed=True, starts_on=STARTED, on=TODAY)
PASS = Decision(outcome="pass", confirmed_on=TODAY)


def fields(decision: Decision, known: Known = KNOWN) -> list[str]:
    return [each.field for each in faults(decision, known)]


def test_a_pass_as_recommended_and_confirmed_needs_the_day_of_confirmation_alone():
    assert (fields(PASS), fields(replace(PASS, confirmed_on=None))) == ([], ["confirmed_on"])


def test_a_fail_needs_notice_and_appeal_again():
    bare = Decision(outcome="fail", words="Unsafe.")
    assert fields(bare) == ["notice_on", "appeal"]
    assert fields(replace(bare, notice_on=TODAY, appeal="Within ten days.")) == []


@pytest.mark.parametrize(
    ("recommended", "is_confirmed", "expected"),
    [("pass", True, []), ("fail", True, ["words"]), ("pass", False, ["words"])],
)
def test_otherwise_than_recommended_and_confirmed_needs_words(recommended, is_confirmed, expected):
    known = replace(KNOWN, recommended=recommended, is_confirmed=is_confirmed)
    assert (fields(PASS, known), fields(replace(PASS, words="I read it all."), known)) == (expected, [])


def test_withdrawn_is_no_outcome_of_an_employer_either():
    assert fields(replace(PASS, outcome="withdrawn")) == ["outcome"]


@pytest.mark.parametrize("name", ["confirmed_on", "probation_until_on", "grade_from_on"])
def test_no_day_of_a_pass_lies_before_the_year(name):
    assert fields(replace(PASS, **{name: date(2026, 1, 4)})) == [name]


def test_words_have_a_limit():
    assert fields(replace(PASS, words="x" * 20_001)) == ["words"]


@pytest.mark.parametrize(
    ("began_on", "months", "moved", "until"),
    [
        (date(2026, 1, 5), 12, 0, date(2027, 1, 4)),
        (date(2026, 1, 5), 12, 56, date(2027, 3, 1)),
        (date(2026, 1, 5), 12, -10, date(2027, 1, 4)),
        (date(2024, 2, 29), 12, 0, date(2025, 2, 27)),
        (date(2026, 1, 31), 6, 0, date(2026, 7, 30)),
        (date(2026, 1, 5), 24, 0, date(2028, 1, 4)),
    ],
)
def test_probation_is_the_policys_months_moved_with_the_year(began_on, months, moved, until):
    assert probation_until(began_on, months=months, moved_days=moved) == until


def test_probation_does_not_end_before_the_year_of_somebody_who_was_in_post_earlier():
    in_post, ends_on = date(2025, 11, 1), date(2026, 12, 4)
    assert probation_until(in_post, months=12, moved_days=0, ends_on=ends_on) == ends_on


def test_a_full_time_year_is_moved_by_nothing_and_a_pause_moves_it():
    assert moved_days(starts_on=STARTED, weeks=52, ends_on=date(2027, 1, 3)) == 0
    assert moved_days(starts_on=STARTED, weeks=52, ends_on=date(2027, 2, 28)) == 56


def test_a_certificate_has_a_number_for_ever():
    assert number_of(123, TODAY) == "ASYE-2027-000123"


GRANT = Grant(year="2026-27", body="DfE", starts_from=date(2026, 4, 1), starts_until=date(2027, 3, 31))


@pytest.mark.parametrize(
    ("said", "starts_on", "issuer"),
    [
        ({"certificate_issuer": "The employer itself", "grants": (GRANT,)}, date(2026, 5, 1), "The employer itself"),
        ({"grants": (GRANT,), "national_body": "Skills for Care"}, date(2026, 5, 1), "DfE"),
        ({"grants": (GRANT,), "national_body": "Skills for Care"}, STARTED, "Skills for Care"),
        ({}, STARTED, "Bexley"),
    ],
)
def test_the_issuer_is_whom_the_policy_names_else_the_body_of_that_year(said, starts_on, issuer):
    assert issuer_of(replace(PLAIN, **said), starts_on=starts_on, employer="Bexley") == issuer
