"""The pages of second jobs: what is said before it is declared, the decision, and who sees what."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from academy.engines.audit.models import Event
from academy.people.models import SecondJob
from academy.people.services.second_job_decisions import allow
from tests.factories.people import NOW, RoleHoldingFactory, account_of, as_actor, staff_of
from tests.factories.second_job_world import declared, second_job_council

SAID = {
    "employer": "Avonmouth Night Shelter",
    "role": "Support worker",
    "hours": "8",
    "from_on": "1 December 2026",
    "until_on": "",
    "words": "Two nights a week.",
    "seen": "",
}


@pytest.fixture
def council(db, time_machine):
    time_machine.move_to(NOW, tick=False)
    return second_job_council()


def client_of(person):
    client = Client()
    client.force_login(account_of(person))
    return client


def shown(response):
    return response.content.decode()


def test_known_facts_are_read_back_before_anything_is_asked(council):
    page = shown(client_of(council.amara).get(reverse("people:declare-second-job")))
    for words in ("<dd>BG9</dd>", "<dd>27</dd>", "37 a week", "You are below spinal point 28 of BG9."):
        assert words in page


def test_first_press_says_what_it_comes_to_and_who_decides_and_second_declares(council):
    client, address = client_of(council.amara), reverse("people:declare-second-job")
    first = client.post(address, SAID)
    page = shown(first)
    assert (first.status_code, SecondJob.objects.count()) == (200, 0)
    assert "<strong>45 hours a week</strong> over all jobs: 37 of your own, 8 of this one. At most 48." in page
    assert "Her line manager decides: Helen Prosser." in page
    assert 'name="seen" value="line_manager 45.00"' in page
    changed = client.post(address, {**SAID, "hours": "13", "seen": "line_manager 45.00"})
    assert ("It cannot be allowed with these hours." in shown(changed), SecondJob.objects.count()) == (True, 0)
    done = client.post(address, {**SAID, "hours": "13", "seen": "line_manager 50.00"})
    job = SecondJob.objects.get()
    assert (done["Location"], job.hours_in_all, job.words) == (
        job.get_absolute_url(),
        Decimal("50.00"),
        "Two nights a week.",
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"hours": "many"}, "Write the hours a week as a number, for example 8 or 7.5."),
        ({"hours": "NaN"}, "Write the hours a week as a number, for example 8 or 7.5."),
        ({"hours": "0", "seen": "line_manager 37.00"}, "Write the hours a week, from 0.25 to 100."),
        ({"employer": ""}, "Write an answer to “Who is the other employer?”."),
    ],
)
def test_what_does_not_fit_is_said_next_to_its_field(council, change, said):
    response = client_of(council.amara).post(reverse("people:declare-second-job"), {**SAID, **change})
    assert (response.status_code, said in shown(response), SecondJob.objects.count()) == (422, True, 0)


def test_job_that_has_begun_is_asked_why(council):
    page = shown(client_of(council.amara).post(reverse("people:declare-second-job"), {**SAID, "from_on": "17/11/2026"}))
    assert "Permission is asked for in advance." in page


def test_without_a_policy_nothing_is_declared(council):
    other = staff_of(second_job_council().organisation)
    SecondJob.objects.all().delete()
    other.posts.get().organisation.second_job_policies.update(withdrawn_on=NOW.date())
    client, address = client_of(other), reverse("people:declare-second-job")
    assert "has not said how second jobs are decided" in shown(client.get(address))
    assert client.post(address, SAID).status_code == 422


def test_fifty_hours_can_only_be_refused_and_she_reads_why(council):
    job = declared(council, hours=Decimal(13))
    helen, address = client_of(council.helen), reverse("people:decide-second-job", args=[job.pk])
    page = shown(helen.get(address))
    reason = "This comes to 50 hours a week over all jobs; at most 48 hours are allowed."
    assert (reason in page, "Allow it" in page, "Refuse it" in page) == (True, False, True)
    helen.post(address, {"reason": reason})
    page = shown(client_of(council.amara).get(job.get_absolute_url()))
    assert "Refused by Helen Prosser" in page
    assert reason in page


@pytest.mark.parametrize(("pressed", "state"), [({}, "allowed"), ({"refuse": "1"}, "refused")])
def test_one_press_decides_either_way(council, pressed, state):
    job = declared(council)
    address = reverse("people:decide-second-job", args=[job.pk])
    response = client_of(council.helen).post(address, {"reason": "So it is.", **pressed})
    job.refresh_from_db()
    assert (job.state, response["Location"]) == (state, job.get_absolute_url())


def test_no_without_a_reason_is_said_next_to_it(council):
    address = reverse("people:decide-second-job", args=[declared(council).pk])
    response = client_of(council.helen).post(address, {"reason": "", "refuse": "1"})
    assert (response.status_code, "Give a reason. It is read by the person who asks." in shown(response)) == (422, True)


def test_decided_one_says_so_where_the_decision_was(council):
    job = allow(job=declared(council), by=as_actor(council.helen), at=NOW)
    page = shown(client_of(council.helen).get(reverse("people:decide-second-job", args=[job.pk])))
    assert "This was decided or withdrawn already." in page


def test_who_may_open_what(council):
    job = declared(council)
    colleague = staff_of(council.organisation)
    pages = {
        "see": job.get_absolute_url(),
        "decide": reverse("people:decide-second-job", args=[job.pk]),
        "withdraw": reverse("people:withdraw-second-job", args=[job.pk]),
        "list": reverse("settings:second_jobs"),
    }
    people = {"amara": council.amara, "helen": council.helen, "hr": council.hr, "colleague": colleague}
    found = {who: [client_of(each).get(page).status_code for page in pages.values()] for who, each in people.items()}
    assert found == {
        "amara": [200, 403, 200, 403],
        "helen": [200, 200, 403, 403],
        "hr": [200, 403, 403, 200],
        "colleague": [404, 404, 404, 403],
    }
    assert set(Event.objects.filter(kind="read").values_list("about_id", flat=True)) == {council.amara.pk}


def test_line_manager_reads_what_the_chief_officer_decides(council):
    other = second_job_council(point=29)
    job = declared(other)
    address = reverse("people:decide-second-job", args=[job.pk])
    assert [client_of(each).get(address).status_code for each in (other.helen, other.chief, council.chief)] == [
        403,
        200,
        404,
    ]


def test_own_list_leads_to_each_and_declares_only_where_she_works(council):
    job = allow(job=declared(council), by=as_actor(council.helen), at=NOW)
    page = shown(client_of(council.amara).get(reverse("people:second-jobs")))
    assert [job.get_absolute_url() in page, "17 November 2027" in page, "Declare a second job" in page] == [True] * 3
    guest = RoleHoldingFactory(role="auditor", organisation=council.organisation).person
    page = shown(client_of(guest).get(reverse("people:second-jobs")))
    assert ["You have declared no second job." in page, "Declare a second job" in page] == [True, False]


def test_job_is_withdrawn_declared_again_and_ended(council):
    client = client_of(council.amara)
    client.post(reverse("people:withdraw-second-job", args=[declared(council).pk]))
    job = allow(job=declared(council), by=as_actor(council.helen), at=NOW)
    again = reverse("people:declare-second-job-again", args=[job.pk])
    assert 'value="Avonmouth Night Shelter"' in shown(client.get(again))
    client.post(again, {**SAID, "seen": "line_manager 45.00"})
    client.post(reverse("people:end-second-job", args=[job.pk]), {"last_day": "17 November 2026"})
    assert list(SecondJob.objects.order_by("pk").values_list("state", "renews_id")) == [
        ("withdrawn", None),
        ("ended", None),
        ("declared", job.pk),
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_list_of_human_resources_takes_the_same_queries(council, no_worklist, django_assert_num_queries, count):
    for _ in range(count):
        person = staff_of(council.organisation, line_manager=council.helen)
        SecondJob.objects.filter(pk=declared(council).pk).update(person=person)
    client = client_of(council.hr)
    client.get(reverse("settings:second_jobs"))
    with django_assert_num_queries(8):
        page = shown(client.get(reverse("settings:second_jobs")))
    assert page.count("Avonmouth Night Shelter") == count
    assert "Nothing was declared that stands so." in shown(
        client.get(reverse("settings:second_jobs"), {"state": "ended"})
    )


def test_what_was_changed_in_her_record_does_not_list_second_jobs(council):
    declared(council)
    page = shown(client_of(council.hr).get(reverse("settings:changes", args=[council.amara.pk])))
    assert ("Second job declared" in page, Event.objects.filter(act="people.second_job.declare").count()) == (False, 1)
