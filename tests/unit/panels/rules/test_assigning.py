"""Who speaks for what, and when a case is given back or goes to somebody else."""

from dataclasses import replace

import pytest

from academy.engines.workflow.decisions import ALLOWED, refused
from panels.choices.judging import AssignmentState
from panels.rules.assigning import Replacing, Reviewer, Wanted, can_decline, can_replace, lacking_services

ADULTS, CHILDREN = frozenset({"adults"}), frozenset({"children"})
REPLACING = Replacing(
    state=AssignmentState.ACCEPTED, to_id=5, reviewers={2, 3}, may_judge=ALLOWED, reason="She is on leave."
)
OVER = "This is over: it was handed in, declined or taken off. There is nothing to give away."


@pytest.mark.parametrize(
    ("members", "lacking"),
    [
        ([], 2),
        ([frozenset()], 2),
        ([ADULTS], 1),
        ([ADULTS, ADULTS], 1),
        ([ADULTS | CHILDREN], 1),
        ([ADULTS | CHILDREN, frozenset()], 1),
        ([ADULTS | CHILDREN, ADULTS], 0),
        ([ADULTS, CHILDREN, CHILDREN], 0),
    ],
)
def test_mix_takes_one_of_each_service_by_another_person_each(members, lacking):
    assert lacking_services(members) == lacking


@pytest.mark.parametrize(("sort", "services"), [("practitioner", ADULTS), ("guest", frozenset())])
def test_guest_speaks_for_no_service_of_the_council(sort, services):
    assert Reviewer(person_id=1, sort=sort, services=ADULTS | {"housing"}).speaks_for == services


@pytest.mark.parametrize(
    ("pathway", "service", "is_known"),
    [("amhp", "children", True), ("bia", "adults", False), ("", "adults", True), ("", "children", False)],
)
def test_case_is_known_by_its_pathway_or_else_by_its_service(pathway, service, is_known):
    knows = Reviewer(person_id=1, sort="practitioner", services=ADULTS, expertise=frozenset({"amhp"}))

    assert Wanted(case_id=1, reviewers=2, service=service, pathway=pathway).is_known_to(knows) is is_known


@pytest.mark.parametrize(
    ("reviewers", "already", "needs_mix", "places", "is_mixed"),
    [(2, {1}, True, 1, True), (1, {1}, True, 0, False), (2, {1, 2, 3}, False, 0, False), (3, set(), True, 3, True)],
)
def test_places_are_what_those_who_have_it_leave(reviewers, already, needs_mix, places, is_mixed):
    case = Wanted(case_id=1, reviewers=reviewers, already=frozenset(already), needs_mix=needs_mix)

    assert (case.open_places, case.is_mixed) == (places, is_mixed)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, ""),
        ({"state": AssignmentState.ASKED}, ""),
        ({"is_hers": False}, "Only who was asked declines. Take the case off her instead."),
        ({"state": AssignmentState.DONE}, OVER),
        ({"state": AssignmentState.DECLINED}, OVER),
        ({"state": AssignmentState.TAKEN_OFF}, OVER),
        ({"reason": ""}, "Say why you decline. Who chairs the panel reads it."),
        ({"reason": "x" * 501}, "Use at most 500 characters."),
    ],
)
def test_case_is_declined_by_who_was_asked_with_a_reason(change, reason):
    asked = {"state": AssignmentState.ACCEPTED, "is_hers": True, "reason": "I am on leave until May."} | change

    assert can_decline(**asked).reason == reason


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, ""),
        ({"to_id": 3}, "She has this case already. Choose somebody else."),
        ({"state": AssignmentState.DONE}, OVER),
        ({"may_judge": refused("She is out of this case.")}, "She is out of this case."),
        ({"reason": " "}, "Say why it goes to somebody else. Both of them read it."),
    ],
)
def test_case_goes_to_somebody_else_who_may_judge_it_with_a_reason(change, reason):
    assert can_replace(replace(REPLACING, **change)).reason == reason
