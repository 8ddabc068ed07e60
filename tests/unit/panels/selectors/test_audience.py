"""Who runs a case: clerks of the panel, else of the organisation, else its academy leads."""

import pytest

from academy.people.choices import RoleCode
from academy.people.models import RoleHolding
from panels.choices.cases import CaseKind
from panels.choices.panels import MemberSort, Seat
from panels.models import Member
from panels.selectors.audience import clerks_of, leads_of, seated
from tests.factories.identity import TODAY
from tests.factories.panels import MemberFactory, case_in, seat_of
from tests.factories.people import holder_of

pytestmark = pytest.mark.django_db


def test_clerk_of_the_panel_goes_before_clerks_of_the_organisation_and_leads():
    case = case_in("received")
    lead = holder_of(RoleCode.ACADEMY_LEAD, case.organisation)
    clerk = holder_of(RoleCode.PANEL_CLERK, case.organisation)
    assert clerks_of(case, on=TODAY) == [seat_of(case.panel, Seat.CLERK)]
    Member.objects.filter(seat=Seat.CLERK).delete()
    assert clerks_of(case, on=TODAY) == [clerk]
    RoleHolding.objects.filter(person=clerk).delete()
    assert clerks_of(case, on=TODAY) == leads_of(case, on=TODAY) == [lead]


def test_guests_and_seats_that_ended_are_left_out():
    case = case_in("received")
    MemberFactory(panel=case.panel, seat=Seat.CHAIR, sort=MemberSort.GUEST)
    ended = MemberFactory(panel=case.panel, seat=Seat.CHAIR)
    Member.objects.filter(pk=ended.pk).update(until_on=ended.from_on)
    assert seated(case, Seat.CHAIR, on=TODAY) == [seat_of(case.panel)]


def test_case_without_a_panel_has_nobody_seated():
    case = case_in("received", kind=CaseKind.APPOINTMENT)
    assert seated(case, Seat.CHAIR, Seat.CLERK, on=TODAY) == []
