"""Peer learning on pages: planned, joined, noted, written about."""

from datetime import timedelta

import pytest

from academy.development.models import Entry, PeerSession
from tests.factories.development import CpdPolicyFactory
from tests.factories.people import NOW
from tests.factories.supervisions import PeerAttendanceFactory, PeerSessionFactory

TODAY = NOW.date()
LIST = "/development/peer-learning/"


def page(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def session_in(council, **said):
    session = PeerSessionFactory(organisation=council.organisation, leader=council.author, **said)
    PeerAttendanceFactory(session=session, person=council.author)
    return session


def test_session_is_planned_joined_noted_and_written_about(council, browser):
    asked = {"topic": "Legal literacy", "held_on": "17 November 2026", "place": "Room 2", "minutes": "60", "team": ""}
    made = browser.post(f"{LIST}plan/", asked)
    session = PeerSession.objects.get()
    assert made.url == session.get_absolute_url()

    colleague = council.client(council.colleague)
    assert "Legal literacy" in page(colleague, LIST)
    colleague.post(f"{session.get_absolute_url()}join/")
    sheet = page(browser, f"{session.get_absolute_url()}note/")
    assert council.colleague.full_name in sheet
    came = [str(council.author.pk), str(council.colleague.pk)]
    browser.post(f"{session.get_absolute_url()}note/", {"came": came, "takeaway": "Ask legal early."})

    found = page(colleague, session.get_absolute_url())
    assert "Ask legal early." in found
    assert f"{council.colleague.full_name}, was there" in found
    begun = colleague.post(f"{session.get_absolute_url()}write/")
    entry = Entry.objects.get(author=council.colleague)
    assert (begun.url, entry.title) == (f"/cpd/{entry.pk}/edit/", "Legal literacy")
    assert "You were last there on 17 November 2026" in page(colleague, LIST)


def test_bad_input_is_answered_beside_the_field_and_loses_nothing(council, browser):
    asked = {"topic": "Legal literacy", "held_on": "1 November 2026", "minutes": "60", "team": ""}
    answer = browser.post(f"{LIST}plan/", asked)

    assert answer.status_code == 422
    found = answer.content.decode()
    assert "This day is past. Give today or a day to come." in found
    assert 'value="Legal literacy"' in found
    nobody = browser.post(f"{session_in(council, held_on=TODAY).get_absolute_url()}note/", {"takeaway": "Words"})
    assert (nobody.status_code, "Words" in nobody.content.decode()) == (422, True)


def test_rhythm_of_the_policy_is_said_with_the_day_until_which_it_is_kept(council, browser):
    CpdPolicyFactory(organisation=council.organisation, peer_weeks=12)
    session = session_in(council, held_on=TODAY - timedelta(days=7), state="held")
    session.attendances.update(came=True)

    assert "the next one keeps the rhythm until 2 February 2027" in page(browser, LIST)


def test_leader_is_reminded_on_her_worklist_and_the_list(council, browser):
    session = session_in(council, topic="Trauma", held_on=TODAY - timedelta(days=1))

    assert "Say who came to “Trauma”" in page(browser, "/")
    assert f'href="{session.get_absolute_url()}note/"' in page(browser, LIST)


def test_cancelled_session_says_why_and_offers_nothing(council, browser):
    session = session_in(council, held_on=TODAY + timedelta(days=3))
    browser.post(f"{session.get_absolute_url()}cancel/", {"because": "The room is closed."})

    found = page(council.client(council.colleague), session.get_absolute_url())
    assert "Cancelled: The room is closed." in found
    assert f"{session.get_absolute_url()}join/" not in found


def test_who_leaves_the_group_is_out_of_it_and_the_leader_stays(council, browser):
    session = session_in(council, held_on=TODAY + timedelta(days=3))
    colleague = council.client(council.colleague)
    colleague.post(f"{session.get_absolute_url()}join/")
    colleague.post(f"{session.get_absolute_url()}leave/")
    refused = browser.post(f"{session.get_absolute_url()}leave/", follow=True).content.decode()

    assert "Cancel it, so that the others are not left waiting." in refused
    assert [row.person for row in session.attendances.all()] == [council.author]


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_the_database_as_often_however_many_there_are(council, browser, number, django_assert_num_queries):
    for _ in range(number):
        session_in(council, held_on=TODAY + timedelta(days=3))
        session_in(council, held_on=TODAY - timedelta(days=3))
        past = session_in(council, held_on=TODAY - timedelta(days=30), state="held")
        past.attendances.update(came=True)
    page(browser, LIST)

    with django_assert_num_queries(11):
        page(browser, LIST)
