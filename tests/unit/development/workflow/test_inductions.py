"""Which ways are open in which state, to each of those an induction or a session concerns."""

from datetime import timedelta

import pytest

from academy.development.workflow.inductions import INDUCTION
from academy.development.workflow.peer_sessions import PEER_SESSION
from academy.development.workflow.supervisions import SUPERVISION
from academy.engines.workflow.moves import available
from academy.people.choices import RoleCode
from tests.factories.inductions import induction_of
from tests.factories.people import NOW, as_actor, holder_of
from tests.factories.supervisions import PeerSessionFactory, agreement_between, session_of

INDUCTIONS = {
    "author": {"open": ["sign"], "signing": ["change"]},
    "manager": {
        "open": ["sign_as_manager", "end"],
        "signing": ["sign_last_as_manager", "change", "end"],
    },
    "colleague": {},
    "lead": {"open": ["end"], "signing": ["end"]},
}
SESSIONS = {
    "author": {"planned": ["hold", "miss"], "missed": ["hold"], "held": ["lock"]},
    "manager": {"planned": ["hold", "miss"], "missed": ["hold"], "held": ["lock_as_supervisor"]},
    "colleague": {},
    "lead": {},
}


@pytest.fixture
def actors(council):
    people = {name: getattr(council, name) for name in ("author", "manager", "colleague")}
    people["lead"] = holder_of(RoleCode.ACADEMY_LEAD, council.organisation)
    return {name: as_actor(person) for name, person in people.items()}


def open_to(workflow, thing, by, *, facts=None):
    return [choice.transition.name for choice in available(workflow, thing, by, facts=facts) if choice.is_open]


@pytest.mark.parametrize("state", ["open", "signing", "signed", "ended"])
def test_transitions_of_an_induction_she_has_signed_first(council, actors, state):
    induction = induction_of(council.author, state)

    assert {who: open_to(INDUCTION, induction, actors[who], facts=0) for who in INDUCTIONS} == {
        who: states.get(state, []) for who, states in INDUCTIONS.items()
    }


def test_induction_the_manager_has_signed_waits_for_her(council, actors):
    signed = {"own_signed_at": None, "manager_signed_at": NOW, "manager_signed_by": council.manager}
    induction = induction_of(council.author, "signing", **signed)

    assert open_to(INDUCTION, induction, actors["author"], facts=0) == ["sign_last", "change"]
    assert open_to(INDUCTION, induction, actors["manager"], facts=0) == ["change", "end"]


def test_unsettled_induction_is_signed_by_nobody(council, actors):
    induction = induction_of(council.author)
    choices = {
        each.transition.name: each.decision.reason
        for each in available(INDUCTION, induction, actors["author"], facts=1)
    }

    assert open_to(INDUCTION, induction, actors["manager"], facts=1) == ["end"]
    assert choices["sign"] == (
        "1 thing is not settled yet: each is ticked by both of you, or accepted as learnt before."
    )


@pytest.mark.parametrize("state", ["planned", "held", "missed", "signed"])
def test_transitions_of_a_session_the_other_has_signed(council, actors, state):
    agreement = agreement_between(council.author, council.manager)
    signed = {"own_signed_at": NOW, "supervisor_signed_at": NOW} if state == "held" else {}
    session = session_of(agreement, state, **signed)

    assert {who: open_to(SUPERVISION, session, actors[who]) for who in SESSIONS} == {
        who: states.get(state, []) for who, states in SESSIONS.items()
    }


def test_session_nobody_has_signed_is_not_locked(council, actors):
    session = session_of(agreement_between(council.author, council.manager), "held")

    assert [open_to(SUPERVISION, session, actors[who]) for who in ("author", "manager")] == [[], []]


@pytest.mark.parametrize("state", ["planned", "held", "cancelled"])
def test_transitions_of_a_peer_session(council, actors, state):
    session = PeerSessionFactory(
        organisation=council.organisation, leader=council.colleague, state=state, cancelled_because="Ill weather."
    )
    ways = ["hold", "cancel"] if state == "planned" else []

    assert {who: open_to(PEER_SESSION, session, by) for who, by in actors.items()} == {
        "author": [],
        "manager": [],
        "colleague": ways,
        "lead": ways,
    }


def test_workflows_name_whose_record_it_is_and_where(council):
    induction = induction_of(council.author, due_on=NOW.date() + timedelta(days=1))
    session = session_of(agreement_between(council.author, council.manager))

    assert {
        (workflow.person_of(thing), workflow.organisation_of(thing))
        for workflow, thing in ((INDUCTION, induction), (SUPERVISION, session))
    } == {(council.author.pk, council.organisation.pk)}
