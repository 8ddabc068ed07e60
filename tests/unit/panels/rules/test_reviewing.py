"""What a review lacks is said beside its question; opened again only by the chair, before the decision."""

from dataclasses import replace

import pytest

from asye.choices import ending
from panels.choices.cases import CaseState
from panels.choices.judging import AssignmentState, Standing
from panels.rules.parts_of_policy import Criterion, Level
from panels.rules.reviewing import (
    Moderated,
    OpeningAgain,
    Written,
    are_all_in,
    can_hand_in,
    can_open_again,
    faults,
    moderation_faults,
)

LEVELS = (
    Level(code="thin", title="Thin", describes="…", standing=Standing.NOT_MET),
    Level(code="secure", title="Secure", describes="…", standing=Standing.MET),
)
CRITERIA = (
    Criterion(code="values", title="Values", asks="…", levels=LEVELS),
    Criterion(code="judgement", title="Judgement", asks="…", levels=LEVELS),
)
WHOLE = Written(
    levels={"values": "secure", "judgement": "thin"},
    reasons={"values": "Three observations show it.", "judgement": "One decision only."},
    overall="condition",
    words="Strong with people; decisions are to come.",
)
CHECKS = ("agreement", "review-3")
CONFIRMED = Moderated(
    checks={"agreement": True, "review-3": False},
    tests=dict.fromkeys(ending.Test.values, True),
    view="confirm",
    words="The evidence carries it.",
)
OPENING = OpeningAgain(
    is_chair=True, assignment=AssignmentState.DONE, case=CaseState.REVIEWS_IN, reason="A page was missing."
)


def told(found):
    return [(each.field, each.says) for each in found]


def test_whole_review_lacks_nothing():
    assert faults(WHOLE, CRITERIA) == ()


def test_empty_review_lacks_everything_in_the_order_of_the_page():
    assert told(faults(Written(), CRITERIA)) == [
        ("level_values", "Choose a level for “Values”."),
        ("reason_values", "Say why it is this level of “Values”."),
        ("level_judgement", "Choose a level for “Judgement”."),
        ("reason_judgement", "Say why it is this level of “Judgement”."),
        ("overall", "Give your view of the whole. It is no sum."),
        ("words", "Say what your view of the whole rests on."),
    ]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (
            {"levels": {"values": "secure", "judgement": "superb"}},
            [("level_judgement", "Choose a level for “Judgement”.")],
        ),
        (
            {"reasons": {"values": " ", "judgement": "Once."}},
            [("reason_values", "Say why it is this level of “Values”.")],
        ),
        (
            {"reasons": {"values": "x" * 6001, "judgement": "Once."}},
            [("reason_values", "Use at most 6,000 characters.")],
        ),
        (
            {"levels": {**WHOLE.levels, "humour": "secure"}},
            [("overall", "A criterion is not among those of this case. Open the page again.")],
        ),
        (
            {"reasons": {**WHOLE.reasons, "humour": "Good."}},
            [("overall", "A criterion is not among those of this case. Open the page again.")],
        ),
        ({"overall": "confirm"}, [("overall", "Give your view of the whole. It is no sum.")]),
        ({"words": "\n"}, [("words", "Say what your view of the whole rests on.")]),
        ({"words": "x" * 6001}, [("words", "Use at most 6,000 characters.")]),
        ({"flags": "x" * 6001}, [("flags", "Use at most 6,000 characters.")]),
        ({"flags": "A name can be read on page 4."}, []),
    ],
)
def test_what_a_review_lacks_is_said_beside_its_question(change, found):
    assert told(faults(replace(WHOLE, **change), CRITERIA)) == found


@pytest.mark.parametrize("overall", ["progress", "condition", "not_yet"])
def test_no_view_of_the_whole_follows_from_the_levels(overall):
    assert faults(replace(WHOLE, overall=overall), CRITERIA) == ()


def test_whole_review_of_an_asye_lacks_nothing():
    assert moderation_faults(CONFIRMED, CHECKS) == ()


def test_empty_review_of_an_asye_lacks_every_answer():
    assert told(moderation_faults(Moderated(), CHECKS)) == [
        ("check_agreement", "Say yes or no to this check."),
        ("check_review-3", "Say yes or no to this check."),
        *[(f"test_{code}", "Say yes or no to this test.") for code in ending.Test.values],
        ("overall", "Say whether to confirm it, to ask the assessor, or that it is not supported."),
        ("words", "Say what your view rests on."),
    ]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"view": "query"}, [("to_assessor", "Write the questions. The assessor reads them.")]),
        ({"view": "disagree"}, [("to_assessor", "Say why it is not supported. The assessor reads it.")]),
        ({"view": "query", "to_assessor": "Which observation shows it?"}, []),
        (
            {"view": "progress"},
            [("overall", "Say whether to confirm it, to ask the assessor, or that it is not supported.")],
        ),
        ({"checks": {"agreement": True}}, [("check_review-3", "Say yes or no to this check.")]),
        (
            {"checks": {**CONFIRMED.checks, "weather": True}},
            [("overall", "One of the answers is not asked for this year. Open the page again.")],
        ),
        (
            {"tests": {**CONFIRMED.tests, "kind": True}},
            [("overall", "One of the answers is not asked for this year. Open the page again.")],
        ),
        ({"to_assessor": "x" * 6001}, [("to_assessor", "Use at most 6,000 characters.")]),
        ({"to_candidate": "x" * 6001}, [("to_candidate", "Use at most 6,000 characters.")]),
        ({"flags": "x" * 6001}, [("flags", "Use at most 6,000 characters.")]),
    ],
)
def test_what_a_review_of_an_asye_lacks_is_said_beside_its_question(change, found):
    assert told(moderation_faults(replace(CONFIRMED, **change), CHECKS)) == found


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, ""),
        ({"is_chair": False}, "Only who chairs the panel opens a review again. Tell her what is to be changed."),
        ({"assignment": AssignmentState.ACCEPTED}, "This review is not handed in. There is nothing to open again."),
        ({"reason": " "}, "Say why it is opened again. The reviewer reads it."),
        ({"reason": "x" * 501}, "Use at most 500 characters."),
    ],
)
def test_review_is_opened_again_by_the_chair_with_a_reason(change, reason):
    assert can_open_again(replace(OPENING, **change)).reason == reason


def test_review_is_opened_again_only_while_the_panel_has_the_case_and_has_not_decided():
    assert {state.value for state in CaseState if can_open_again(replace(OPENING, case=state)).allowed} == {
        "accepted",
        "in_review",
        "reviews_in",
        "looked_again",
        "on_agenda",
    }


@pytest.mark.parametrize(
    ("case", "assignment", "reason"),
    [
        ("in_review", "asked", ""),
        ("in_review", "accepted", ""),
        (
            "in_review",
            "done",
            "You have handed this in. If something is to be changed, ask the chair to open it again.",
        ),
        ("in_review", "taken_off", "This case is not yours to review any more. Go back to your panels to see what is."),
        ("in_review", "declined", "This case is not yours to review any more. Go back to your panels to see what is."),
        (
            "reviews_in",
            "accepted",
            "The case is not being reviewed now. Your words are kept; ask the chair how it goes on.",
        ),
    ],
)
def test_review_is_handed_in_only_while_the_case_is_reviewed_and_it_is_hers(case, assignment, reason):
    decision = can_hand_in(case=CaseState(case), assignment=AssignmentState(assignment))
    assert (decision.allowed, decision.reason) == (reason == "", reason)


@pytest.mark.parametrize(
    ("states", "are_in"),
    [(["done", "done"], True), (["done", "done", "done"], True), (["done"], False), (["done", "accepted"], False)],
)
def test_reviews_are_in_once_all_of_enough_have_handed_in(states, are_in):
    assert are_all_in(states, needed=2) is are_in
