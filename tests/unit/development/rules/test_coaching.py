from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from academy.development.rules.coaching import (
    Contract,
    Places,
    Relation,
    answer_due_on,
    can_begin,
    can_take,
    conflict_of,
    contract_faults,
    is_within_sessions,
    meeting_faults,
    soft_conflicts,
    suggests_ending,
)

TODAY = date(2026, 11, 17)
AT = datetime(2026, 11, 17, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("relation", "begins"),
    [
        (Relation(), ""),
        (Relation(is_herself=True, is_her_manager=True), "This is your own profile."),
        (Relation(is_matched=True, is_her_manager=True), "You have asked this coach already"),
        (Relation(is_her_manager=True), "She is your line manager"),
        (Relation(is_managed_by_her=True), "You are her line manager"),
        (Relation(shares_team=True, shares_manager=True), ""),
    ],
)
def test_conflict_is_told_in_a_sentence(relation, begins):
    assert conflict_of(relation)[: len(begins) or None] == begins


@pytest.mark.parametrize(
    ("relation", "told"),
    [
        (Relation(), []),
        (Relation(shares_team=True), ["She works in your team."]),
        (
            Relation(shares_team=True, shares_manager=True),
            ["She works in your team.", "You have the same line manager."],
        ),
    ],
)
def test_soft_conflicts_are_told_and_refuse_nothing(relation, told):
    assert [each.split(".")[0] + "." for each in soft_conflicts(relation)] == told


@pytest.mark.parametrize(
    ("places", "left", "free"),
    [
        (Places(capacity=2, taken=0), 2, True),
        (Places(capacity=2, taken=2), 0, False),
        (Places(capacity=1, taken=3), 0, False),
        (Places(capacity=0, taken=0), 0, False),
        (Places(capacity=2, taken=1, free_from=TODAY), 1, True),
        (Places(capacity=2, taken=1, free_from=date(2026, 11, 18)), 1, False),
    ],
)
def test_coach_is_free_while_a_place_is_left_and_she_is_not_away(places, left, free):
    assert (places.left, places.is_free(TODAY), can_take(places, on=TODAY).allowed) == (left, free, free)


def test_full_and_absent_coach_are_refused_with_different_words():
    full = can_take(Places(capacity=1, taken=1), on=TODAY)
    away = can_take(Places(capacity=1, taken=0, free_from=date(2027, 1, 4)), on=TODAY)

    assert full.reason == "All places of this coach are taken. Choose somebody else, or ask again later."
    assert away.reason == "This coach takes nobody new yet. Choose somebody else, or ask again from the day shown."


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ({}, []),
        ({"sessions": 0}, ["sessions"]),
        ({"sessions": 25}, ["sessions"]),
        ({"minutes": 14}, ["minutes"]),
        ({"minutes": 241}, ["minutes"]),
        ({"until_on": date(2026, 11, 16)}, ["until_on"]),
        ({"until_on": TODAY, "sessions": 24, "minutes": 240}, []),
    ],
)
def test_faults_of_a_contract_stand_at_their_fields(said, fields):
    values = {"sessions": 6, "minutes": 60, "from_on": TODAY, "until_on": date(2027, 5, 16), **said}

    assert [each.field for each in contract_faults(Contract(**values))] == fields


@pytest.mark.parametrize(
    ("coach", "person", "allowed"), [(None, None, False), (AT, None, False), (None, AT, False), (AT, AT, True)]
)
def test_coaching_begins_when_both_signed(coach, person, allowed):
    assert can_begin(SimpleNamespace(coach_signed_at=coach, person_signed_at=person)).allowed is allowed


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (date(2028, 2, 16), date(2028, 3, 1)),
        (date(2027, 2, 16), date(2027, 3, 2)),
        (date(2026, 10, 18), date(2026, 11, 1)),
        (date(2026, 12, 25), date(2027, 1, 8)),
    ],
)
def test_coach_answers_within_fourteen_days(asked, due):
    assert answer_due_on(asked) == due


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [([], False), (["missed", "held"], False), (["missed", "held", "missed"], True), (["moved", "moved"], False)],
)
def test_two_missed_meetings_suggest_ending(outcomes, expected):
    assert suggests_ending(outcomes) is expected


@pytest.mark.parametrize(
    ("met_on", "outcome", "fields"),
    [
        (date(2026, 11, 16), "held", []),
        (date(2026, 11, 17), "held", []),
        (date(2026, 11, 17), "planned", []),
        (date(2026, 11, 18), "planned", []),
        (date(2026, 11, 18), "held", ["outcome"]),
        (date(2026, 11, 18), "missed", ["outcome"]),
        (date(2026, 11, 18), "moved", []),
        (date(2026, 11, 16), "planned", ["outcome"]),
        (date(2026, 10, 31), "held", ["met_on"]),
        (date(2027, 5, 1), "planned", ["met_on"]),
    ],
)
def test_meeting_lies_in_the_contract_and_says_what_its_day_allows(met_on, outcome, fields):
    contract = SimpleNamespace(from_on=date(2026, 11, 1), until_on=date(2027, 4, 30))

    assert [each.field for each in meeting_faults(contract, met_on=met_on, outcome=outcome, on=TODAY)] == fields


def test_meeting_without_days_in_the_contract_lies_in_it():
    contract = SimpleNamespace(from_on=None, until_on=None)

    assert list(meeting_faults(contract, met_on=TODAY, outcome="held", on=TODAY)) == []


@pytest.mark.parametrize(
    ("outcomes", "agreed", "fits"),
    [(["held"] * 6, 6, True), (["held"] * 7, 6, False), (["held"] * 6 + ["moved"], 6, True), (["held"], None, True)],
)
def test_meetings_fit_the_sessions_agreed(outcomes, agreed, fits):
    assert is_within_sessions(outcomes, agreed=agreed) is fits
