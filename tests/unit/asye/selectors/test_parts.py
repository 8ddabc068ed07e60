"""Which parts somebody has in one year and in many: the same answer, for many in one query."""

from dataclasses import replace

import pytest

from asye.choices.enrolments import Role
from asye.models import Enrolment
from asye.selectors.parts import roles_in, roles_of
from tests.factories.asye import PartFactory, year_of
from tests.factories.people import DeputyFactory, staff_of

EVERYBODY = ("nqsw", "assessor", "manager", "practice_assessor", "coordinator", "colleague")


def test_parts_in_many_years_are_those_in_each(world, django_assert_num_queries):
    DeputyFactory(person=world.manager, deputy=world.colleague, organisation=world.organisation)
    other = year_of(staff_of(world.organisation), world.organisation, roles={Role.MANAGER: world.manager})
    PartFactory(person=world.assessor, role=Role.MANAGER)
    years = list(Enrolment.objects.order_by("pk"))

    found = {}
    for name in EVERYBODY:
        actor = world.acting(name)
        with django_assert_num_queries(1):
            found[name] = roles_in(years, actor)
        assert found[name] == {year.pk: set(roles_of(actor, year)) for year in years}

    assert {name: held[world.year.pk] for name, held in found.items()} == {
        "nqsw": {"nqsw"},
        "assessor": {"assessor"},
        "manager": {"manager"},
        "practice_assessor": {"practice_assessor"},
        "coordinator": {"coordinator"},
        "colleague": {"manager"},
    }
    assert found["manager"][other.pk] == {"manager"}


@pytest.mark.parametrize("name", ["assessor", "nqsw"])
def test_without_the_second_factor_only_her_own_part_is_hers(world, name):
    actor = replace(world.acting(name), lacks_second_factor=True)
    hers = {"nqsw": {"nqsw"}, "assessor": set()}[name]
    assert roles_in([world.year], actor) == {world.year.pk: hers}
