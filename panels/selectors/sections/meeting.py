"""On a case's page: the meeting that hears it, when and where, and nothing of other cases."""

from datetime import date

from academy.engines.access.permissions import allows
from academy.identity.actor import Actor
from panels.choices.cases import CaseState
from panels.models import Case, Meeting
from panels.rules.visibility import PANEL_PARTS, Sight
from panels.selectors.agenda_items import RUNNING
from panels.selectors.looked import is_settled
from panels.selectors.sections.section import Section
from panels.selectors.sight import Sees

PLACE = 60
REOPEN = "panels.case.reopen"
DECIDED = (CaseState.DECIDED, CaseState.RELEASED)


def meeting_section(case: Case, *, actor: Actor, sees: Sees, on: date) -> Section | None:
    """When and where the case is heard, for who sees how it stands; its place on the agenda for the panel alone. Seven
    queries at most."""
    meeting = _meeting_of(case)
    if meeting is None or sees.things.isdisjoint({Sight.STANDING, Sight.PORTFOLIO, Sight.DISCUSSION}):
        return None
    inside = not sees.acts_as.isdisjoint(PANEL_PARTS)
    context = {
        "meeting": meeting,
        "starts_at": meeting.starts_at,
        "place": meeting.place,
        "url": meeting.get_absolute_url() if inside and allows("panels.meeting.see", actor, meeting) else "",
        "agenda": inside and _can_come_on(case, sees),
        "reopens": inside and case.state in DECIDED and allows(REOPEN, actor, case),
    }
    return Section("panels/case/_meeting.html", context, order=PLACE)


def _meeting_of(case: Case) -> Meeting | None:
    if case.sitting_id is None or case.state == CaseState.WITHDRAWN:
        return None
    found: Meeting | None = (
        Meeting.objects.filter(sitting_id=case.sitting_id).select_related("sitting", "panel").first()
    )
    return found


def _can_come_on(case: Case, sees: Sees) -> bool:
    """Its reviews are in and so is every look at them that is asked for."""
    return case.state == CaseState.REVIEWS_IN and not sees.acts_as.isdisjoint(RUNNING) and is_settled(case)
