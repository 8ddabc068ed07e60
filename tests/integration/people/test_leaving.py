"""Pages of leaving: her own, human resources', the report without names, and support to qualify."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from academy.engines.audit.models import Event
from academy.engines.worklist.providers import declared
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from academy.people.models import Leaving, QualifyingSupport
from tests.factories.identity import TODAY
from tests.factories.leaving import LeavingFactory, QualifyingSupportFactory
from tests.factories.people import NOW, JobRoleFactory, account_of, as_actor, holder_of, staff_of

SAID = {"reasons": ["progression", "pay"], "destination": "council", "words": "Zqwords"}
FIND = {provider.key: provider.find for provider in declared()}


@pytest.fixture(autouse=True)
def _now(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def hr(bristol):
    return holder_of(RoleCode.HR, bristol)


@pytest.fixture
def lead(bristol):
    return holder_of(RoleCode.ACADEMY_LEAD, bristol)


@pytest.fixture
def event(amara, bristol):
    return LeavingFactory(person=amara, organisation=bristol)


def client_of(person):
    client = Client()
    client.force_login(account_of(person))
    return client


def shown(response):
    return response.content.decode()


def test_last_day_is_entered_said_on_her_record_and_taken_back(hr, amara):
    client, kept = client_of(hr), reverse("settings:person", args=[amara.pk])
    client.post(reverse("settings:leave", args=[amara.pk]), {"last_day": "31 December 2026"})
    assert "Leaves on 31 December 2026." in shown(client.get(kept))
    client.post(reverse("settings:stays", args=[amara.pk]))
    assert ("Leaves on" in shown(client.get(kept)), Leaving.objects.get().state) == (False, "taken_back")
    assert client.post(reverse("settings:stays", args=[amara.pk])).status_code == 404


def test_she_says_why_on_her_own_page_and_it_stays_readable_for_her(amara, event):
    client = client_of(amara)
    response = client.post(reverse("people:say-why", args=[event.pk]), SAID, follow=True)
    page = shown(response)
    for words in ("Lack of opportunity or progression; Pay and conditions", "Another council", "“Zqwords”"):
        assert words in page
    assert "take your own writing with you" in page


def test_human_resources_hold_the_interview_and_their_reading_is_noted(hr, amara, event):
    client = client_of(hr)
    assert "Write down the exit interview" in shown(client.get(event.get_absolute_url()))
    page = shown(
        client.post(reverse("people:exit-interview", args=[event.pk]), {**SAID, "held_on": "16/11/2026"}, follow=True)
    )
    assert ("Exit interview held" in page, hr.full_name in page, "Zqwords" in page) == (True, True, True)
    assert set(Event.objects.filter(kind="read").values_list("about_id", flat=True)) == {amara.pk}


def test_no_interview_is_wanted(amara, event):
    client_of(amara).post(reverse("people:no-exit-interview", args=[event.pk]))
    event.refresh_from_db()
    assert event.state == "declined"


def test_what_cannot_be_said_is_said_next_to_it(amara, event):
    response = client_of(amara).post(
        reverse("people:say-why", args=[event.pk]), {**SAID, "reasons": ["pay", "not_said"]}
    )
    assert (response.status_code, "stands alone. Take it away, or the others." in shown(response)) == (422, True)


def test_who_may_open_what(hr, lead, helen, amara, event):
    pages = [
        event.get_absolute_url(),
        reverse("people:exit-interview", args=[event.pk]),
        reverse("settings:leavers"),
        reverse("settings:leavers_report"),
        reverse("settings:leavers_table"),
        reverse("settings:qualifying"),
    ]
    people = {"amara": amara, "helen": helen, "hr": hr, "lead": lead}
    found = {who: [client_of(person).get(page).status_code for page in pages] for who, person in people.items()}
    assert found == {
        "amara": [200, 403, 403, 403, 403, 403],
        "helen": [404, 404, 403, 403, 403, 403],
        "hr": [200, 200, 200, 200, 200, 200],
        "lead": [404, 404, 403, 200, 200, 200],
    }


def test_report_names_nobody_and_is_taken_as_a_table(lead, bristol):
    for _ in range(5):
        LeavingFactory(organisation=bristol, last_on=date(2026, 6, 30), joined_on=date(2023, 1, 1), reasons=["pay"])
    client = client_of(lead)
    page = shown(client.get(reverse("settings:leavers_report")))
    assert ('<small>watched</small></th><td class="app-num">5</td>' in page, "Pay and conditions" in page) == (
        True,
        True,
    )
    table = shown(client.get(reverse("settings:leavers_table"), {"back": "0"}))
    assert "Length of service,3 to 5 years,5\r\n" in table
    assert "hidden" in shown(client.get(reverse("settings:leavers_report"), {"back": "1"}))


@pytest.mark.parametrize("count", [1, 3])
def test_list_of_leavers_takes_the_same_queries(hr, bristol, no_worklist, django_assert_num_queries, count):
    events = [LeavingFactory(organisation=bristol) for _ in range(count)]
    client = client_of(hr)
    client.get(reverse("settings:leavers"))
    with django_assert_num_queries(8):
        page = shown(client.get(reverse("settings:leavers")))
    assert [each.get_absolute_url() in page for each in events] == [True] * count


def test_support_is_entered_and_ends_on_the_list_of_all(lead, amara):
    job, client = JobRoleFactory(title="Social worker"), client_of(lead)
    begin = reverse("settings:begin_support", args=[amara.pk])
    said = {"route": "apprenticeship", "towards": str(job.pk), "from_on": "1 September 2024"}
    page = shown(client.post(begin, said, follow=True))
    support = QualifyingSupport.objects.get()
    assert ("Apprenticeship" in page, "She has qualified" in page) == (True, True)
    page = shown(
        client.post(reverse("settings:qualified", args=[amara.pk, support.pk]), {"on": "1/9/2025"}, follow=True)
    )
    assert "Qualified on 1 September 2025" in page
    assert shown(client.get(reverse("settings:qualifying_table"))).endswith("1,1,1\r\n2,0,0\r\n3,0,0\r\n5,0,0\r\n")


def test_support_that_stopped_is_kept(lead, amara, bristol):
    support = QualifyingSupportFactory(person=amara, organisation=bristol)
    address = reverse("settings:stopped_support", args=[amara.pk, support.pk])
    assert "Ended on 1 September 2025" in shown(client_of(lead).post(address, {"on": "1/9/2025"}, follow=True))


def test_exit_interviews_and_own_reasons_wait(hr, amara, helen, event):
    soon = LeavingFactory(person=helen, organisation=event.organisation, last_on=TODAY - timedelta(days=31))
    items = FIND["people.exit_interviews"](as_actor(hr), TODAY)
    assert [(item.url, item.due_on) for item in items] == [(event.get_absolute_url(), event.last_on)]
    own = FIND["people.own_leaving"](as_actor(amara), TODAY)
    assert [item.url for item in own] == [reverse("people:say-why", args=[event.pk])]
    assert FIND["people.own_leaving"](as_actor(helen), TODAY) == []
    assert FIND["people.exit_interviews"](as_actor(staff_of(soon.organisation)), TODAY) == []
    assert FIND["people.own_leaving"](Actor.system("tests", on=TODAY), TODAY) == []


def test_words_of_an_exit_interview_are_nowhere_in_the_changes_of_the_record(hr, amara, event):
    client_of(amara).post(reverse("people:say-why", args=[event.pk]), SAID)
    page = shown(client_of(hr).get(reverse("settings:changes", args=[amara.pk])))
    assert ("Reasons for leaving said" in page, "Zqwords" in page) == (False, False)
