from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from panels.choices.outcomes import ActionState
from panels.rules.themes import (
    Comment,
    PlannedAction,
    ThemeCount,
    YearPlan,
    action_faults,
    can_close,
    can_drop,
    comment_faults,
    counted,
    plan_lines,
    year_plan,
)

TODAY = date(2026, 12, 1)
TITLES = {"reflection": "Depth of reflection", "feedback": "Feedback from people", "dates": "Missing dates"}
TRAIN = PlannedAction(words="A workshop for assessors.", owner="Helen", due_on=date(2026, 11, 30), theme="reflection")
CARD = PlannedAction(words="A new card", owner="Ruth", due_on=TODAY, theme="feedback")
CLOSED = replace(
    TRAIN,
    state=ActionState.CLOSED,
    ended_on=date(2026, 10, 5),
    ended_words="Held twice, with 14 assessors.",
)
DROPPED = replace(CARD, theme="", state=ActionState.DROPPED, ended_words="The partnership makes one.")


def test_comments_are_counted_by_theme_with_the_widest_first():
    comments = [
        Comment("reflection", 1, is_strength=True),
        Comment("reflection", 1, is_from_outside=True),
        Comment("feedback", 1),
        Comment("feedback", 2),
    ]

    found = counted(comments, TITLES)

    assert found == (
        ThemeCount("feedback", "Feedback from people", comments=2, cases=2, strengths=0, from_outside=0),
        ThemeCount("reflection", "Depth of reflection", comments=2, cases=1, strengths=1, from_outside=1),
        ThemeCount("dates", "Missing dates", comments=0, cases=0, strengths=0, from_outside=0),
    )
    assert [each.to_learn for each in found] == [2, 1, 0]


@given(
    some.lists(
        some.builds(Comment, some.sampled_from(sorted(TITLES)), some.integers(1, 5), some.booleans(), some.booleans())
    )
)
def test_no_comment_is_lost_in_counting(comments):
    found = counted(comments, TITLES)

    assert sum(each.comments for each in found) == len(comments)
    assert all(max(each.cases, each.from_outside, each.strengths) <= each.comments for each in found)
    assert [each.cases for each in found] == sorted((each.cases for each in found), reverse=True)


@pytest.mark.parametrize(
    ("action", "says"),
    [
        (CARD, "A new card (Ruth): open until 1 December 2026."),
        (TRAIN, "A workshop for assessors (Helen): open until 30 November 2026, late."),
        (CLOSED, "A workshop for assessors (Helen): closed on 5 October 2026. Held twice, with 14 assessors."),
        (replace(CARD, owner=""), "A new card: open until 1 December 2026."),
        (replace(CARD, progress="Drawn."), "A new card (Ruth): open until 1 December 2026. Drawn."),
        (DROPPED, "A new card (Ruth): dropped. The partnership makes one."),
    ],
)
def test_action_is_said_with_how_it_stands(action, says):
    assert action.says(TODAY) == says


def test_year_has_what_was_closed_then_the_late_then_the_open_then_the_dropped():
    later = replace(CARD, due_on=date(2026, 12, 24))

    plan = year_plan([DROPPED, later, CARD, TRAIN, CLOSED], on=TODAY)

    assert plan == YearPlan(closed=(CLOSED,), still_open=(TRAIN, CARD, later), dropped=(DROPPED,))
    assert plan.says == "1 of 5 actions closed, 3 open, 1 dropped."


@pytest.mark.parametrize(
    ("actions", "says"),
    [([], "No actions were planned."), ([CLOSED], "1 of 1 action closed, 0 open, 0 dropped.")],
)
def test_year_without_actions_or_with_one_is_said_plainly(actions, says):
    assert year_plan(actions, on=TODAY).says == says


def test_report_tells_actions_under_their_themes_and_then_the_others():
    titles = {"reflection": "Depth of reflection", "dates": "Missing dates"}

    assert plan_lines(year_plan([CARD, CLOSED, DROPPED], on=TODAY), titles, on=TODAY) == (
        f"Depth of reflection: {CLOSED.says(TODAY)}",
        "A new card (Ruth): open until 1 December 2026.",
        "A new card (Ruth): dropped. The partnership makes one.",
        "1 of 3 actions closed, 1 open, 1 dropped.",
    )


@pytest.mark.parametrize(
    ("theme", "words", "found"),
    [
        ("dates", "Two reviews have no date.", []),
        ("hats", " ", [("theme", "Choose a theme from the list."), ("words", "Write what was found.")]),
        ("dates", "x" * 501, [("words", "Use at most 500 characters.")]),
    ],
)
def test_comment_has_a_theme_and_words(theme, words, found):
    assert [(each.field, each.says) for each in comment_faults(theme=theme, words=words, themes=TITLES)] == found


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, []),
        ({"words": ""}, [("words", "Write what is to be done.")]),
        ({"has_owner": False}, [("owner", "Say who sees to it.")]),
        ({"due_on": None}, [("due_on", "Give 1 December 2026 or a later day.")]),
        ({"due_on": date(2026, 11, 30)}, [("due_on", "Give 1 December 2026 or a later day.")]),
    ],
)
def test_action_has_words_an_owner_and_a_coming_day(change, found):
    action = {"words": "A workshop", "has_owner": True, "due_on": TODAY, "on": TODAY, **change}
    assert [(each.field, each.says) for each in action_faults(**action)] == found


@pytest.mark.parametrize("state", ActionState)
def test_only_an_open_action_ends(state):
    is_open = state == ActionState.OPEN

    assert can_close(state, words="Held twice.").allowed == is_open
    assert can_drop(state, reason="No longer needed.").allowed == is_open


def test_action_ends_with_words():
    assert can_close(ActionState.OPEN, words=" ").reason == "Write what came of it. The next report tells it."
    assert can_drop(ActionState.OPEN, reason="").reason == "Write why it is dropped. The next report tells it."
