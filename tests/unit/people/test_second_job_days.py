"""What waits about second jobs, and when a permission that ends is reminded of."""

from datetime import timedelta

import pytest
from django.urls import reverse

from academy.engines.reminders.deadlines import Told
from academy.engines.reminders.finding import note_due
from academy.engines.reminders.models import Reminder
from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import declared as providers
from academy.identity.actor import Actor
from academy.people.reminders.second_jobs import RENEWAL
from tests.factories.identity import TODAY, PersonFactory
from tests.factories.people import as_actor
from tests.factories.reminders import AT
from tests.factories.second_job_world import declared, second_job_council
from tests.factories.second_jobs import SecondJobFactory

pytestmark = pytest.mark.django_db

FIND = {provider.key: provider.find for provider in providers()}


def test_declaration_waits_for_who_decides():
    council = second_job_council()
    job = declared(council)
    assert FIND["people.second_job_decisions"](as_actor(council.helen), TODAY) == [
        Item(
            what="Decide on a second job of Amara Osei",
            why="She declared it and waits for your permission.",
            url=reverse("people:decide-second-job", args=[job.pk]),
            action="Decide",
            waiting_since=TODAY,
        )
    ]
    assert FIND["people.second_job_decisions"](as_actor(council.chief), TODAY) == []


def test_permission_that_ends_within_thirty_days_waits_for_her():
    council = second_job_council()
    job = SecondJobFactory(allowed=True, person=council.amara, renew_on=TODAY + timedelta(days=30))
    items = FIND["people.second_job_renewals"](council.by, TODAY)
    assert [(item.url, item.due_on) for item in items] == [(job.get_absolute_url(), job.renew_on)]
    assert FIND["people.second_job_renewals"](council.by, TODAY - timedelta(days=1)) == []
    assert FIND["people.second_job_renewals"](Actor.system("tests", on=TODAY), TODAY) == []


@pytest.mark.parametrize(
    ("days_left", "offsets"), [(31, set()), (30, {-30}), (7, {-7}), (0, {-7, 0}), (-14, {0, 14}), (1, {-7})]
)
def test_permission_is_reminded_of_before_on_and_after_its_day(days_left, offsets):
    council = second_job_council()
    SecondJobFactory(allowed=True, person=council.amara, renew_on=TODAY + timedelta(days=days_left))
    note_due(on=TODAY, at=AT)
    assert set(Reminder.objects.filter(kind=RENEWAL.key).values_list("days", flat=True)) == offsets


@pytest.mark.parametrize(
    ("is_own", "days", "said"),
    [
        (True, 3, "The permission for your second job ends on 20 November, in 3 days."),
        (False, -1, "The permission for the second job of Amara Osei ended on 16 November, which was yesterday."),
    ],
)
def test_line_says_whose_and_when(is_own, days, said):
    about = PersonFactory(given_name="Amara", family_name="Osei")
    told = Told(subject_id=7, about=about, is_own=is_own, due_on=TODAY + timedelta(days=days), on=TODAY)
    line = RENEWAL.line(told)
    assert (line.what, line.url) == (said, "/people/second-jobs/7/")
