from datetime import date

import pytest

from academy.identity.actor import Actor, HeldRole
from academy.people.rules import places as rules
from academy.people.rules.spans import Span
from tests.factories.identity import TODAY


@pytest.mark.parametrize(
    ("decision", "sentence"),
    [
        (rules.can_be_called("North", is_taken=False), ""),
        (rules.can_be_called("", is_taken=False), "Write the name."),
        (rules.can_be_called("North", is_taken=True), "There is a place called North here already. Give another name."),
        (rules.is_going_on(ended=False), ""),
        (rules.is_going_on(ended=True), "This has ended. Add a new one instead."),
        (rules.is_empty(people=0, roles=0), ""),
        (rules.is_empty(people=1, roles=1), "1 person is in this team after that day. Move everybody first."),
        (rules.is_empty(people=3, roles=0), "3 people are in this team after that day. Move everybody first."),
        (rules.is_empty(people=0, roles=1), "1 role holds for this team after that day. End them first."),
        (rules.is_empty(people=0, roles=2), "2 roles hold for this team after that day. End them first."),
        (rules.is_without_teams(0), ""),
        (rules.is_without_teams(1), "1 team goes on in this service. End its teams first."),
        (rules.is_without_teams(2), "2 teams go on in this service. End its teams first."),
    ],
)
def test_place_is_changed_or_the_refusal_says_what_to_do(decision, sentence):
    assert (decision.allowed, decision.reason) == (not sentence, sentence)


@pytest.mark.parametrize(
    ("roles", "allowed"),
    [
        ((HeldRole("hr", 1),), True),
        ((HeldRole("hr", 1, service_id=5),), False),
        ((HeldRole("hr", 2),), False),
        ((HeldRole("coach", 1),), False),
    ],
    ids=["whole", "one service", "elsewhere", "no keeper"],
)
def test_whole_organisation_is_kept_by_a_role_for_all_of_it(roles, allowed):
    actor = Actor(kind="user", on=TODAY, label="Colin", roles=roles)

    assert rules.keeps_all(actor, 1).allowed is allowed


def test_portal_itself_keeps_every_organisation():
    assert rules.keeps_all(Actor.system("reference", on=TODAY), 1).allowed is True


MOVED = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("facts", "day", "sentence"),
    [
        ({}, MOVED, ""),
        ({"is_there": True}, MOVED, "The team is part of this service already. Choose another."),
        ({}, date(2015, 4, 2), ""),
        ({}, date(2015, 4, 1), "The team began on 1 April 2015. Give a later day."),
    ],
)
def test_team_moves_to_another_service_after_it_began(facts, day, sentence):
    decision = rules.can_move(Span(date(2015, 4, 1)), day, **{"is_there": False, "is_here": True} | facts)

    assert (decision.allowed, decision.reason) == (not sentence, sentence)


def test_team_does_not_move_to_another_organisation():
    decision = rules.can_move(Span(date(2015, 4, 1)), MOVED, is_there=False, is_here=False)

    assert decision.reason.startswith("A team stays in its organisation: who changes employer ends a post here")
