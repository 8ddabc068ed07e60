"""A meeting of a panel under way, for tests: cases on its agenda, people in its room."""

from datetime import datetime
from typing import Any

from panels import models as made
from panels.choices.cases import CaseState
from panels.choices.panels import ItemState, MeetingState, Seat
from panels.models import AgendaItem, Case, Meeting, Panel, Presence
from panels.rules.policy import PanelRules
from tests.factories.identity import OrganisationFactory
from tests.factories.panels import MeetingFactory, PanelPolicyFactory, case_in, panel_of, review_of
from tests.factories.people import NOW

# Three are needed and the plain composition asks for nobody by sort.
RULES = PanelRules(quorum=3)


def meeting_of(
    *, state: str = MeetingState.OPEN, rules: PanelRules = RULES, panel: Panel | None = None, **said: Any
) -> Meeting:
    """A meeting of a panel with a chair, three members and a clerk, planned from half past nine."""
    panel = panel or panel_of(OrganisationFactory())
    policy = PanelPolicyFactory(panel_rules=rules, purpose=panel.purpose)
    moments = {"opened_at": NOW} if state != MeetingState.GATHERING else {}
    moments |= {"closed_at": NOW} if state == MeetingState.CLOSED else {}
    meeting: Meeting = MeetingFactory(panel=panel, policy=policy, state=state, starts_at=NOW, **moments, **said)
    return meeting


def judged_in(meeting: Meeting, state: str = CaseState.REVIEWS_IN, **said: Any) -> Case:
    """A case of the meeting with two reviews that agree."""
    case = case_in(state, panel=meeting.panel, policy=meeting.policy, **said)
    for seat in meeting.panel.members.filter(seat=Seat.MEMBER).order_by("pk")[:2]:
        review_of(case, seat.person)
    return case


def item_of(meeting: Meeting, state: str = ItemState.WAITING, *, case: Case | None = None, **said: Any) -> AgendaItem:
    """A case on the agenda, after all others."""
    case = case or judged_in(meeting, CaseState.ON_AGENDA)
    moments = {"began_at": NOW} if state != ItemState.WAITING else {}
    moments |= {"ended_at": NOW} if state == ItemState.DONE else {}
    row = {"position": meeting.items.count() + 1, "minutes": 20, **moments, **said}
    item: AgendaItem = AgendaItem.objects.create(meeting=meeting, case=case, state=state, **row)
    return item


def in_the_room(meeting: Meeting, *, at: datetime = NOW) -> list[made.Member]:
    """Everybody with a seat comes into the room."""
    seats = list(meeting.panel.members.order_by("pk"))
    for seat in seats:
        Presence.objects.create(meeting=meeting, person=seat.person, arrived_at=at, noted_by=seat.person)
    return seats
