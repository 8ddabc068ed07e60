from datetime import date

import pytest

from academy.development.rules.goals import (
    GoalWords,
    breaks_agreement,
    changed_names,
    closing_reason,
    goal_faults,
    goals_sentence,
    is_overdue,
    tidied,
)

TODAY, DUE = date(2026, 11, 17), date(2027, 3, 31)
WORDS = GoalWords(title="Write better court reports", why="For Mrs L.", how="With Helen.", due_on=DUE)


def changed(**said):
    kept = {name: getattr(WORDS, name) for name in ("title", "why", "how", "due_on", "source", "statement_ids")}
    return GoalWords(**{**kept, **said})


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({}, None),
        ({"title": "  "}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"why": "x" * 5_001}, "why"),
        ({"how": "x" * 5_001}, "how"),
        ({"source": "stars"}, "source"),
        ({"due_on": None}, "due_on"),
        ({"due_on": date(2026, 11, 16)}, "due_on"),
        ({"due_on": TODAY}, None),
        ({"due_on": date(2032, 1, 1)}, "due_on"),
        ({"due_on": date(2031, 12, 31)}, None),
    ],
)
def test_goal_that_cannot_be_has_a_fault_at_its_field(said, field):
    assert [fault.field for fault in goal_faults(changed(**said), on=TODAY)] == ([field] if field else [])


def test_day_gone_by_may_stay_where_it_was_set():
    past = date(2026, 9, 30)
    assert goal_faults(changed(due_on=past), on=TODAY, known_due_on=past) == []


@pytest.mark.parametrize(
    ("words", "is_reached", "reason"),
    [
        ("", True, ""),
        ("It came about.", False, ""),
        ("", False, "Write in a few words why you do not go on with it. It stays with the goal."),
        ("x" * 501, True, "Use at most 500 characters."),
    ],
)
def test_closing_words_are_asked_for_where_a_goal_is_dropped(words, is_reached, reason):
    assert closing_reason(words, is_reached=is_reached) == reason


@pytest.mark.parametrize(
    ("said", "breaks", "names"),
    [
        ({}, False, ()),
        ({"title": "Other"}, True, ("title",)),
        ({"why": "Other"}, True, ("why",)),
        ({"how": "Other"}, True, ("how",)),
        ({"due_on": TODAY}, True, ("due_on",)),
        ({"source": "career"}, False, ("source",)),
        ({"statement_ids": frozenset({4})}, False, ("statements",)),
    ],
)
def test_change_of_what_was_agreed_is_agreed_again(said, breaks, names):
    assert (breaks_agreement(WORDS, changed(**said)), changed_names(WORDS, changed(**said))) == (breaks, names)


def test_texts_are_tidied():
    found = tidied(changed(title="  Write   reports ", why=" one\r\ntwo "))
    assert (found.title, found.why, found.due_on) == ("Write reports", "one\ntwo", DUE)


@pytest.mark.parametrize(
    ("due", "words"),
    [
        ([], "No open goal."),
        ([DUE], "1 open goal."),
        ([DUE, DUE], "2 open goals."),
        ([date(2026, 11, 16), DUE], "2 open goals, 1 past the day."),
    ],
)
def test_goals_are_counted_in_a_sentence(due, words):
    assert goals_sentence(due, on=TODAY) == words


@pytest.mark.parametrize(
    ("due", "is_open", "late"),
    [(TODAY, True, False), (date(2026, 11, 16), True, True), (date(2026, 11, 16), False, False)],
)
def test_open_goal_is_overdue_the_day_after(due, is_open, late):
    assert is_overdue(due, is_open=is_open, on=TODAY) is late
