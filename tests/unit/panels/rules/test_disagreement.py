"""What asks for another look at a case, in sentences; nothing is averaged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panels.choices.cases import CaseState
from panels.choices.judging import AssignmentState, Standing
from panels.rules.disagreement import (
    Drawn,
    Judged,
    can_ask_to_look,
    can_hand_in_look,
    can_look,
    fired,
    is_settled,
    look_faults,
)
from panels.rules.parts_of_policy import Criterion, Level, Triggers

LEVELS = (
    Level(code="thin", title="Thin", describes="…", standing=Standing.NOT_MET),
    Level(code="close", title="Close", describes="…", standing=Standing.BORDERLINE),
    Level(code="secure", title="Secure", describes="…", standing=Standing.MET),
    Level(code="leading", title="Leading", describes="…", standing=Standing.MET),
)
VALUES = Criterion(code="values", title="Values", asks="…", levels=LEVELS)
JUDGEMENT = Criterion(code="judgement", title="Judgement", asks="…", levels=LEVELS)
CRITERIA = (VALUES, JUDGEMENT)
OFF = Triggers(spread=0, not_met=False, borderline=False, random_percent=0, first_time=False)
NOT_DRAWN = Drawn(case_id=7, seed="september")


def judged(values="secure", judgement="secure", view="progress"):
    return Judged(view=view, levels={"values": values, "judgement": judgement})


def said(reviews, drawn=NOT_DRAWN, criteria=CRITERIA, **on):
    triggers = Triggers(**(vars(OFF) | on))
    return [(each.trigger.value, each.says) for each in fired(reviews, criteria, triggers=triggers, drawn=drawn)]


@pytest.mark.parametrize(
    ("reviews", "spread", "says"),
    [
        ([judged("secure"), judged("leading")], 2, []),
        ([judged("secure"), judged("leading")], 1, ["1 level apart, from “Secure” to “Leading”."]),
        ([judged("close"), judged("secure"), judged("leading")], 2, ["2 levels apart, from “Close” to “Leading”."]),
        ([judged("thin"), judged("leading")], 3, ["3 levels apart, from “Thin” to “Leading”."]),
        ([judged("thin"), judged("leading")], 4, []),
        ([judged("thin"), judged("leading")], 0, []),
        ([judged("thin")], 1, []),
        ([judged("thin"), judged("")], 1, []),
        ([], 1, []),
    ],
)
def test_reviewers_are_apart_by_levels_of_one_criterion(reviews, spread, says):
    assert said(reviews, spread=spread) == [("spread", f"Values: the reviewers are {each}") for each in says]


def test_levels_that_differ_up_on_one_and_down_on_another_do_not_cancel_out():
    reviews = [judged("leading", "close"), judged("close", "leading")]

    assert said(reviews, spread=2) == [
        ("spread", "Values: the reviewers are 2 levels apart, from “Close” to “Leading”."),
        ("spread", "Judgement: the reviewers are 2 levels apart, from “Close” to “Leading”."),
    ]


def test_views_of_the_whole_that_are_apart_are_told_after_the_criteria():
    reviews = [judged("thin", view="not_yet"), judged("secure")]

    assert said(reviews, spread=2) == [
        ("spread", "Values: the reviewers are 2 levels apart, from “Thin” to “Secure”."),
        ("spread", "The whole: the reviewers are 2 levels apart, from “Not yet” to “Ready”."),
    ]


def test_views_of_an_asye_are_compared_without_criteria():
    reviews = [Judged(view="confirm", levels={}), Judged(view="disagree", levels={})]

    assert said(reviews, criteria=(), spread=2, not_met=True, borderline=True) == [
        ("spread", "The whole: the reviewers are 2 levels apart, from “Not supported” to “Confirm it”."),
        ("not_met", "The whole: 1 of 2 reviewers finds it not met."),
    ]


def test_question_to_the_assessor_is_borderline():
    assert said([Judged(view="query", levels={})], criteria=(), not_met=True, borderline=True) == [
        ("borderline", "The whole: the reviewer finds it borderline.")
    ]


def test_every_criterion_somebody_finds_not_met_or_borderline_is_named_with_how_many():
    reviews = [judged("thin", "close", "not_yet"), judged("thin", "secure", "condition"), judged("secure", "secure")]

    assert said(reviews, not_met=True) == [
        ("not_met", "Values: 2 of 3 reviewers find it not met."),
        ("not_met", "The whole: 1 of 3 reviewers finds it not met."),
    ]
    assert said(reviews, borderline=True) == [
        ("borderline", "Judgement: 1 of 3 reviewers finds it borderline."),
        ("borderline", "The whole: 1 of 3 reviewers finds it borderline."),
    ]


def test_case_is_drawn_at_random_the_same_way_every_time():
    drawn = [case for case in range(1, 301) if said([judged()], Drawn(case_id=case, seed="june"), random_percent=10)]

    assert drawn == [
        case for case in range(1, 301) if said([judged()], Drawn(case_id=case, seed="june"), random_percent=10)
    ]
    assert 15 < len(drawn) < 45
    assert said([judged()], Drawn(case_id=drawn[0], seed="june"), random_percent=10) == [
        ("random", "Drawn at random, as about 10 of 100 cases are.")
    ]


@pytest.mark.parametrize(
    ("first_time", "is_on", "number"), [(True, True, 1), (True, False, 0), (False, True, 0), (False, False, 0)]
)
def test_first_time_asks_for_another_look_where_the_policy_says_so(first_time, is_on, number):
    drawn = Drawn(case_id=7, seed="september", is_first_time=first_time)

    assert (
        said([judged()], drawn, first_time=is_on)
        == [("first_time", "Somebody assessed or reviewed for the first time.")] * number
    )


@given(
    st.lists(
        st.builds(
            judged,
            st.sampled_from([each.code for each in LEVELS]),
            st.sampled_from([each.code for each in LEVELS]),
            st.sampled_from(["progress", "condition", "not_yet"]),
        ),
        max_size=4,
    ),
    st.integers(0, 4),
)
def test_order_of_the_reviews_changes_nothing_and_everybody_agreeing_is_never_apart(reviews, spread):
    on = {"spread": spread, "not_met": True, "borderline": True}

    assert said(reviews, **on) == said(reviews[::-1], **on)
    assert [each for each in said(reviews[:1] * 3, **on) if each[0] == "spread"] == []


def test_case_is_settled_when_each_trigger_was_looked_at():
    found = fired(
        [judged("thin"), judged()], CRITERIA, triggers=Triggers(random_percent=0, borderline=False), drawn=NOT_DRAWN
    )

    assert {each.trigger.value for each in found} == {"spread", "not_met"}
    assert [is_settled(found, looked) for looked in ([], ["spread"], ["not_met", "spread"])] == [False, False, True]
    assert is_settled((), []) is True


@pytest.mark.parametrize(
    ("person_id", "reason"),
    [
        (5, ""),
        (1, "Something connects her with the candidate. Choose somebody else to look again."),
        (4, "Something connects her with the candidate. Choose somebody else to look again."),
        (2, "She reviewed this case. Choose somebody who did not, so that it is another look."),
    ],
)
def test_who_looks_again_neither_reviewed_nor_is_tied(person_id, reason):
    assert can_look(person_id, candidate_id=1, reviewers={2, 3}, not_judging={4}).reason == reason


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({}, []),
        ({"view": "agree", "reason": ""}, []),
        ({"view": "agree"}, []),
        ({"view": "vary", "reason": ""}, ["reason"]),
        ({"view": "disagree", "reason": ""}, ["reason"]),
        ({"reason": "mood"}, ["reason"]),
        ({"view": "maybe"}, ["view"]),
        ({"words": " "}, ["words"]),
        ({"words": "x" * 6001}, ["words"]),
        ({"view": "", "reason": "", "words": ""}, ["view", "words"]),
    ],
)
def test_what_another_look_lacks_is_said_beside_its_question(change, fields):
    asked = {"view": "vary", "reason": "evidence_thin", "words": "One observation carries it."} | change

    assert [each.field for each in look_faults(**asked)] == fields


@pytest.mark.parametrize(
    ("case", "is_looked_at", "reason"),
    [
        ("reviews_in", False, ""),
        ("looked_again", False, ""),
        (
            "looked_again",
            True,
            "Somebody is looking at this case already. Wait for her, or take it off her first.",
        ),
        ("in_review", False, "Reviews are looked at again once all are in, and before the case is on the agenda."),
        ("on_agenda", False, "Reviews are looked at again once all are in, and before the case is on the agenda."),
    ],
)
def test_look_is_asked_for_while_reviews_are_compared_and_one_at_a_time(case, is_looked_at, reason):
    decision = can_ask_to_look(case=CaseState(case), is_looked_at=is_looked_at)
    assert (decision.allowed, decision.reason) == (reason == "", reason)


@pytest.mark.parametrize(
    ("case", "assignment", "reason"),
    [
        ("looked_again", "asked", ""),
        ("looked_again", "accepted", ""),
        ("looked_again", "done", "You have handed this in. It stays as it is."),
        (
            "looked_again",
            "declined",
            "This case is not looked at again now. Your words are kept; ask the chair how it goes on.",
        ),
        (
            "reviews_in",
            "accepted",
            "This case is not looked at again now. Your words are kept; ask the chair how it goes on.",
        ),
    ],
)
def test_look_is_handed_in_only_while_it_is_hers_and_waited_for(case, assignment, reason):
    decision = can_hand_in_look(case=CaseState(case), assignment=AssignmentState(assignment))
    assert (decision.allowed, decision.reason) == (reason == "", reason)
