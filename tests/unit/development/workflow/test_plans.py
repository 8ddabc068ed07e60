import pytest

from academy.development.workflow.plans import APPRAISAL, GOAL
from academy.engines.workflow.moves import available
from tests.factories.people import DeputyFactory, as_actor, staff_of
from tests.factories.plans import appraisal_in, goal_in

GOAL_CASES = [
    *((who, "open", ["reach", "drop"] if who == "author" else []) for who in ("author", "manager", "colleague")),
    *((who, state, []) for state in ("reached", "dropped") for who in ("author", "manager")),
]
APPRAISAL_CASES = [
    ("open", "", "author", ["sign", "cancel"]),
    ("open", "", "manager", ["sign_as_manager", "cancel"]),
    ("open", "", "deputy", ["sign_as_manager", "cancel"]),
    ("open", "", "colleague", []),
    ("signing", "person", "author", ["open_again", "cancel"]),
    ("signing", "person", "manager", ["sign_last_as_manager", "open_again", "cancel"]),
    ("signing", "manager", "author", ["sign_last", "open_again", "cancel"]),
    ("signing", "manager", "deputy", ["open_again", "cancel"]),
    ("signing", "person", "colleague", []),
    ("signed", "", "author", []),
    ("signed", "", "manager", []),
    ("cancelled", "", "author", []),
    ("cancelled", "", "manager", []),
]


def actor_named(council, who):
    if who != "deputy":
        return as_actor(getattr(council, who))
    deputy = staff_of(council.organisation)
    DeputyFactory(person=council.manager, deputy=deputy, organisation=council.organisation)
    return as_actor(deputy)


def open_to(workflow, thing, actor):
    return [choice.transition.name for choice in available(workflow, thing, actor) if choice.is_open]


@pytest.mark.parametrize(("who", "state", "names"), GOAL_CASES)
def test_transitions_of_a_goal_open_to_herself_and_nobody_else(council, who, state, names):
    goal = goal_in(state, person=council.author, organisation=council.organisation)
    assert open_to(GOAL, goal, actor_named(council, who)) == names


@pytest.mark.parametrize(("state", "signed_by", "who", "names"), APPRAISAL_CASES)
def test_transitions_of_an_appraisal_open_to_each(council, state, signed_by, who, names):
    appraisal = appraisal_in(
        state,
        signed_by=signed_by,
        person=council.author,
        manager=council.manager,
        organisation=council.organisation,
    )
    assert open_to(APPRAISAL, appraisal, actor_named(council, who)) == names


@pytest.mark.parametrize(
    ("signed_by", "who", "reason"),
    [
        ("person", "author", "You have signed already. It is your manager's turn."),
        ("manager", "manager", "It is signed for the manager already. It is the other one's turn."),
    ],
)
def test_who_signed_is_told_whose_turn_it_is(council, signed_by, who, reason):
    said = {"person": council.author, "manager": council.manager, "organisation": council.organisation}
    appraisal = appraisal_in("signing", signed_by=signed_by, **said)
    name = "sign_last" if who == "author" else "sign_last_as_manager"
    choices = {each.transition.name: each for each in available(APPRAISAL, appraisal, actor_named(council, who))}
    assert choices[name].decision.reason == reason


def test_workflows_name_whose_it_is(council):
    said = {"person": council.author, "organisation": council.organisation}
    goal, appraisal = goal_in("open", **said), appraisal_in("open", **said)
    ids = (council.author.pk, council.organisation.pk)
    assert (GOAL.person_of(goal), GOAL.organisation_of(goal)) == ids
    assert (APPRAISAL.person_of(appraisal), APPRAISAL.organisation_of(appraisal)) == ids
