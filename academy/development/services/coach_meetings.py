"""Noting when coach and coached meet and whether they did. Never what was said (D7-09)."""

from datetime import date, datetime

from academy.development.choices.coaching import MatchState, MeetingOutcome
from academy.development.models import CoachMatch, CoachMeeting
from academy.development.rules.coaching import is_within_sessions, meeting_faults
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor


@command("development.match.note_meeting")
def note(*, match: CoachMatch, met_on: date, outcome: str, by: Actor, at: datetime) -> CoachMeeting:
    """Note a meeting with its day and how it stands. Refuses days outside the contract, a second one on the same day,
    more than were agreed, and coaching that is not under way."""
    current = _running(match, by=by)
    meeting = CoachMeeting(match=current, met_on=met_on)
    _write(current, meeting, outcome=outcome, by=by, at=at)
    record(meeting, moved=("", outcome), changed=("met_on",), about=match.person_id, organisation=match.organisation_id)
    return meeting


@command("development.match.change_meeting")
def change(*, meeting: CoachMeeting, met_on: date, outcome: str, by: Actor, at: datetime) -> CoachMeeting:
    """Say how a meeting stands now, and on which day it is. Refuses what `note` refuses."""
    current = _running(meeting.match, by=by)
    before, meeting.met_on = meeting.outcome, met_on
    _write(current, meeting, outcome=outcome, by=by, at=at)
    record(
        meeting,
        moved=(before, outcome),
        changed=("met_on", "outcome"),
        about=current.person_id,
        organisation=current.organisation_id,
    )
    return meeting


def _running(match: CoachMatch, *, by: Actor) -> CoachMatch:
    current = CoachMatch.objects.select_for_update().get(pk=match.pk)
    if not allows("development.match.keep", by, current):
        raise Refused("Only the two of them note their meetings.")
    if current.state != MatchState.RUNNING:
        raise Refused("Meetings are noted while coaching is under way.")
    return current


def _write(match: CoachMatch, meeting: CoachMeeting, *, outcome: str, by: Actor, at: datetime) -> None:
    if outcome not in MeetingOutcome.values:
        raise Refused("Choose one of the answers shown.", field="outcome")
    for fault in meeting_faults(match, met_on=meeting.met_on, outcome=outcome, on=by.on):
        raise Refused(fault.reason, field=fault.field)
    others = list(match.meetings.exclude(pk=meeting.pk).values_list("met_on", "outcome"))
    if meeting.met_on in [day for day, _ in others]:
        raise Refused("There is a meeting on this day already.", field="met_on")
    if not is_within_sessions([*(each for _, each in others), outcome], agreed=match.sessions_agreed):
        raise Refused(f"You agreed on {match.sessions_agreed} sessions. To go on, end this and ask again.")
    meeting.outcome, meeting.noted_at = outcome, at
    meeting.save()
