"""Equality monitoring on its pages: her own, and totals of others."""

import pytest
from django.test import Client
from django.urls import reverse

from academy.people.choices import RoleCode
from academy.people.models import MonitoringAnswer
from tests.factories.monitoring import MonitoringAnswerFactory, MonitoringFormFactory
from tests.factories.people import NOW, PostFactory, account_of, holder_of

ANSWERS = [{"code": "25-34", "words": "25 to 34"}, {"code": "not-said", "words": "Prefer not to say"}]
CONTENT = {
    "why": "Answers are free and only counted.",
    "questions": [{"code": "age", "asks": "Which age group are you in?", "answers": ANSWERS}],
}


@pytest.fixture(autouse=True)
def _asked(db, time_machine):
    time_machine.move_to(NOW, tick=False)
    MonitoringFormFactory(content=CONTENT)


def client_of(person):
    client = Client()
    client.force_login(account_of(person))
    return client


def shown(response):
    return response.content.decode()


def test_she_answers_takes_along_and_takes_back(amara):
    client, address = client_of(amara), reverse("people:monitoring")
    page = shown(client.get(address))
    assert ("Prefer not to say" in page, "Take back all my answers" in page) == (True, False)
    page = shown(client.post(address, {"age": "25-34"}, follow=True))
    assert (page.count("checked"), "Take back all my answers" in page) == (1, True)
    assert shown(client.get(reverse("people:monitoring-table"))) == "\ufeffquestion,answer\r\nage,25-34\r\n"
    assert "They are deleted, and counted no more." in shown(client.get(reverse("people:monitoring-take-back")))
    client.post(reverse("people:monitoring-take-back"))
    assert MonitoringAnswer.objects.count() == 0


def test_answer_that_was_not_offered_is_refused(amara):
    response = client_of(amara).post(reverse("people:monitoring"), {"age": "99"})
    assert (response.status_code, MonitoringAnswer.objects.count()) == (422, 0)


def test_without_a_form_nothing_is_asked(amara):
    type(MonitoringFormFactory.create(code="other", content=CONTENT)).objects.update(withdrawn_on=NOW.date())
    assert "Nothing is asked here at present." in shown(client_of(amara).get(reverse("people:monitoring")))
    lead = holder_of(RoleCode.HR, amara.posts.get().organisation)
    assert "Nothing is asked here." in shown(client_of(lead).get(reverse("settings:monitoring")))


@pytest.mark.parametrize(("count", "said"), [(9, "Too few answers to show"), (10, "10 answers")])
def test_totals_hide_small_numbers(bristol, count, said):
    for _ in range(count):
        MonitoringAnswerFactory(person=PostFactory(organisation=bristol).person)
    page = shown(client_of(holder_of(RoleCode.HR, bristol)).get(reverse("settings:monitoring")))
    assert said in page


@pytest.mark.parametrize("role", [RoleCode.AUDITOR, RoleCode.ADMINISTRATOR, RoleCode.ACADEMY_STAFF])
def test_totals_are_closed_to_other_roles(bristol, role):
    assert client_of(holder_of(role, bristol)).get(reverse("settings:monitoring")).status_code == 403
