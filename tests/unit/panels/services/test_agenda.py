"""Settled cases come on the agenda, are moved and taken off; at the table they are called, put back and put off."""

import pytest

from academy.engines.audit.commands import Refused
from academy.people.choices import RoleCode
from panels.choices.cases import CaseState
from panels.choices.panels import ItemState, MeetingState, Seat
from panels.models import AgendaItem, Case, Discussion
from panels.rules.agenda import NOT_ON_TABLE, NOT_OPEN
from panels.services import agenda
from panels.services.agenda import give_minutes, move, put_on, take_off, tell_agenda
from panels.services.discussion import NOT_YET, Overtaken, keep
from panels.services.items import GONE, call, finish, put_back
from panels.services.locking import NOT_YOURS
from tests.factories.panel_meetings import item_of, judged_in, meeting_of
from tests.factories.panels import TieFactory, case_in, seat_of
from tests.factories.people import NOW, as_actor, holder_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return meeting_of()


@pytest.fixture
def clerk(meeting):
    return as_actor(seat_of(meeting.panel, Seat.CLERK))


def refusal(act, **said):
    with pytest.raises(Refused) as caught:
        act(at=NOW, **said)
    return caught.value.reason


def closed(meeting):
    meeting.__class__.objects.filter(pk=meeting.pk).update(state=MeetingState.CLOSED, closed_at=NOW)


def test_settled_case_put_on_comes_last_with_the_minutes_of_the_policy(meeting, clerk):
    item_of(meeting)
    made = put_on(case=judged_in(meeting), meeting=meeting, by=clerk, at=NOW)
    assert (made.position, made.minutes, made.state) == (2, 20, ItemState.WAITING)
    assert (made.case.state, made.case.sitting_id) == (CaseState.ON_AGENDA, meeting.sitting_id)


def test_case_put_on_where_it_cannot_be_is_refused(meeting, clerk):
    case = judged_in(meeting)
    other = meeting_of()
    lead = as_actor(holder_of(RoleCode.ACADEMY_LEAD, meeting.panel.organisation))
    assert refusal(put_on, case=case, meeting=other, by=lead) == agenda.OTHER_PANEL
    assert refusal(put_on, case=item_of(meeting).case, meeting=meeting, by=clerk) == agenda.ON_ONE
    bare = case_in(CaseState.REVIEWS_IN, panel=meeting.panel)
    assert refusal(put_on, case=bare, meeting=meeting, by=clerk) == agenda.NOT_SETTLED
    member = as_actor(seat_of(meeting.panel, Seat.MEMBER))
    assert refusal(put_on, case=case, meeting=meeting, by=member) == NOT_YOURS
    closed(meeting)
    assert refusal(put_on, case=case, meeting=meeting, by=clerk) == agenda.CLOSED


def test_case_taken_off_goes_back_with_its_reviews(meeting, clerk):
    item = item_of(meeting)
    assert refusal(take_off, item=item, reason=" ", by=clerk) == agenda.OFF
    case = take_off(item=item, reason="A piece is missing.", by=clerk, at=NOW)
    item.refresh_from_db()
    assert (case.state, item.is_off) == (CaseState.REVIEWS_IN, True)
    assert refusal(take_off, item=item, reason="Again.", by=clerk) == agenda.IS_OVER


def test_case_on_the_table_or_of_another_to_run_is_not_taken_off(meeting, clerk):
    item = item_of(meeting, ItemState.ON_TABLE)
    assert refusal(take_off, item=item, reason="Why not.", by=clerk) == agenda.ON_TABLE
    member = as_actor(seat_of(meeting.panel, Seat.MEMBER))
    assert refusal(take_off, item=item, reason="Why not.", by=member) == NOT_YOURS


def test_item_moved_and_given_minutes_keeps_the_order_of_the_others(meeting, clerk):
    first, second, third = (item_of(meeting) for _ in range(3))
    move(item=third, to=1, by=clerk, at=NOW)
    give_minutes(item=third, minutes=45, by=clerk, at=NOW)
    order = list(AgendaItem.objects.order_by("position").values_list("pk", "minutes"))
    assert order == [(third.pk, 45), (first.pk, 20), (second.pk, 20)]
    assert refusal(give_minutes, item=third, minutes=0, by=clerk) == agenda.MINUTES


def test_item_moved_by_a_member_or_after_the_meeting_is_refused(meeting, clerk):
    item = item_of(meeting)
    member = as_actor(seat_of(meeting.panel, Seat.MEMBER))
    assert refusal(move, item=item, to=1, by=member) == NOT_YOURS
    closed(meeting)
    assert refusal(move, item=item, to=1, by=clerk) == "This meeting is finished. Its agenda stays as it was held."


def test_agenda_that_is_empty_or_of_a_closed_meeting_is_not_told(meeting, clerk):
    assert refusal(tell_agenda, meeting=meeting, by=clerk) == "Nothing is on the agenda. Put a case on it first."
    closed(meeting)
    assert refusal(tell_agenda, meeting=meeting, by=clerk) == agenda.CLOSED


def test_item_called_put_back_and_called_again_is_on_the_table(meeting, clerk):
    item, other = item_of(meeting), item_of(meeting)
    call(item=item, by=clerk, at=NOW)
    assert refusal(call, item=other, by=clerk).startswith("Another case is on the table.")
    back = put_back(item=item, by=clerk, at=NOW)
    assert (back.state, back.position) == (ItemState.WAITING, 3)
    assert refusal(put_back, item=item, by=clerk) == NOT_ON_TABLE
    assert call(item=item, by=clerk, at=NOW).state == ItemState.ON_TABLE


def test_item_of_a_case_that_is_not_hers_is_not_called(meeting, clerk):
    item = item_of(meeting)
    assert refusal(call, item=item, by=as_actor(seat_of(meeting.panel, Seat.MEMBER))) == NOT_YOURS
    TieFactory(case=item.case, person_id=clerk.person_id)
    assert refusal(call, item=item, by=clerk) == NOT_YOURS


def test_item_off_the_agenda_or_of_a_meeting_not_open_is_not_called(meeting, clerk):
    assert refusal(call, item=item_of(meeting, is_off=True), by=clerk) == GONE
    closed(meeting)
    assert refusal(call, item=item_of(meeting), by=clerk) == NOT_OPEN


def test_item_put_off_keeps_the_reason_for_the_minutes(meeting, clerk):
    item = item_of(meeting, ItemState.ON_TABLE)
    keep(item=item, words="Two saw it.", revision=0, by=clerk, at=NOW)
    assert refusal(finish, item=item, by=clerk) == "Record the decision, or say why it is put off."
    done = finish(item=item, reason="The day is over.", by=clerk, at=NOW)
    kept = Discussion.objects.get(item=item)
    assert (done.state, done.is_off, done.case.state) == (ItemState.DONE, True, CaseState.REVIEWS_IN)
    assert (kept.words, kept.revision) == ("Two saw it.\n\nPut off: The day is over.", 2)


def test_item_put_off_before_anything_was_written_notes_the_reason(meeting, clerk):
    item = item_of(meeting, ItemState.ON_TABLE)
    finish(item=item, reason="The day is over.", by=clerk, at=NOW)
    assert Discussion.objects.get(item=item).words == "Put off: The day is over."


def test_item_of_a_decided_case_is_finished_without_a_reason(meeting, clerk):
    item = item_of(meeting, ItemState.ON_TABLE)
    Case.objects.filter(pk=item.case_id).update(state=CaseState.DECIDED, decided_at=NOW)
    assert finish(item=item, by=clerk, at=NOW).state == ItemState.DONE


def test_discussion_from_an_earlier_text_is_not_kept_over_the_later(meeting, clerk):
    item = item_of(meeting, ItemState.ON_TABLE)
    keep(item=item, words="First.", revision=0, by=clerk, at=NOW)
    with pytest.raises(Overtaken) as caught:
        keep(item=item, words="Second.", revision=0, by=clerk, at=NOW)
    assert (caught.value.kept, caught.value.revision) == ("First.", 1)
    made = keep(item=item, words="First. Second.", revision=1, by=clerk, at=NOW)
    assert (made.words, made.revision, made.changed_by_id) == ("First. Second.", 2, clerk.person_id)


def test_discussion_is_kept_of_what_was_on_the_table_in_an_open_meeting(meeting, clerk):
    item = item_of(meeting)
    said = {"item": item, "words": "Words.", "revision": 0}
    assert refusal(keep, by=clerk, **said) == NOT_YET
    assert refusal(keep, by=as_actor(seat_of(meeting.panel, Seat.MEMBER)), **said) == NOT_YOURS
    closed(meeting)
    assert refusal(keep, by=clerk, **said) == NOT_OPEN
