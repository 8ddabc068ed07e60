"""Who puts a year to a sitting that moderates, and who gives back what was decided: each permission, yes and no."""

import pytest

from academy.engines.access.permissions import allows
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from panels.choices.panels import Seat
from tests.factories.asye import PartFactory
from tests.factories.identity import OrganisationFactory
from tests.factories.panel_moderation import moderating
from tests.factories.panels import DecisionFactory, case_in, seat_of
from tests.factories.people import TODAY, as_actor, holder_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    return moderating()


@pytest.fixture
def people(here):
    return {
        "chair": seat_of(here.panel),
        "clerk": seat_of(here.panel, Seat.CLERK),
        "member": seat_of(here.panel, Seat.MEMBER),
        "clerk of all panels": holder_of(RoleCode.PANEL_CLERK, here.organisation),
        "coordinator": here.coordinator,
        "lead": here.lead,
        "lead elsewhere": holder_of(RoleCode.ACADEMY_LEAD, OrganisationFactory()),
    }


def who(people, code, thing):
    return {name for name, person in people.items() if allows(code, as_actor(person), thing)}


def test_clerks_the_coordinator_and_the_lead_put_a_year_to_a_sitting(here, people):
    held = {"clerk", "clerk of all panels", "coordinator", "lead"}
    assert who(people, "panels.moderation.begin", here.meeting) == held
    # Without a thing it is asked of the organisation one acts in.
    assert who(people, "panels.moderation.begin", None) == {*held, "lead elsewhere"}
    assert not allows("panels.moderation.begin", Actor.system("panels", on=TODAY), here.meeting)


def test_who_leads_or_chairs_the_case_gives_it_back_unless_she_had_a_part_in_the_year(here, people):
    case = case_in("decided", kind="moderation", panel=here.panel)
    year = case.recommendation.enrolment
    assert who(people, "panels.moderation.give_back", year) == set()
    DecisionFactory(case=case, outcome="confirmed")
    assert who(people, "panels.moderation.give_back", year) == {"chair", "coordinator", "lead"}
    assert who(people, "panels.moderation.give_back", case) == set()
    for role, name in (("supervisor", "chair"), ("manager", "lead")):
        PartFactory(enrolment=year, role=role, person=people[name])
    assert who(people, "panels.moderation.give_back", year) == {"coordinator"}
