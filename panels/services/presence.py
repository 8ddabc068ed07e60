"""Who comes into the room of a meeting and leaves it, noted by whoever holds it or by herself."""

from datetime import datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.services.judging import require
from panels.choices.panels import MeetingState
from panels.models import Meeting, Presence
from panels.rules.quorum import can_arrive, can_leave
from panels.selectors.rooms import as_seated, presences_of, seats_of
from panels.services.locking import NOT_YOURS
from panels.services.meetings import RUN, lock_meeting

SEE = "panels.meeting.see"
CLOSED = "This meeting is finished. Open it again first, if somebody was missed."


@command("panels.presence.arrive")
def arrive(*, meeting: Meeting, person: Person, by: Actor, at: datetime) -> Presence:
    """Note that somebody with a seat is in the room from now. Refuses a meeting that is closed, somebody without a
    seat, who is there already, and whoever notes it of another without holding the meeting."""
    held = _open_to(meeting, person, by=by)
    seats = as_seated(seats_of(held, on=by.on))
    require(can_arrive(person.pk, seats=seats, presences=presences_of(held), at=at))
    made = Presence.objects.create(meeting=held, person=person, arrived_at=at, noted_by_id=by.person_id)
    record(made, moved=("", "in"), about=person.pk, organisation=held.organisation_id)
    return made


@command("panels.presence.leave")
def leave(*, meeting: Meeting, person: Person, by: Actor, at: datetime) -> Presence:
    """Note that somebody leaves the room now: from this moment she counts no more. Refuses a meeting that is closed,
    who is not there, and whoever notes it of another without holding the meeting."""
    held = _open_to(meeting, person, by=by)
    require(can_leave(person.pk, presences=presences_of(held), at=at))
    there: Presence = held.presences.in_the_room().get(person=person)
    there.left_at = at
    there.save(update_fields=["left_at"])
    record(there, moved=("in", "out"), changed=("left_at",), about=person.pk, organisation=held.organisation_id)
    return there


def _open_to(meeting: Meeting, person: Person, *, by: Actor) -> Meeting:
    held = lock_meeting(meeting.pk)
    is_herself = person.pk == by.person_id and allows(SEE, by, held)
    if not is_herself and not allows(RUN, by, held):
        raise Refused(NOT_YOURS)
    if held.state == MeetingState.CLOSED:
        raise Refused(CLOSED)
    return held
