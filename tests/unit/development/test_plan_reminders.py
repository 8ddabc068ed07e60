"""When people are reminded of goals and of the meetings of the appraisal year, and in which words."""

from datetime import date, timedelta

import pytest

from academy.development.reminders.plans import MEETINGS
from academy.development.services.appraisal_policies import load_appraisal_policy
from academy.engines.notify.models import Notice
from academy.engines.reminders.finding import note_due
from academy.engines.reminders.models import Reminder
from academy.engines.reminders.sweeping import sweep
from tests.factories.people import AbsenceFactory, account_of
from tests.factories.plans import appraisal_file, appraisal_in, goal_in
from tests.factories.reminders import AT

DUE = date(2027, 3, 31)
APPRAISAL = MEETINGS[0].key


@pytest.fixture
def people(council):
    load_appraisal_policy(appraisal_file(), on=date(2026, 11, 17))
    for person in (council.author, council.manager):
        account_of(person)
    return council


def noted(key):
    return sorted(Reminder.objects.filter(kind=key).values_list("days", "recipient"))


@pytest.mark.parametrize(("days", "is_told"), [(-31, False), (-30, True), (-14, True), (6, False), (7, True)])
def test_meeting_is_reminded_of_a_month_and_a_fortnight_before_and_a_week_after(people, days, is_told):
    note_due(on=DUE + timedelta(days=days), at=AT)
    assert ((days, people.author.pk) in noted(APPRAISAL)) is is_told
    assert ((days, people.manager.pk) in noted(APPRAISAL)) is is_told


def test_both_are_told_and_led_to_the_plan(people):
    sweep(on=DUE - timedelta(days=30), at=AT)
    own = Notice.objects.get(person=people.author)
    managers = Notice.objects.get(person=people.manager)
    assert "Your appraisal is due by 31 March" in own.body
    assert f"The appraisal of {people.author.full_name} is due by 31 March" in managers.body


def test_signed_meeting_is_not_reminded_of(people):
    appraisal_in("signed", person=people.author, organisation=people.organisation)
    note_due(on=DUE - timedelta(days=30), at=AT)
    assert people.author.pk not in {recipient for _, recipient in noted(APPRAISAL)}


def test_long_absence_moves_the_reminder(people):
    AbsenceFactory(person=people.author, from_on=date(2026, 6, 1), until_on=date(2026, 6, 30))
    note_due(on=DUE - timedelta(days=30), at=AT)
    assert people.author.pk not in {recipient for _, recipient in noted(APPRAISAL)}
    note_due(on=DUE, at=AT)
    assert (-30, people.author.pk) in noted(APPRAISAL)


def test_goal_is_reminded_of_a_fortnight_before_and_on_its_day(people):
    goal = goal_in("open", person=people.author, organisation=people.organisation, due_on=date(2026, 12, 10))
    goal_in("reached", person=people.author, organisation=people.organisation, due_on=date(2026, 12, 10))
    sweep(on=date(2026, 11, 26), at=AT)
    notice = Notice.objects.get(person=people.author)
    assert "One of your goals is due on 10 December, in 14 days." in notice.body
    assert notice.url == goal.get_absolute_url()
    assert noted("development.goal") == [(-14, people.author.pk)]
