"""A meeting is opened with somebody in the room, closed when everything is done, and opened again with a reason."""

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from panels.choices.panels import ItemState, MeetingState, Seat
from panels.models import Presence
from panels.services.locking import NOT_YOURS
from panels.services.meetings import TOLD, close_meeting, open_again, open_meeting
from panels.services.presence import CLOSED, arrive, leave
from tests.factories.panel_meetings import in_the_room, item_of, meeting_of
from tests.factories.panels import seat_of
from tests.factories.people import NOW, as_actor, staff_of

pytestmark = pytest.mark.django_db


def clerk(meeting):
    return as_actor(seat_of(meeting.panel, Seat.CLERK))


def refusal(act, **said):
    with pytest.raises(Refused) as caught:
        act(at=NOW, **said)
    return caught.value.reason


def test_meeting_opened_by_clerk_with_somebody_there_is_open():
    meeting = meeting_of(state=MeetingState.GATHERING)
    assert refusal(open_meeting, meeting=meeting, by=clerk(meeting)) == "Note who is in the room first."
    in_the_room(meeting)
    opened = open_meeting(meeting=meeting, by=clerk(meeting), at=NOW)
    assert (opened.state, opened.opened_at) == (MeetingState.OPEN, NOW)
    assert refusal(open_meeting, meeting=meeting, by=clerk(meeting)) == "This meeting was opened already."


def test_meeting_of_a_member_without_the_chair_is_not_hers_to_run():
    meeting = meeting_of()
    member = as_actor(seat_of(meeting.panel, Seat.MEMBER))
    assert refusal(close_meeting, meeting=meeting, by=member) == NOT_YOURS


def test_meeting_closed_with_everything_done_sends_everybody_out():
    meeting = meeting_of()
    in_the_room(meeting)
    item = item_of(meeting)
    undecided = "1 case is not decided yet. Decide, or put off to another sitting with a reason."
    assert refusal(close_meeting, meeting=meeting, by=clerk(meeting)) == undecided
    item.case.__class__.objects.filter(pk=item.case_id).update(state="decided", decided_at=NOW)
    closed = close_meeting(meeting=meeting, by=clerk(meeting), at=NOW)
    assert (closed.state, closed.closed_at) == (MeetingState.CLOSED, NOW)
    assert Presence.objects.filter(meeting=meeting, left_at=None).count() == 0


def test_meeting_with_a_case_on_the_table_is_not_closed():
    meeting = meeting_of()
    item_of(meeting, ItemState.ON_TABLE)
    on_table = "A case is on the table. Finish it, or put it off, first."
    assert refusal(close_meeting, meeting=meeting, by=clerk(meeting)) == on_table


def test_meeting_opened_again_needs_a_reason_and_untold_decisions():
    meeting = meeting_of(state=MeetingState.CLOSED)
    said = {"meeting": meeting, "by": clerk(meeting)}
    assert refusal(open_again, note=" ", **said) == "Give a reason. It is kept with the record."
    assert open_again(note="One case was missed.", at=NOW, **said).state == MeetingState.OPEN
    meeting.__class__.objects.filter(pk=meeting.pk).update(
        state=MeetingState.CLOSED, released_at=NOW, released_by=seat_of(meeting.panel)
    )
    assert refusal(open_again, note="One more.", **said) == TOLD


def test_presence_noted_by_the_clerk_or_herself_is_in_the_record():
    meeting = meeting_of()
    member, other = seat_of(meeting.panel, Seat.MEMBER), seat_of(meeting.panel)
    arrive(meeting=meeting, person=member, by=as_actor(member), at=NOW)
    arrive(meeting=meeting, person=other, by=clerk(meeting), at=NOW)
    left = leave(meeting=meeting, person=member, by=as_actor(member), at=NOW)
    assert (left.arrived_at, left.left_at, left.noted_by_id) == (NOW, NOW, member.pk)
    acts = list(Event.objects.order_by("pk").values_list("act", "from_state", "to_state", "about_id"))
    assert acts == [
        ("panels.presence.arrive", "", "in", member.pk),
        ("panels.presence.arrive", "", "in", other.pk),
        ("panels.presence.leave", "in", "out", member.pk),
    ]


def test_presence_of_who_has_no_seat_or_is_there_or_gone_is_refused():
    meeting = meeting_of()
    stranger, member = staff_of(meeting.panel.organisation), seat_of(meeting.panel, Seat.MEMBER)
    by = {"meeting": meeting, "by": clerk(meeting)}
    assert refusal(arrive, person=stranger, **by) == "Choose somebody who has a seat on this panel."
    assert refusal(leave, person=member, **by) == "She is not in the room. Note first that she came."
    arrive(person=member, at=NOW, **by)
    assert refusal(arrive, person=member, **by) == "She is noted as in the room already."


def test_presence_of_another_is_not_noted_by_a_member():
    meeting = meeting_of()
    member, chair = seat_of(meeting.panel, Seat.MEMBER), seat_of(meeting.panel)
    assert refusal(arrive, meeting=meeting, person=chair, by=as_actor(member)) == NOT_YOURS


def test_presence_in_a_closed_meeting_is_refused():
    meeting = meeting_of(state=MeetingState.CLOSED)
    assert refusal(arrive, meeting=meeting, person=seat_of(meeting.panel), by=clerk(meeting)) == CLOSED
