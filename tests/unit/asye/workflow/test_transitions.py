"""Every transition of the ASYE in every state, to whom it is open: those with a part, colleagues, the academy."""

import pytest

from academy.engines.workflow.moves import available
from academy.people.choices import RoleCode
from asye.workflow import AGREEMENT, CHANGE, CLAIM, CONCERN, ENROLMENT, REVIEW, SIGNAL
from tests.factories import asye as made
from tests.factories.people import as_actor, holder_of

WORKFLOWS = {
    "enrolment": ENROLMENT,
    "agreement": AGREEMENT,
    "review": REVIEW,
    "change": CHANGE,
    "concern": CONCERN,
    "signal": SIGNAL,
    "claim": CLAIM,
}
ROLES = {
    "lead": RoleCode.ACADEMY_LEAD,
    "psw": RoleCode.PRINCIPAL_SOCIAL_WORKER,
    "moderator": RoleCode.MODERATOR,
}
PEOPLE = ("nqsw", "assessor", "manager", "practice_assessor", "coordinator", "colleague", *ROLES)
OPENED: dict[str, dict[str, dict[str, list[str]]]] = {
    "enrolment": {
        "nqsw": {"agreement_due": ["begin"], "active": ["pause"], "paused": ["resume"]},
        "assessor": {"agreement_due": ["begin"], "active": ["pause", "recommend"], "paused": ["resume"]},
        "manager": {"agreement_due": ["begin"], "active": ["pause"], "paused": ["resume"]},
        "practice_assessor": {"agreement_due": ["begin"], "active": ["pause"], "paused": ["resume"]},
        "coordinator": {
            "deferred": ["take_up", "withdraw"],
            "agreement_due": ["defer", "begin", "release", "withdraw"],
            "active": ["pause", "release", "withdraw"],
            "paused": ["resume", "release", "withdraw"],
            "released": ["withdraw"],
        },
        "lead": {
            "deferred": ["take_up", "withdraw"],
            "agreement_due": ["defer", "release", "withdraw"],
            "active": ["pause", "release", "withdraw"],
            "paused": ["resume", "release", "withdraw"],
            "released": ["withdraw"],
        },
        "psw": {"moderated": ["decide"]},
        "moderator": {"recommended": ["query", "moderate"]},
    },
    "agreement": {
        "nqsw": {"signing": ["complete"], "signed": ["replace"]},
        "assessor": {"draft": ["send"], "signing": ["reopen", "complete"], "signed": ["replace"]},
        "manager": {"signing": ["complete"], "signed": ["replace"]},
        "practice_assessor": {"draft": ["send"], "signing": ["reopen", "complete"], "signed": ["replace"]},
        "coordinator": {"draft": ["send"], "signing": ["reopen", "complete"], "signed": ["replace"]},
    },
    "review": {
        "nqsw": {"signing": ["reopen", "lock"]},
        "assessor": {
            "scheduled": ["hold", "waive"],
            "writing": ["send"],
            "signing": ["reopen", "lock"],
            "waived": ["hold_after_all"],
        },
        "manager": {
            "scheduled": ["hold", "waive"],
            "writing": ["send"],
            "signing": ["reopen", "lock"],
            "waived": ["hold_after_all"],
        },
        "practice_assessor": {
            "scheduled": ["hold", "waive"],
            "writing": ["send"],
            "signing": ["reopen", "lock"],
            "waived": ["hold_after_all"],
        },
        "coordinator": {
            "scheduled": ["hold", "waive"],
            "writing": ["send"],
            "signing": ["reopen", "lock"],
            "waived": ["hold_after_all"],
        },
    },
    "change": {
        "nqsw": {"proposed": ["agree", "refuse", "withdraw"]},
        "assessor": {"proposed": ["agree", "refuse"]},
        "manager": {"proposed": ["agree", "refuse"]},
        "practice_assessor": {"proposed": ["agree", "refuse"]},
        "coordinator": {"proposed": ["agree", "refuse", "withdraw"]},
        "lead": {"proposed": ["withdraw"]},
    },
    "concern": {
        "assessor": {"open": ["close"]},
        "manager": {"open": ["close"]},
        "practice_assessor": {"open": ["close"]},
        "coordinator": {"open": ["close"]},
    },
    "signal": {"coordinator": {"open": ["answer"]}, "lead": {"open": ["answer"]}},
    "claim": {
        "coordinator": {"due": ["claim"], "claimed": ["pay", "refuse"]},
        "lead": {"due": ["claim"], "claimed": ["pay", "refuse"]},
    },
}


def thing_of(world, name):
    """The year, or a thing of it."""
    if name == "enrolment":
        return world.year
    if name == "review":
        return made.ReviewFactory(milestone=made.MilestoneFactory(enrolment=world.year))
    factories = {
        "agreement": made.AgreementFactory,
        "change": made.ChangeFactory,
        "concern": made.ConcernFactory,
        "signal": made.SignalFactory,
        "claim": made.GrantClaimFactory,
    }
    return factories[name](enrolment=world.year)


@pytest.mark.parametrize("who", PEOPLE)
def test_transitions_open_in_each_state(world, who):
    actor = as_actor(holder_of(ROLES[who], world.organisation)) if who in ROLES else world.acting(who)
    for name, workflow in WORKFLOWS.items():
        thing = thing_of(world, name)
        found = {}
        for state in workflow.choices.values:
            thing.state = state
            found[state] = [each.transition.name for each in available(workflow, thing, actor) if each.is_open]
        assert {state: names for state, names in found.items() if names} == OPENED[name].get(who, {}), name


@pytest.mark.parametrize("name", WORKFLOWS)
def test_workflow_names_whose_it_is(world, name):
    workflow, thing = WORKFLOWS[name], thing_of(world, name)

    assert (workflow.person_of(thing), workflow.organisation_of(thing)) == (world.nqsw.pk, world.organisation.pk)
