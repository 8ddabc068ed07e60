"""Who may do what with completions and feedback: each permission against each standing."""

import pytest

from academy.engines.access.permissions import allows
from academy.people.choices import RoleCode
from tests.factories.completions import CompletionFactory, attended_by
from tests.factories.identity import OrganisationFactory
from tests.factories.people import as_actor, holder_of, member_of, staff_of
from tests.factories.training import CourseFactory

pytestmark = pytest.mark.django_db
WHO = ("herself", "manager", "colleague", "lead", "staff", "hr", "auditor", "stranger_lead", "member")
MAY = {
    "training.record.own": set(WHO),
    "training.record.see": {"herself", "manager", "lead", "staff"},
    "training.completion.note": {"lead", "staff"},
    "training.completion.withdraw": {"lead", "staff"},
    "training.completion.import": {"lead", "staff", "stranger_lead"},
    "training.feedback.give": {"herself"},
    "training.feedback.see": {"lead", "staff"},
}


@pytest.fixture
def world():
    council = OrganisationFactory()
    manager = staff_of(council)
    her = staff_of(council, line_manager=manager)
    people = {
        "herself": her,
        "manager": manager,
        "colleague": staff_of(council),
        "lead": holder_of(RoleCode.ACADEMY_LEAD, council),
        "staff": holder_of(RoleCode.ACADEMY_STAFF, council),
        "hr": holder_of(RoleCode.HR, council),
        "auditor": holder_of(RoleCode.AUDITOR, council),
        "stranger_lead": holder_of(RoleCode.ACADEMY_LEAD, OrganisationFactory()),
        "member": member_of(council),
    }
    booking = attended_by(her, course=CourseFactory(organisation=council))
    things = {
        "training.record.own": None,
        "training.record.see": her,
        "training.completion.note": her,
        "training.completion.withdraw": CompletionFactory(person=her, organisation=council),
        "training.completion.import": None,
        "training.feedback.give": booking,
        "training.feedback.see": booking.event,
    }
    return {name: as_actor(person) for name, person in people.items()}, things


@pytest.mark.parametrize("code", MAY)
def test_permission_is_given_to_those_it_is_for_and_nobody_else(world, code):
    actors, things = world

    assert {who for who in WHO if allows(code, actors[who], things[code])} == MAY[code]
