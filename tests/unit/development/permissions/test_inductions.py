"""Who may do what with inductions, supervision and peer sessions: each permission against each standing."""

import pytest

from academy.development.models import Induction, PeerSession, Supervision, SupervisionAgreement
from academy.engines.access.permissions import allows
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.inductions import induction_of
from tests.factories.people import DeputyFactory, as_actor, holder_of, member_of, staff_of
from tests.factories.supervisions import PeerSessionFactory, agreement_between, session_of

pytestmark = pytest.mark.django_db
WHO = (
    "herself",
    "manager",
    "deputy",
    "supervisor",
    "colleague",
    "lead",
    "staff",
    "hr",
    "auditor",
    "administrator",
    "stranger_lead",
    "member",
    "portal",
)
PEOPLE = set(WHO) - {"portal"}
HOUSE = PEOPLE - {"stranger_lead"}
BOTH = {"herself", "manager", "deputy"}
MANAGERS = {"manager", "deputy"}
ACADEMY = {"lead", "staff"}
MAY = {
    ("development.induction.list", "nothing"): PEOPLE,
    ("development.induction.see", "induction"): BOTH | ACADEMY,
    ("development.induction.begin", "nothing"): MANAGERS | ACADEMY | {"stranger_lead"},
    ("development.induction.begin_for", "induction"): MANAGERS | ACADEMY | {"portal"},
    ("development.induction.tick", "induction"): {"herself"},
    ("development.induction.confirm", "induction"): MANAGERS,
    ("development.induction.judge", "induction"): MANAGERS | ACADEMY,
    ("development.induction.change", "induction"): BOTH,
    ("development.induction.sign", "induction"): {"herself"},
    ("development.induction.sign_as_manager", "induction"): MANAGERS,
    ("development.induction.end", "induction"): MANAGERS | ACADEMY,
    ("development.induction.overview", "nothing"): ACADEMY | {"stranger_lead"},
    ("development.supervision.list", "nothing"): PEOPLE,
    ("development.supervision.arrange", "nothing"): PEOPLE,
    ("development.agreement.see", "agreement"): BOTH | {"supervisor"},
    ("development.agreement.agree", "agreement"): {"herself"},
    ("development.agreement.end", "agreement"): {"herself", "supervisor"},
    ("development.supervision.see", "session"): {"herself", "supervisor"},
    ("development.supervision.keep", "session"): {"herself", "supervisor"},
    ("development.supervision.note_own", "session"): {"herself"},
    ("development.supervision.note", "session"): {"supervisor"},
    ("development.supervision.overview", "nothing"): ACADEMY | {"stranger_lead"},
    ("development.peer_session.plan", "nothing"): PEOPLE - {"member"},
    ("development.peer_session.see", "peer"): HOUSE - {"member"},
    ("development.peer_session.keep", "peer"): {"colleague"} | ACADEMY,
}
FOUND = {
    "induction": (Induction, "development.induction.see"),
    "agreement": (SupervisionAgreement, "development.agreement.see"),
    "session": (Supervision, "development.supervision.see"),
    "peer": (PeerSession, "development.peer_session.see"),
}


@pytest.fixture
def world():
    council = OrganisationFactory()
    manager, deputy, supervisor, colleague = (staff_of(council) for _ in range(4))
    DeputyFactory(person=manager, deputy=deputy, organisation=council)
    her = staff_of(council, line_manager=manager)
    people = {
        "herself": her,
        "manager": manager,
        "deputy": deputy,
        "supervisor": supervisor,
        "colleague": colleague,
        "lead": holder_of(RoleCode.ACADEMY_LEAD, council),
        "staff": holder_of(RoleCode.ACADEMY_STAFF, council),
        "hr": holder_of(RoleCode.HR, council),
        "auditor": holder_of(RoleCode.AUDITOR, council),
        "administrator": holder_of(RoleCode.ADMINISTRATOR, council),
        "stranger_lead": holder_of(RoleCode.ACADEMY_LEAD, OrganisationFactory()),
        "member": member_of(council),
    }
    actors = {name: as_actor(person) for name, person in people.items()}
    agreement = agreement_between(her, supervisor)
    things = {
        "nothing": None,
        "induction": induction_of(her),
        "agreement": agreement,
        "session": session_of(agreement),
        "peer": PeerSessionFactory(organisation=council, leader=colleague),
    }
    return {**actors, "portal": Actor.system("inductions", on=TODAY)}, things


def test_permissions_are_given_to_those_they_are_for_and_nobody_else(world):
    actors, things = world
    given = {(code, thing): {who for who in WHO if allows(code, actors[who], things[thing])} for code, thing in MAY}

    assert given == MAY


def test_what_is_found_is_what_may_be_seen(world):
    actors, things = world
    found = {
        (thing, who): model.objects.visible_to(actors[who]).filter(pk=things[thing].pk).exists()
        for thing, (model, _) in FOUND.items()
        for who in WHO
    }

    assert found == {
        (thing, who): allows(code, actors[who], things[thing]) for thing, (_, code) in FOUND.items() for who in WHO
    }
