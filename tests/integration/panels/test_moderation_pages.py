"""Recommendations are put to a sitting on one page, many at once."""

import pytest
from django.urls import reverse

from panels.choices.panels import Seat
from panels.models import Case, Meeting
from tests.factories.panel_moderation import moderating
from tests.factories.panels import seat_of
from tests.factories.people import NOW, staff_of
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
PAGE = "/panels/moderation/"
QUERIES = 8


@pytest.fixture
def here():
    return moderating()


def test_coordinator_puts_those_she_ticks_to_the_sitting_and_sees_its_cases(here):
    ticked, left = here.waiting(), here.waiting()
    client = browser(here.coordinator)
    page = words(client.get(PAGE))
    assert all(f"{each.enrolment.person.full_name}: adults" in page for each in (ticked, left))
    sent = client.post(PAGE, {"recommendations": [ticked.pk], "sitting": here.meeting.pk})
    assert (sent.status_code, sent["Location"]) == (302, reverse("panels:sitting-cases", args=[here.meeting.pk]))
    assert list(Case.objects.values_list("recommendation", "state")) == [(ticked.pk, "accepted")]
    assert "1 case put to the sitting." in words(client.get(sent["Location"]))
    again = words(client.get(PAGE))
    assert [each.enrolment.person.full_name in again for each in (ticked, left)] == [False, True]


def test_second_recommendation_says_so(here):
    here.waiting(number=2)
    assert "recommended for the second time" in words(browser(here.coordinator).get(PAGE))


def test_nothing_ticked_and_one_that_waits_no_more_are_refused_beside_the_question(here):
    found = here.waiting()
    client = browser(here.coordinator)
    answer = client.post(PAGE, {"recommendations": [], "sitting": here.meeting.pk})
    assert (answer.status_code, Case.objects.count()) == (422, 0)
    found.enrolment.state = "moderated"
    found.enrolment.save()
    here.waiting()
    answer = client.post(PAGE, {"recommendations": [found.pk], "sitting": here.meeting.pk})
    assert (answer.status_code, Case.objects.count()) == (422, 0)


def test_joint_panel_that_misses_a_service_is_refused_beside_the_sitting(here):
    found = here.waiting()
    policy = here.meeting.policy
    policy.content["rules"]["moderation"]["is_joint"] = True
    policy.save()
    here.panel.members.exclude(seat=Seat.CLERK).update(service="children")
    client = browser(here.lead)
    answer = client.post(PAGE, {"recommendations": [found.pk], "sitting": here.meeting.pk})
    assert (answer.status_code, "Give somebody of each a seat first." in words(answer)) == (422, True)


def test_without_a_recommendation_or_a_sitting_the_page_says_what_comes_next(here):
    client = browser(here.coordinator)
    assert "No recommendation waits for a panel here." in words(client.get(PAGE))
    here.waiting()
    Meeting.objects.filter(pk=here.meeting.pk).update(state="open", opened_at=NOW)
    assert "1 recommendation waits for moderation, and no sitting takes cases." in words(client.get(PAGE))


def test_only_who_puts_years_to_a_panel_opens_it(here):
    clerk, chair = seat_of(here.panel, Seat.CLERK), seat_of(here.panel)
    people = (here.coordinator, here.lead, clerk, chair, staff_of(here.organisation))
    assert [browser(each).get(PAGE).status_code for each in people] == [200, 200, 200, 403, 403]


def test_three_recommendations_take_as_many_queries_as_one(here, django_assert_num_queries):
    client = browser(here.coordinator)
    here.waiting()
    client.get(PAGE)
    with django_assert_num_queries(QUERIES):
        client.get(PAGE)
    for _ in range(2):
        here.waiting()
    with django_assert_num_queries(QUERIES):
        client.get(PAGE)
