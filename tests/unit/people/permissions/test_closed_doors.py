"""Who is given what without a thing: role by role, so that no other role slips in."""

import pytest

from academy.engines.access.permissions import allows
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from academy.people.models import MonitoringAnswer, StaffNumber
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.monitoring import MonitoringAnswerFactory, StaffNumberFactory
from tests.factories.people import as_actor, holder_of, staff_of

GIVEN = {
    "people.second_job.list": {"hr"},
    "people.leaving.list": {"hr"},
    "people.leaving.count": {"hr", "academy_lead", "academy_staff"},
    "people.qualifying.keep": {"hr", "academy_lead", "academy_staff"},
    "people.monitoring.count": {"hr", "academy_lead"},
    "people.feed.take_in": {"hr"},
    "people.grade.change": {"hr", "academy_lead"},
    "people.vacancy.keep": {"hr", "academy_lead"},
    "people.vacancy.see": {"hr", "academy_lead"},
    "people.vacancy.turn": {"hr", "academy_lead"},
}


@pytest.mark.django_db
def test_each_door_is_open_to_its_roles_and_no_other():
    council = OrganisationFactory()
    actors = {role: as_actor(holder_of(role, council)) for role in RoleCode.values}

    assert {code: {role for role, by in actors.items() if allows(code, by)} for code in GIVEN} == GIVEN


@pytest.mark.django_db
def test_monitoring_is_answered_by_anybody_for_herself_and_read_by_herself_only():
    council = OrganisationFactory()
    her, hr, outside = staff_of(council), holder_of(RoleCode.HR, council), PersonFactory()
    answer = MonitoringAnswerFactory(person=her)
    actors = [as_actor(each) for each in (her, hr, outside)]

    portal = Actor.system("tests", on=TODAY)

    assert [allows("people.monitoring.answer", by) for by in (*actors, portal)] == [True, True, True, False]
    assert MonitoringAnswer.objects.visible_to(portal).count() == 0
    assert [allows("people.monitoring.see", by, answer) for by in actors] == [True, False, False]
    assert [MonitoringAnswer.objects.visible_to(by).count() for by in actors] == [1, 0, 0]


@pytest.mark.django_db
def test_staff_number_is_known_to_herself_and_hr_only():
    council = OrganisationFactory()
    her = staff_of(council)
    number = StaffNumberFactory(person=her, organisation=council)
    people = [her, *(holder_of(role, council) for role in ("hr", "academy_lead", "auditor"))]
    actors = [as_actor(each) for each in people]

    assert [allows("people.staff_number.see", by, number) for by in actors] == [True, True, False, False]
    assert [StaffNumber.objects.visible_to(by).count() for by in actors] == [1, 1, 0, 0]
