"""The board of a meeting, its agenda and the acts on its cases, as each reader may see them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from academy.engines.notify.models import Notice
from panels.choices.cases import CaseState
from panels.choices.panels import ItemState, MeetingState, Seat
from panels.models import AgendaItem, Case, Discussion, Presence
from tests.factories.identity import OrganisationFactory
from tests.factories.panel_meetings import in_the_room, item_of, judged_in, meeting_of
from tests.factories.panels import AssignmentFactory, DecisionFactory, MemberFactory, TieFactory, seat_of
from tests.factories.people import NOW, holder_of
from tests.integration.pages import browser, words

pytestmark = pytest.mark.django_db
BOARD_QUERIES = 28
NOT_YET = {"outcome": "not_yet", "wording": "Not yet.", "reasons": "Thin."}


@pytest.fixture
def meeting():
    return meeting_of()


def page(meeting, person, name="meeting"):
    return browser(person).get(reverse(f"panels:{name}", args=[meeting.pk]))


def chair(meeting):
    return seat_of(meeting.panel)


def test_board_shows_the_case_on_the_table_with_its_reviews(meeting):
    item = item_of(meeting, ItemState.ON_TABLE)
    Discussion.objects.create(
        item=item, words="Piece 2 carries it.", revision=1, changed_by=chair(meeting), changed_at=NOW
    )
    said = words(page(meeting, chair(meeting)))
    assert said.count(item.case.person.full_name) >= 2
    assert "She shows the work, and thinks about it." in said
    assert "Piece 2 carries it." in said
    assert reverse("panels:decide", args=[item.pk]) in said


def test_board_of_who_is_tied_to_the_case_on_the_table_is_blank(meeting):
    item, other = item_of(meeting, ItemState.ON_TABLE), item_of(meeting)
    member = seat_of(meeting.panel, Seat.MEMBER)
    TieFactory(case=item.case, person=member)
    for name in ("meeting", "meeting_live", "meeting_wall", "agenda"):
        said = words(page(meeting, member, name))
        assert item.case.person.family_name not in said
        assert f"Case {item.case_id}" not in said
        assert "who may decide" not in said
        assert "min</strong> left" not in said
        assert reverse("panels:case", args=[item.case_id]) not in said
        assert other.case.person.full_name in said


@pytest.mark.parametrize("names", ["named", "throughout"])
def test_board_calls_a_case_as_its_reader_may(meeting, names):
    item = item_of(meeting)
    Case.objects.filter(pk=item.case_id).update(names=names)
    said = words(page(meeting, chair(meeting)))
    assert (item.case.person.full_name in said, f"Case {item.case_id}" in said) == (names == "named", names != "named")


def test_observer_reads_the_open_part_and_no_reviews(meeting):
    item = item_of(meeting, ItemState.ON_TABLE)
    observer = MemberFactory(panel=meeting.panel, seat=Seat.OBSERVER, sort="").person
    said = words(page(meeting, observer))
    assert item.case.person.full_name in said
    assert "She shows the work" not in said
    assert "Record the decision" not in said


def test_candidate_and_strangers_find_no_meeting(meeting):
    item = item_of(meeting)
    assert page(meeting, item.case.person).status_code == 404
    assert page(meeting, holder_of("academy_lead", OrganisationFactory())).status_code == 404


def test_wall_shows_nothing_anybody_wrote(meeting):
    item_of(meeting, ItemState.ON_TABLE)
    said = words(page(meeting, chair(meeting), "meeting_wall"))
    assert "She shows the work" not in said
    assert "3 needed" in said


def test_board_tells_for_whom_to_wait(meeting):
    item_of(meeting, ItemState.ON_TABLE)
    assert "Wait for 3 more members who may decide on this case: 3 are needed." in words(page(meeting, chair(meeting)))
    in_the_room(meeting)
    assert "4 here who may decide, 3 needed" in words(page(meeting, chair(meeting)))


@pytest.mark.parametrize("number", [1, 3])
def test_board_asks_the_same_number_of_queries_for_one_and_three_cases(meeting, number):
    item_of(meeting, ItemState.ON_TABLE)
    for _ in range(number - 1):
        item_of(meeting)
    client = browser(chair(meeting))
    url = reverse("panels:meeting_live", args=[meeting.pk])
    client.get(url)
    with CaptureQueriesContext(connection) as caught:
        client.get(url)
    assert len(caught) == BOARD_QUERIES


def test_meeting_is_held_by_buttons(meeting):
    meeting.__class__.objects.filter(pk=meeting.pk).update(state=MeetingState.GATHERING, opened_at=None)
    clerk = browser(seat_of(meeting.panel, Seat.CLERK))
    here = reverse("panels:arrive", args=[meeting.pk, chair(meeting).pk])
    clerk.post(here)
    clerk.post(reverse("panels:open_meeting", args=[meeting.pk]))
    meeting.refresh_from_db()
    assert (meeting.state, Presence.objects.filter(meeting=meeting).count()) == (MeetingState.OPEN, 1)
    clerk.post(reverse("panels:leave", args=[meeting.pk, chair(meeting).pk]))
    assert Presence.objects.filter(meeting=meeting, left_at=None).count() == 0
    clerk.post(reverse("panels:close_meeting", args=[meeting.pk]))
    clerk.post(reverse("panels:open_meeting_again", args=[meeting.pk]), {"note": "One case was missed."})
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.OPEN


def test_agenda_takes_a_settled_case_and_puts_it_in_order(meeting):
    first, case = item_of(meeting), judged_in(meeting)
    clerk = browser(seat_of(meeting.panel, Seat.CLERK))
    url = reverse("panels:put_on_agenda", args=[meeting.pk, case.pk])
    assert url in words(clerk.get(reverse("panels:agenda", args=[meeting.pk])))
    clerk.post(url)
    second = AgendaItem.objects.get(case=case)
    clerk.post(reverse("panels:move_item", args=[second.pk, "earlier"]))
    clerk.post(reverse("panels:item_minutes", args=[second.pk]), {"minutes": "35"})
    order = list(AgendaItem.objects.order_by("position").values_list("pk", "minutes"))
    assert order == [(second.pk, 35), (first.pk, 20)]
    clerk.post(reverse("panels:move_item", args=[second.pk, "later"]))
    assert list(AgendaItem.objects.order_by("position").values_list("pk", flat=True)) == [first.pk, second.pk]
    clerk.post(reverse("panels:take_off_agenda", args=[second.pk]), {"reason": "A piece is missing."})
    case.refresh_from_db()
    assert case.state == CaseState.REVIEWS_IN


def test_case_is_called_put_back_and_put_off(meeting):
    item = item_of(meeting)
    client = browser(chair(meeting))
    client.post(reverse("panels:call_item", args=[item.pk]))
    item.refresh_from_db()
    assert item.state == ItemState.ON_TABLE
    client.post(reverse("panels:put_back_item", args=[item.pk]))
    client.post(reverse("panels:call_item", args=[item.pk]))
    client.post(reverse("panels:finish_item", args=[item.pk]), {"reason": "The day is over."})
    item.refresh_from_db()
    assert (item.state, item.is_off, item.case.state) == (ItemState.DONE, True, CaseState.REVIEWS_IN)


def test_decision_is_opened_once_more_from_the_case(meeting):
    item = item_of(meeting, ItemState.DONE)
    DecisionFactory(case=item.case)
    Case.objects.filter(pk=item.case_id).update(state=CaseState.DECIDED, decided_at=NOW)
    client = browser(chair(meeting))
    client.post(reverse("panels:reopen", args=[item.case_id]), {"note": "A piece was overlooked."})
    item.case.refresh_from_db()
    assert (item.case.state, item.case.items.filter(is_off=False).count()) == (CaseState.ON_AGENDA, 1)


def test_agenda_is_told_to_everybody_with_a_seat(meeting):
    item = item_of(meeting)
    tied = seat_of(meeting.panel, Seat.MEMBER)
    TieFactory(case=item.case, person=tied)
    browser(seat_of(meeting.panel, Seat.CLERK)).post(reverse("panels:tell_agenda", args=[meeting.pk]))
    told = {notice.person_id: notice.body for notice in Notice.objects.filter(kind="panels.meeting.agenda")}
    assert len(told) == meeting.panel.members.count() - 1
    assert "0 cases on the agenda are for you to hear." in told[tied.pk]
    assert "One case on the agenda is for you to hear." in told[chair(meeting).pk]
    assert not any(item.case.person.family_name in body for body in told.values())


@pytest.mark.parametrize("name", ["meeting_wall", "meeting_wall_live"])
def test_wall_is_blank_for_a_case_somebody_in_the_room_is_out_of(meeting, name):
    item, other = item_of(meeting, ItemState.ON_TABLE), item_of(meeting)
    tied = seat_of(meeting.panel, Seat.MEMBER)
    TieFactory(case=item.case, person=tied)
    assert item.case.person.full_name in words(page(meeting, chair(meeting), name))
    there = Presence.objects.create(meeting=meeting, person=tied, arrived_at=NOW, noted_by=tied)
    said = words(page(meeting, chair(meeting), name))
    assert (item.case.person.family_name in said, "3 needed" in said) == (False, False)
    assert other.case.person.full_name in said
    Presence.objects.filter(pk=there.pk).update(left_at=NOW)
    assert item.case.person.full_name in words(page(meeting, chair(meeting), name))


def test_wall_is_blank_for_a_guest_it_was_not_given_to_and_for_its_candidate(meeting):
    item, given = item_of(meeting), item_of(meeting)
    guest = MemberFactory(panel=meeting.panel, sort="guest").person
    AssignmentFactory(case=given.case, person=guest, state="done")
    Presence.objects.create(meeting=meeting, person=guest, arrived_at=NOW, noted_by=guest)
    said = words(page(meeting, chair(meeting), "meeting_wall"))
    assert item.case.person.full_name not in said
    assert f"{given.case.person.full_name}, Step up" in said
    MemberFactory(panel=meeting.panel, person=given.case.person)
    Presence.objects.create(meeting=meeting, person=given.case.person, arrived_at=NOW, noted_by=guest)
    assert f"{given.case.person.full_name}, Step up" not in words(page(meeting, chair(meeting), "meeting_wall"))
