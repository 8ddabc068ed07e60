"""A meeting under way with two cases, for who writes at the table. Run by a hand in the portal."""

from typing import Any

from django.utils import timezone

from academy.people.choices import ServiceKind
from academy.people.models import JobRole, Team
from panels.choices.cases import CaseState
from panels.choices.panels import ItemState, MeetingState, Seat
from panels.models import Meeting, Presence
from tests.browser.asye_people import LONG_AGO, with_account
from tests.factories.panel_meetings import item_of
from tests.factories.panels import case_in, review_of
from tests.factories.people import staff_of


def meets(council: str, *, on_table: str, waiting: str) -> str:
    """Everybody with a seat but the clerk is in the room, one case is on the table and another waits; both were judged.
    Where the meeting is held."""
    meeting = Meeting.objects.get(panel__organisation__name=council)
    now = timezone.now()
    Meeting.objects.filter(pk=meeting.pk).update(state=MeetingState.OPEN, opened_at=now, starts_at=now)
    for seat in meeting.panel.members.exclude(seat=Seat.CLERK):
        Presence.objects.create(meeting=meeting, person=seat.person, arrived_at=now, noted_by=seat.person)
    _agenda(meeting, on_table, state=ItemState.ON_TABLE, began_at=now)
    _agenda(meeting, waiting, state=ItemState.WAITING)
    return meeting.get_absolute_url()


def _agenda(meeting: Meeting, name: str, **said: Any) -> None:
    organisation = meeting.panel.organisation
    team = Team.objects.get(service__organisation=organisation, service__kind=ServiceKind.ADULTS)
    held = {"team": team, "job_role": JobRole.objects.get(code="social-worker")}
    person = staff_of(organisation, person=with_account(name), since=LONG_AGO, **held)
    case = case_in(CaseState.ON_AGENDA, panel=meeting.panel, person=person)
    for seat in meeting.panel.members.filter(seat=Seat.MEMBER):
        review_of(case, seat.person)
    item_of(meeting, case=case, **said)
