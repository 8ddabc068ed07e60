"""Every transition in every state, to whom it is open: herself, her manager, a colleague, the portal."""

import pytest

from academy.engines.workflow.moves import available
from academy.identity.actor import Actor
from pathways.workflow import AGREEMENT, CHOICE, JOURNEY
from tests.factories import pathways as made
from tests.factories.identity import TODAY
from tests.factories.people import as_actor

JOURNEYS = {"author": {"open": ["leave"]}, "portal": {"open": ["reach"]}}
CHOICES = {"author": {"asked": ["take_back"]}, "manager": {"asked": ["agree", "decline"], "agreed": ["change"]}}
AGREEMENTS = {"author": {"asked": ["take_back"]}, "manager": {"asked": ["agree", "decline"]}}

CASES = [
    (workflow, who, state, opened.get(who, {}).get(state, []))
    for workflow, opened in ((JOURNEY, JOURNEYS), (CHOICE, CHOICES), (AGREEMENT, AGREEMENTS))
    for who in ("author", "manager", "colleague", "portal")
    for state in workflow.choices.values
]


def thing_of(council, workflow, state):
    whose = {"person": council.author, "organisation": council.organisation}
    if workflow is AGREEMENT:
        return made.agreement_in(state, **whose)
    if workflow is JOURNEY:
        return made.journey_in(state, ladder=council.ladder, **whose)
    return made.choice_in(state, journey=made.journey_in("open", ladder=council.ladder, **whose))


def actor_called(who, council):
    if who == "portal":
        return Actor.system("pathways", on=TODAY)
    return {"author": council.by, "manager": council.managing}.get(who) or as_actor(council.colleague)


@pytest.mark.parametrize(("workflow", "who", "state", "names"), CASES)
def test_transitions_open_in_a_state(council, workflow, who, state, names):
    thing = thing_of(council, workflow, state)
    open_now = [each for each in available(workflow, thing, actor_called(who, council)) if each.is_open]

    assert [each.transition.name for each in open_now] == names


@pytest.mark.parametrize("workflow", [JOURNEY, CHOICE, AGREEMENT])
def test_workflow_names_whose_way_it_is(council, workflow):
    thing = thing_of(council, workflow, workflow.initial)

    assert (workflow.person_of(thing), workflow.organisation_of(thing)) == (council.author.pk, council.organisation.pk)
