"""The discussion and the decision are written at the table, save themselves, and two who write lose nothing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from academy.engines.drafts.models import Draft
from panels.choices.cases import CaseState
from panels.choices.drafts import DECISION_FORM, DISCUSSION_FORM
from panels.choices.panels import ItemState, Seat
from panels.models import Case, Decision, Discussion
from tests.factories.panel_meetings import in_the_room, item_of, meeting_of
from tests.factories.panels import MemberFactory, TieFactory, seat_of
from tests.integration.pages import browser, words

pytestmark = pytest.mark.django_db
NOT_YET = {"outcome": "not_yet", "wording": "Not yet.", "reasons": "Thin."}
BOARD_QUERIES = 32
PLAN = {"aim_1_words": "A second observation", "aim_1_who": "candidate", "aim_1_due_on": "1 March 2199"}


@pytest.fixture
def meeting():
    return meeting_of()


@pytest.fixture
def item(meeting):
    return item_of(meeting, ItemState.ON_TABLE)


def chair(meeting):
    return seat_of(meeting.panel)


def clerk(meeting):
    return seat_of(meeting.panel, Seat.CLERK)


def url(name, item):
    return reverse(f"panels:{name}", args=[item.pk])


def saved(client, form, item, *, payload, tab="a"):
    """What the script of a page that is open sends."""
    return client.post(reverse("drafts:save", args=[form, str(item.pk)]), {**payload, "revision": "0", "tab": tab})


def test_discussion_written_from_an_earlier_text_shows_both(meeting, item):
    client, address = browser(chair(meeting)), url("discussion", item)
    client.post(address, {"words": "First.", "begun_from": "0"})
    response = client.post(address, {"words": "Second.", "begun_from": "0"})
    said = words(response)
    assert (response.status_code, "First." in said, "Second." in said) == (409, True, True)
    assert 'name="begun_from" value="1"' in said
    client.post(address, {"words": "First. Second.", "begun_from": "1"})
    assert Discussion.objects.get(item=item).words == "First. Second."


def test_unsent_discussion_is_there_again_on_the_board_and_on_its_page(meeting, item):
    client = browser(clerk(meeting))
    assert saved(client, DISCUSSION_FORM, item, payload={"words": "So far.", "begun_from": "0"}).status_code == 200
    board = reverse("panels:meeting", args=[meeting.pk])
    for page in (board, url("discussion", item)):
        said = words(client.get(page))
        assert (said.count("So far."), 'data-autosave-revision="1"' in said) == (1, True)
    assert Discussion.objects.count() == 0
    assert "So far." not in words(browser(chair(meeting)).get(board))


def test_discussion_kept_from_the_board_is_read_there_and_no_draft_is_left(meeting, item):
    client, board = browser(clerk(meeting)), reverse("panels:meeting", args=[meeting.pk])
    saved(client, DISCUSSION_FORM, item, payload={"words": "Piece 2 carries it.", "begun_from": "0"})
    answer = client.post(url("discussion", item), {"words": "Piece 2 carries it.", "begun_from": "0"})
    assert (answer.url, Draft.objects.count()) == (board, 0)
    member = words(browser(seat_of(meeting.panel, Seat.MEMBER)).get(board))
    assert ("<p>Piece 2 carries it.</p>" in member, "Keep the discussion" in member) == (True, False)


def test_unsent_discussion_begun_before_another_was_kept_shows_both_at_once(meeting, item):
    client = browser(clerk(meeting))
    saved(client, DISCUSSION_FORM, item, payload={"words": "The clerk’s words.", "begun_from": "0"})
    browser(chair(meeting)).post(url("discussion", item), {"words": "The chair’s words.", "begun_from": "0"})
    for page in (reverse("panels:meeting", args=[meeting.pk]), url("discussion", item)):
        said = words(client.get(page))
        assert ("The clerk’s words." in said, "<p>The chair’s words.</p>" in said) == (True, True)
        assert 'name="begun_from" value="1"' in said


def test_what_is_sent_says_itself_from_which_text_it_was_begun(meeting, item):
    client = browser(clerk(meeting))
    saved(client, DISCUSSION_FORM, item, payload={"words": "Unsent.", "begun_from": "0"})
    browser(chair(meeting)).post(url("discussion", item), {"words": "The chair’s words.", "begun_from": "0"})
    answer = client.post(url("discussion", item), {"words": "x" * 20_001, "begun_from": "1"})
    assert (answer.status_code, "Somebody else has written meanwhile" in words(answer)) == (422, False)


def test_form_of_the_discussion_is_for_who_runs_the_case_alone(meeting, item):
    board = reverse("panels:meeting", args=[meeting.pk])
    observer = MemberFactory(panel=meeting.panel, seat=Seat.OBSERVER, sort="").person
    for person, there in ((chair(meeting), True), (clerk(meeting), True), (observer, False)):
        assert ("Keep the discussion" in words(browser(person).get(board))) is there
    TieFactory(case=item.case, person=clerk(meeting))
    assert "Keep the discussion" not in words(browser(clerk(meeting)).get(board))


def test_agenda_leads_to_the_discussion_of_what_was_on_the_table(meeting, item):
    waiting = item_of(meeting)
    said = words(browser(clerk(meeting)).get(reverse("panels:agenda", args=[meeting.pk])))
    assert (url("discussion", item) in said, url("discussion", waiting) in said) == (True, False)


@pytest.mark.parametrize("number", [1, 3])
def test_board_with_the_form_asks_the_same_number_of_queries_for_one_and_three_cases(meeting, item, number):
    for _ in range(number - 1):
        item_of(meeting)
    client, board = browser(clerk(meeting)), reverse("panels:meeting", args=[meeting.pk])
    client.get(board)
    with CaptureQueriesContext(connection) as caught:
        client.get(board)
    assert len(caught) == BOARD_QUERIES


def test_decision_is_recorded_from_its_page(meeting, item):
    in_the_room(meeting)
    client, address = browser(chair(meeting)), url("decide", item)
    said = words(client.get(address))
    assert ("4 in the room may decide on this case." in said, "She shows the work" in said) == (True, True)
    lacking = client.post(address, {**NOT_YET, "aim_2_words": "Show it"})
    assert (lacking.status_code, Decision.objects.count()) == (422, 0)
    assert "Say who sees to it." in words(lacking)
    client.post(address, {**NOT_YET, **PLAN})
    made = Decision.objects.get()
    assert (made.outcome, made.targets.get().owner_id) == ("not_yet", item.case.person_id)


def test_unsent_decision_is_there_again_with_its_plan_and_gone_once_recorded(meeting, item):
    in_the_room(meeting)
    client = browser(chair(meeting))
    saved(client, DECISION_FORM, item, payload={**NOT_YET, **PLAN})
    said = words(client.get(url("decide", item)))
    assert ("Thin." in said, "A second observation" in said, 'value="1 March 2199"' in said) == (True, True, True)
    assert (Decision.objects.count(), Draft.objects.count()) == (0, 1)
    client.post(url("decide", item), {**NOT_YET, **PLAN})
    assert (Decision.objects.count(), Draft.objects.count()) == (1, 0)


def test_two_who_chair_keep_their_own_words_and_one_decision_is_recorded(meeting, item):
    in_the_room(meeting)
    second = browser(MemberFactory(panel=meeting.panel, seat=Seat.CHAIR, sort="psw_adults").person)
    first = browser(chair(meeting))
    saved(first, DECISION_FORM, item, payload={**NOT_YET, **PLAN})
    saved(second, DECISION_FORM, item, payload={**NOT_YET, "wording": "Other words."})
    assert "Other words." not in words(first.get(url("decide", item)))
    first.post(url("decide", item), {**NOT_YET, **PLAN})
    late = second.post(url("decide", item), {**NOT_YET, **PLAN, "wording": "Other words."})
    assert (late.status_code, Decision.objects.get().wording) == (422, "Not yet.")
    assert "Other words." in words(late)
    assert "This case is decided." in words(second.get(url("decide", item)))
    assert Draft.objects.get().payload["wording"] == ["Other words."]


def test_second_tab_with_another_decision_sees_both_texts(meeting, item):
    client = browser(chair(meeting))
    saved(client, DECISION_FORM, item, payload=NOT_YET)
    other = saved(client, DECISION_FORM, item, payload={**NOT_YET, "wording": "Other.", "aim_1_words": ""}, tab="b")
    assert other.status_code == 409
    said = words(client.get(other.json()["compare_url"]))
    assert ("What a panel decides" in said, "Not yet, with a plan" in said, "Other." in said) == (True, True, True)


def test_second_tab_with_another_discussion_sees_the_words_alone(meeting, item):
    client = browser(chair(meeting))
    saved(client, DISCUSSION_FORM, item, payload={"words": "One.", "begun_from": "0"})
    other = saved(client, DISCUSSION_FORM, item, payload={"words": "Two.", "begun_from": "0"}, tab="b")
    said = words(client.get(other.json()["compare_url"]))
    assert ("One." in said, "Two." in said, "Begun from" in said) == (True, True, False)


def test_decision_without_names_offers_none_as_owners(meeting, item):
    manager = clerk(meeting)
    Case.objects.filter(pk=item.case_id).update(manager=manager)
    assert f'value="manager">{manager.full_name}' in words(browser(chair(meeting)).get(url("decide", item)))
    Case.objects.filter(pk=item.case_id).update(names="throughout")
    said = words(browser(chair(meeting)).get(url("decide", item)))
    assert ('value="candidate">The candidate' in said, 'value="manager">Her line manager' in said) == (True, True)
    assert (item.case.person.family_name in said, manager.family_name in said) == (False, False)


def test_decision_page_says_why_it_cannot_be_decided(meeting, item):
    said = words(browser(chair(meeting)).get(url("decide", item)))
    assert "Wait for 3 more members" in said
    assert item.case.state == CaseState.ON_AGENDA


def test_decision_page_is_closed_to_the_clerk_and_hidden_from_a_tied_chair(meeting, item):
    assert browser(clerk(meeting)).get(url("decide", item)).status_code == 403
    TieFactory(case=item.case, person=chair(meeting))
    assert browser(chair(meeting)).get(url("decide", item)).status_code == 404
