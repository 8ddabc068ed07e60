"""Who sees what of a case: the table itself, in the words of the workflow."""

import pytest

from panels.choices.cases import CaseState
from panels.choices.panels import Names
from panels.rules.visibility import JUDGING_PARTS, PANEL_PARTS, PHASES, TABLE, As, Phase, Sight, phase_of, seen_by, sees

NAMED = Names.NAMED.value
BEFORE_COMPARED = [state for state, phase in PHASES.items() if phase in (Phase.PREPARED, Phase.HANDED_IN, Phase.JUDGED)]
BEFORE_TOLD = [state for state, phase in PHASES.items() if phase != Phase.TOLD]
OUTSIDE = [As.CANDIDATE, As.MANAGER, As.HR]


def test_every_state_is_in_a_phase_and_every_part_in_the_table():
    assert set(PHASES) == set(CaseState)
    assert set(TABLE) == set(As)


@pytest.mark.parametrize("part", list(As))
@pytest.mark.parametrize("state", BEFORE_COMPARED)
def test_reviews_before_all_have_judged_are_seen_by_nobody(part, state):
    assert not sees(part, Sight.REVIEWS, state=state, names=NAMED)


@pytest.mark.parametrize("part", OUTSIDE)
@pytest.mark.parametrize("state", list(CaseState))
@pytest.mark.parametrize("thing", [Sight.REVIEWS, Sight.DISCUSSION, Sight.REASONS, Sight.TIES, Sight.ASSIGNMENTS])
def test_what_the_panel_keeps_to_itself_is_never_seen_outside_it(part, state, thing):
    assert not sees(part, thing, state=state, names=NAMED)


@pytest.mark.parametrize("part", OUTSIDE)
@pytest.mark.parametrize("state", BEFORE_TOLD)
@pytest.mark.parametrize("thing", [Sight.DECISION, Sight.LETTER, Sight.PLAN])
def test_a_decision_is_not_seen_outside_the_panel_before_it_is_told(part, state, thing):
    assert not sees(part, thing, state=state, names=NAMED)


@pytest.mark.parametrize("part", [As.MANAGER, As.HR])
@pytest.mark.parametrize("state", BEFORE_TOLD)
def test_a_post_is_not_seen_by_manager_or_human_resources_as_such_before_it_is_told(part, state):
    assert not sees(part, Sight.APPOINTMENT, state=state, names=NAMED)


def test_candidate_knows_of_an_interview_while_a_post_waits_for_it_and_always_of_her_appeal():
    shown = {state for state in CaseState if sees(As.CANDIDATE, Sight.APPOINTMENT, state=state, names=NAMED)}
    assert shown == {CaseState.ACCEPTED, CaseState.IN_REVIEW, CaseState.RELEASED}
    assert all(sees(As.CANDIDATE, Sight.APPEAL, state=state, names=NAMED) for state in CaseState)


def test_once_told_the_candidate_reads_decision_letter_and_plan():
    seen = seen_by([As.CANDIDATE], state=CaseState.RELEASED, names=NAMED, is_away=False)
    assert seen == {
        Sight.CASE,
        Sight.NAME,
        Sight.STANDING,
        Sight.PORTFOLIO,
        Sight.CHECKS,
        Sight.DECISION,
        Sight.LETTER,
        Sight.PLAN,
        Sight.APPEAL,
        Sight.APPOINTMENT,
    }


@pytest.mark.parametrize("state", list(CaseState))
@pytest.mark.parametrize("part", sorted(PANEL_PARTS))
def test_who_is_out_of_a_case_sees_nothing_of_it_in_any_part_on_the_panel(part, state):
    assert seen_by([part], state=state, names=NAMED, is_away=True) == frozenset()


def test_a_manager_on_the_panel_keeps_what_a_manager_sees():
    parts = [As.MANAGER, As.CHAIR, As.REVIEWER]
    seen = seen_by(parts, state=CaseState.IN_REVIEW, names=NAMED, is_away=True)
    assert seen == {Sight.CASE, Sight.NAME, Sight.STANDING}


@pytest.mark.parametrize("part", sorted(JUDGING_PARTS))
@pytest.mark.parametrize(
    ("names", "phase", "open_to_panel"),
    [
        (Names.NAMED, Phase.JUDGED, True),
        (Names.BLIND, Phase.JUDGED, False),
        (Names.BLIND, Phase.COMPARED, False),
        (Names.BLIND, Phase.MET, True),
        (Names.BLIND, Phase.DECIDED, True),
        (Names.THROUGHOUT, Phase.MET, False),
        (Names.THROUGHOUT, Phase.DECIDED, False),
        (Names.THROUGHOUT, Phase.TOLD, True),
    ],
)
def test_names_are_open_to_who_judges_when_the_policy_says(part, names, phase, open_to_panel):
    states = [state for state in CaseState if phase_of(state) is phase]
    in_sight = Sight.CASE in TABLE[part].get(phase, frozenset())
    for state in states:
        assert sees(part, Sight.NAME, state=state, names=names) is (open_to_panel and in_sight)


def test_a_review_is_read_only_with_the_case_itself():
    for part, phases in TABLE.items():
        for phase, seen in phases.items():
            assert Sight.CASE in seen, (part, phase)


def test_nobody_without_a_part_sees_anything():
    assert seen_by([], state=CaseState.RELEASED, names=NAMED, is_away=False) == frozenset()
