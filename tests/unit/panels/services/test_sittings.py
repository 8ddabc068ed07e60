"""A panel takes up a sitting under the policy in force; time and place are said until it opens."""

from datetime import date, datetime, time

import pytest

from academy.development.rules.renewals import LONDON
from academy.engines.audit.commands import Refused
from academy.people.choices import RoleCode
from panels.choices.panels import MeetingState, Seat
from panels.models import Meeting
from panels.services.panels import NOT_YOURS
from panels.services.sittings import set_place, take_up
from tests.factories.identity import OrganisationFactory
from tests.factories.panels import SITS_ON, PanelPolicyFactory, panel_of, seat_of
from tests.factories.pathways import SittingFactory
from tests.factories.people import NOW, as_actor, holder_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def panel():
    return panel_of(OrganisationFactory(), members=1)


@pytest.fixture
def lead(panel):
    return as_actor(holder_of(RoleCode.ACADEMY_LEAD, panel.organisation))


@pytest.fixture
def sitting(panel):
    days = {"on": SITS_ON, "submit_by": SITS_ON, "endorse_by": SITS_ON}
    return SittingFactory(organisation=panel.organisation, purpose="progression", **days)


def test_sitting_is_taken_up_under_the_policy_of_the_day(panel, lead, sitting):
    PanelPolicyFactory(valid_from=date(2026, 11, 18))
    policy = PanelPolicyFactory(valid_from=date(2026, 1, 1))
    made = take_up(sitting=sitting, panel=panel, begins=time(9, 30), place=" Room 4 ", by=lead, at=NOW)
    assert (made.policy, made.state, made.place) == (policy, MeetingState.GATHERING, "Room 4")
    assert made.starts_at == datetime.combine(SITS_ON, time(9, 30), tzinfo=LONDON)
    with pytest.raises(Refused, match="taken up this sitting already"):
        take_up(sitting=sitting, panel=panel, by=lead, at=NOW)


def test_without_rules_in_force_no_sitting_is_taken_up(panel, lead, sitting):
    with pytest.raises(Refused, match="No rules for such a panel are in force"):
        take_up(sitting=sitting, panel=panel, by=lead, at=NOW)


def test_only_the_lead_takes_up_and_only_sittings_of_her_organisation(panel, lead, sitting):
    PanelPolicyFactory()
    elsewhere = SittingFactory(purpose="progression")
    for each, by in ((sitting, as_actor(seat_of(panel))), (elsewhere, lead)):
        with pytest.raises(Refused) as refused:
            take_up(sitting=each, panel=panel, by=by, at=NOW)
        assert refused.value.reason == NOT_YOURS
    assert Meeting.objects.count() == 0


def test_chair_clerk_and_lead_say_when_and_where_until_it_opens(panel, lead, sitting):
    PanelPolicyFactory()
    meeting = take_up(sitting=sitting, panel=panel, by=lead, at=NOW)
    assert (meeting.starts_at, meeting.place) == (None, "")
    for person in (seat_of(panel), seat_of(panel, Seat.CLERK)):
        done = set_place(meeting=meeting, begins=time(13), place="Hall", by=as_actor(person), at=NOW)
        assert (done.starts_at, done.place) == (datetime.combine(SITS_ON, time(13), tzinfo=LONDON), "Hall")
    assert set_place(meeting=meeting, begins=None, place="", by=lead, at=NOW).starts_at is None
    with pytest.raises(Refused, match="Only the chair, the clerk or the academy lead"):
        set_place(meeting=meeting, begins=None, place="", by=as_actor(seat_of(panel, Seat.MEMBER)), at=NOW)
    with pytest.raises(Refused) as refused:
        set_place(meeting=meeting, begins=None, place="x" * 201, by=lead, at=NOW)
    assert refused.value.field == "place"
    Meeting.objects.update(state=MeetingState.OPEN, opened_at=NOW)
    with pytest.raises(Refused, match="It has opened"):
        set_place(meeting=meeting, begins=None, place="", by=lead, at=NOW)
