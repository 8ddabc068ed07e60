"""Who hands a part over: who had it, and nobody for her."""

import pytest

from academy.engines.access.permissions import allows
from academy.people.choices import RoleCode
from asye.choices.enrolments import Role
from asye.models import Part
from tests.factories.people import as_actor, holder_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", RoleCode.values)
def test_no_role_hands_a_part_over_for_somebody(world, role):
    part = Part.objects.get(enrolment=world.year, role=Role.ASSESSOR)
    assert not allows("asye.part.hand_over", as_actor(holder_of(role, world.organisation)), part)


@pytest.mark.parametrize("name", ["nqsw", "assessor", "manager", "practice_assessor", "coordinator", "colleague"])
def test_who_had_the_part_hands_it_over(world, name):
    part = Part.objects.get(enrolment=world.year, role=Role.ASSESSOR)
    assert allows("asye.part.hand_over", world.acting(name), part) is (name == "assessor")
