"""Which ways a leaver event has, for whom."""

import pytest

from academy.engines.access.permissions import allows
from academy.engines.workflow.moves import available
from academy.engines.workflow.soundness import faults
from academy.people.choices import RoleCode
from academy.people.choices.leaving import LeavingState
from academy.people.models import Leaving, QualifyingSupport
from academy.people.workflow import LEAVING
from tests.factories.identity import OrganisationFactory
from tests.factories.leaving import LeavingFactory, QualifyingSupportFactory
from tests.factories.people import NOW, as_actor, holder_of, staff_of

OPEN = {
    "herself": {"entered": ["decline"]},
    "manager": {},
    "hr": {
        "entered": ["interview", "decline", "take_back"],
        "declined": ["interview", "take_back"],
        "interviewed": ["take_back"],
    },
    "lead": {"entered": ["take_back"], "declined": ["take_back"], "interviewed": ["take_back"]},
}


@pytest.fixture
def people(db):
    council = OrganisationFactory()
    found = {"manager": staff_of(council), "hr": holder_of(RoleCode.HR, council)}
    found["lead"] = holder_of(RoleCode.ACADEMY_LEAD, council)
    found["herself"] = staff_of(council, line_manager=found["manager"])
    return council, found


def test_workflow_of_leaving_is_sound():
    assert faults(LEAVING) == []


@pytest.mark.parametrize("who", OPEN)
def test_transitions_of_a_leaver_event(people, who):
    council, persons = people
    leaving = LeavingFactory(person=persons["herself"], organisation=council)
    held = {"interviewed_by": persons["hr"], "interviewed_on": NOW.date()}
    found = {}
    for state in LeavingState.values:
        Leaving.objects.filter(pk=leaving.pk).update(state=state, **held)
        leaving.refresh_from_db()
        choices = available(LEAVING, leaving, as_actor(persons[who]))
        found[state] = [each.transition.name for each in choices if each.is_open]

    assert found == {state: OPEN[who].get(state, []) for state in LeavingState.values}


def test_leaver_event_seen_one_by_one_is_the_one_seen_in_lists(people):
    council, persons = people
    leaving = LeavingFactory(person=persons["herself"], organisation=council)
    actors = {who: as_actor(person) for who, person in persons.items()}
    listed = {who for who, by in actors.items() if Leaving.objects.visible_to(by).filter(pk=leaving.pk).exists()}

    assert listed == {who for who, by in actors.items() if allows("people.leaving.see", by, leaving)}
    assert listed == {"herself", "hr"}


def test_support_to_qualify_seen_one_by_one_is_the_one_seen_in_lists(people):
    council, persons = people
    support = QualifyingSupportFactory(person=persons["herself"], organisation=council)
    persons["colleague"], persons["stranger"] = staff_of(council), holder_of(RoleCode.HR, OrganisationFactory())
    actors = {who: as_actor(person) for who, person in persons.items()}
    listed = {
        who for who, by in actors.items() if QualifyingSupport.objects.visible_to(by).filter(pk=support.pk).exists()
    }

    assert listed == {who for who, by in actors.items() if allows("people.qualifying.see", by, support)}
    assert listed == {"herself", "manager", "hr", "lead"}
