"""A sitting of the organisation is taken up by a panel: it becomes a meeting, with a policy, a time and a place."""

from datetime import datetime, time
from typing import Any

from academy.development.rules.renewals import LONDON
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.people.services.judging import lock_organisation, require, worded
from panels.choices.panels import MeetingState
from panels.models import Meeting, Panel
from panels.rules.seats import can_take_up
from panels.selectors.policies import policy_in_force
from panels.services.panels import KEEP, NOT_YOURS

PLACE = "panels.meeting.place"
MOST_PLACE = 200


@command("panels.meeting.take_up")
def take_up(
    *, sitting: Any, panel: Panel, begins: time | None = None, place: str = "", by: Actor, at: datetime
) -> Meeting:
    """Have a panel take up a sitting, under the policy in force today: from now on cases can be begun towards it.
    `begins` is clock time on its day.

    Refuses whoever does not lead the academy there, a sitting of another organisation or kind, one cancelled, gone by
    or taken up already, and where no policy is in force.
    """
    held = Panel.objects.select_related("organisation").get(pk=panel.pk)
    if not allows(KEEP, by, held) or sitting.organisation_id != held.organisation_id:
        raise Refused(NOT_YOURS)
    lock_organisation(held.organisation_id)
    policy = policy_in_force(held.organisation, held.purpose, by.on)
    require(
        can_take_up(
            is_cancelled=sitting.is_cancelled,
            is_same_purpose=sitting.purpose == held.purpose,
            is_taken=Meeting.objects.filter(sitting=sitting).exists(),
            sits_on=sitting.on,
            on=by.on,
            has_policy=policy is not None,
        )
    )
    made = Meeting.objects.create(
        sitting=sitting, panel=held, policy=policy, starts_at=_moment(sitting, begins), place=_place(place)
    )
    record(made, changed=("sitting", "panel", "policy", "starts_at", "place"), organisation=held.organisation_id)
    return made


@command("panels.meeting.place")
def set_place(*, meeting: Meeting, begins: time | None, place: str, by: Actor, at: datetime) -> Meeting:
    """Say when on its day and where a panel meets. Refuses whoever neither runs the meeting nor leads the academy, and
    a meeting that has opened."""
    current = Meeting.objects.select_for_update(of=("self",)).select_related("sitting", "panel").get(pk=meeting.pk)
    if not allows(PLACE, by, current):
        raise Refused("Only the chair, the clerk or the academy lead says when and where it meets.")
    if current.state != MeetingState.GATHERING:
        raise Refused("It has opened. Time and place stay as they were.")
    current.starts_at, current.place = _moment(current.sitting, begins), _place(place)
    current.save(update_fields=["starts_at", "place"])
    record(current, changed=("starts_at", "place"), organisation=current.organisation_id)
    return current


def _moment(sitting: Any, begins: time | None) -> datetime | None:
    return datetime.combine(sitting.on, begins, tzinfo=LONDON) if begins is not None else None


def _place(place: str) -> str:
    return worded(place, field="place", most=MOST_PLACE)
