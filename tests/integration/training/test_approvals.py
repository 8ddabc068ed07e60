from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from academy.engines.audit.models import Event
from academy.people.choices import AbsenceCategory, RoleCode
from academy.training.models import RequestStage
from academy.training.services.decision_links import decision_url
from academy.training.services.decisions import approve
from academy.training.views import approvals
from tests.factories.people import NOW, AbsenceFactory, DeputyFactory, account_of, as_actor, holder_of, staff_of
from tests.factories.requests import asking_council, small, submitted

SECRETS = ("Our team waits", "I could do them", "Shorter waits")


@pytest.fixture
def council(db, time_machine):
    time_machine.move_to(NOW, tick=False)
    return asking_council()


def client_of(person):
    client = Client()
    client.force_login(account_of(person))
    return client


def decide(stage):
    return reverse("training:decide", args=[stage.pk])


def shown(response):
    return response.content.decode()


def test_queue_is_oldest_first_with_age_and_size(council):
    new = submitted(council, **small(title="Difficult conversations"))
    old = submitted(council, at=NOW - timedelta(days=6))
    client = client_of(council.helen)
    response = client.get(reverse("training:approvals"))
    assert response["Location"] == decide(old)
    page = shown(client.get(decide(new)))
    assert page.index("Best Interests Assessor module") < page.index("Difficult conversations")
    assert "£1,450 · 10 days" in page
    assert '<span class="app-due app-due--soon">6 days</span>' in page


def test_page_shows_everything_beside_the_request(council):
    colleague = staff_of(council.organisation, team=council.team, line_manager=council.helen)
    AbsenceFactory(
        person=colleague, category=AbsenceCategory.SICKNESS, from_on=date(2027, 1, 25), until_on=date(2027, 1, 29)
    )
    page = shown(client_of(council.helen).get(decide(submitted(council))))
    for words in (
        *SECRETS,
        "Academy lead (cost over £500; more than 5 days): Ruth Adeyemi.",
        "Supervision, 3 November 2026",
        "3 in the team, 2 needed on duty. In that time at most 1 other is away.",
        f"<td>Mon 25 Jan</td><td>{colleague.short_name}</td>",
        "Fee</td>",
        "Decided on job role and benefit to the organisation.",
        "Policy, section 4.2",
        "Spread in the team, last 12 months",
    ):
        assert words in page
    assert "Sickness" not in page


def test_second_decider_sees_numbers_and_no_names_of_the_team(council):
    colleague = staff_of(council.organisation, team=council.team, line_manager=council.helen)
    AbsenceFactory(person=colleague, from_on=date(2027, 1, 25), until_on=date(2027, 1, 29))
    stage = submitted(council)
    approve(stage=stage, by=as_actor(council.helen), at=NOW)
    page = shown(client_of(council.ruth).get(decide(stage.request.stages.get(order=2))))
    assert "<td>1 colleague</td>" in page
    assert colleague.short_name not in page
    assert "Approved by Helen Prosser" in page


@pytest.mark.parametrize(
    ("decision", "state", "message"),
    [
        ("approve", "approved", "You agreed to what Amara asks for."),
        ("ask", "asked", "Amara is asked"),
        ("decline", "declined", "Declined."),
    ],
)
def test_three_presses_make_three_decisions(council, decision, state, message):
    stage = submitted(council, **small())
    response = client_of(council.helen).post(decide(stage), {"decision": decision, "reason": "Why."}, follow=True)
    stage.refresh_from_db()
    assert (stage.state, message in shown(response)) == (state, True)
    assert response.request["PATH_INFO"] == reverse("training:approvals")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"decision": "decline"}, "Give a reason. It is read by the person who asks."),
        ({"decision": "ask", "reason": " "}, "Write your question."),
        ({"decision": "approve", "reason": "a" * 1001}, "Use at most 1,000 characters."),
        ({"reason": "Why."}, "Choose one of the three: approve, ask or decline."),
    ],
)
def test_decision_that_lacks_something_loses_nothing_typed(council, data, said):
    stage = submitted(council)
    response = client_of(council.helen).post(decide(stage), {**data, "job_role": "TYPED"})
    stage.refresh_from_db()
    assert (response.status_code, stage.state) == (422, "open")
    assert (said in shown(response), "TYPED" in shown(response)) == (True, True)


def test_second_presser_reads_what_happened(council):
    stage = submitted(council, **small())
    approve(stage=stage, by=as_actor(council.helen), at=NOW)
    client = client_of(council.helen)
    sentence = "Helen Prosser approved it on 17 November 2026. It is decided."
    response = client.post(decide(stage), {"decision": "approve"})
    assert (response.status_code, sentence in shown(response)) == (422, True)
    assert (sentence in shown(client.get(decide(stage))), 'value="approve"' in shown(client.get(decide(stage)))) == (
        True,
        False,
    )


@pytest.mark.parametrize("role", RoleCode.values)
def test_nobody_beside_the_deciders_opens_a_request(council, role):
    stage = submitted(council)
    client = client_of(holder_of(role, council.organisation))
    answers = [client.get(url).status_code for url in (decide(stage), decision_url(stage))]
    answers.append(client.post(decide(stage), {"decision": "approve"}).status_code)
    answers.append(client.get(stage.request.get_absolute_url()).status_code)
    stage.refresh_from_db()
    assert (answers, stage.state) == ([404] * 4, "open")


def test_decision_of_the_academy_lead_is_not_shown_before_its_turn(council):
    later = submitted(council).request.stages.get(order=2)
    assert client_of(council.ruth).get(decide(later)).status_code == 404
    assert shown(client_of(council.ruth).get(reverse("training:approvals"))).count("Nothing waits for you.") == 1


def test_manager_of_another_organisation_sees_nothing(council):
    other = asking_council()
    stage = submitted(council)
    assert client_of(other.helen).get(decide(stage)).status_code == 404
    assert "Amara" not in shown(client_of(other.helen).get(reverse("training:approvals"), follow=True))


def test_person_does_not_decide_on_her_own_request_and_does_not_see_the_page(council):
    stage = submitted(council)
    client = client_of(council.amara)
    assert (client.get(decide(stage)).status_code, client.get(reverse("training:approvals")).status_code) == (404, 403)


def test_deputy_sees_for_whom_she_decides(council):
    deputy = staff_of(council.organisation)
    DeputyFactory(person=council.helen, deputy=deputy, organisation=council.organisation, until_on=date(2026, 11, 20))
    stage = submitted(council)
    page = shown(client_of(deputy).get(decide(stage)))
    assert "You also decide for <strong>Helen Prosser</strong> until 20 November 2026; both names are kept." in page
    assert ("For Helen Prosser" in page, "You decide for Helen Prosser; both names are kept." in page) == (True, True)
    client_of(deputy).post(decide(stage), {"decision": "approve"})
    lately = shown(client_of(council.helen).get(reverse("training:decided")))
    assert f"by {deputy.full_name} for Helen Prosser" in lately


def test_deputy_of_the_academy_lead_decides_on_the_page_and_both_names_stay(council):
    deputy = staff_of(council.organisation)
    DeputyFactory(person=council.ruth, deputy=deputy, organisation=council.organisation)
    first = submitted(council)
    approve(stage=first, by=as_actor(council.helen), at=NOW)
    client = client_of(deputy)
    page = shown(client.get(reverse("training:approvals"), follow=True))
    assert ("You decide for Ruth Adeyemi; both names are kept." in page, "goes up" in page) == (True, False)
    client.post(decide(first.request.stages.get(order=2)), {"decision": "approve"})
    mine = shown(client_of(council.amara).get(first.request.get_absolute_url()))
    assert f"Approved by {deputy.full_name} for Ruth Adeyemi" in mine


def test_reading_a_request_is_noted(council):
    client_of(council.helen).get(decide(submitted(council)))
    assert Event.objects.filter(kind="read", about_id=council.amara.pk).count() == 1


def test_mailed_link_asks_for_sign_in_and_leads_to_exactly_this_request(council):
    stage = submitted(council)
    submitted(council, **small(title="Another one"))
    url = decision_url(stage)
    answer = Client().get(url)
    assert (answer.status_code, answer["Location"].startswith("/accounts/")) == (302, True)
    page = shown(client_of(council.helen).get(url))
    assert ("Amara Osei asks for Best Interests" in page, "Another one" in page) == (True, False)
    response = client_of(council.helen).post(url, {"decision": "approve"})
    stage.refresh_from_db()
    assert (response.status_code, stage.state) == (302, "approved")


@pytest.mark.parametrize("token", ["nonsense", "1:abc", "MQ:abcdef"])
def test_mailed_link_nobody_signed_is_a_404(council, token):
    submitted(council)
    assert client_of(council.helen).get(reverse("training:decision", args=[token])).status_code == 404


def test_together_approves_what_is_free_and_covered_and_nothing_else(council):
    for _ in range(3):
        staff_of(council.organisation, team=council.team, line_manager=council.helen)
    free = submitted(council, **small(title="Free and short"))
    dear = submitted(council)
    client = client_of(council.helen)
    page = shown(client.get(reverse("training:approve-together")))
    assert ("Free and short" in page, "Best Interests" in page) == (True, False)
    response = client.post(reverse("training:approve-together"), {"stages": [free.pk, dear.pk]})
    assert (response.status_code, "Choose only from the answers shown." in shown(response)) == (422, True)
    response = client.post(reverse("training:approve-together"), {"stages": [free.pk]}, follow=True)
    assert "1 approved. Everybody is told." in shown(response)
    assert list(RequestStage.objects.filter(order=1).order_by("pk").values_list("state", flat=True)) == [
        "approved",
        "open",
    ]


def test_together_tells_what_was_decided_meanwhile(council, monkeypatch):
    for _ in range(3):
        staff_of(council.organisation, team=council.team, line_manager=council.helen)
    stage = submitted(council, **small(title="Free and short"))
    client = client_of(council.helen)

    def refused(*, stages, by, at):
        return [f"{each.request.title}: It is decided." for each in stages]

    monkeypatch.setattr(approvals, "approve_several", refused)
    page = shown(client.post(reverse("training:approve-together"), {"stages": [stage.pk]}, follow=True))
    assert ("Free and short: It is decided." in page, "Everybody is told." in page) == (True, False)


def test_together_leaves_out_what_leaves_the_team_short(council):
    submitted(council, **small(title="Free but short of people"))
    AbsenceFactory(person=council.helen, from_on=date(2027, 1, 25), until_on=date(2027, 1, 25))
    page = shown(client_of(council.helen).get(reverse("training:approve-together")))
    assert "Free but short of people" not in page
