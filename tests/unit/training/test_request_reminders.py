from datetime import date, timedelta

import pytest
from django.urls import reverse

from academy.engines.reminders.deadlines import Line, Told
from academy.engines.reminders.finding import note_due
from academy.engines.reminders.models import Reminder
from academy.training.reminders.requests import GOING_UP, UNANSWERED
from academy.training.services.decisions import approve, ask
from academy.training.services.escalation import send_up_due
from tests.factories.people import NOW, as_actor
from tests.factories.requests import asking_council, submitted


@pytest.fixture
def council(db):
    return asking_council()


def noted(on):
    note_due(on=on, at=NOW)
    return sorted(
        Reminder.objects.filter(kind__startswith="training.").values_list("kind", "recipient_id", "due_on", "days")
    )


def test_decider_is_reminded_after_the_days_of_the_policy_and_the_day_before_it_goes_up(council):
    submitted(council)
    assert noted(date(2026, 11, 21)) == []
    first = ("training.decision", council.helen.pk, date(2026, 11, 22), 0)
    assert noted(date(2026, 11, 22)) == [first]
    assert noted(date(2026, 11, 26)) == [
        first,
        ("training.decision_going_up", council.helen.pk, date(2026, 11, 27), -1),
    ]


def test_second_decider_is_reminded_of_hers(council):
    stage = submitted(council)
    approve(stage=stage, by=as_actor(council.helen), at=NOW)
    assert noted(date(2026, 11, 22)) == [("training.decision", council.ruth.pk, date(2026, 11, 22), 0)]


def test_whom_it_went_up_to_is_reminded_and_not_the_first_again(council):
    submitted(council)
    send_up_due(at=NOW + timedelta(days=10))
    assert {recipient for _, recipient, _, _ in noted(date(2026, 11, 27))} == {council.sam.pk}


def test_nobody_is_reminded_while_a_question_is_open(council):
    ask(stage=submitted(council), question="Which dates?", by=as_actor(council.helen), at=NOW)
    assert noted(date(2026, 11, 22)) == []


def test_lines_lead_to_the_decision(council):
    stage = submitted(council)
    told = Told(stage.pk, council.amara, False, date(2026, 11, 27), date(2026, 11, 26))
    url = reverse("training:decide", args=[stage.pk])
    assert UNANSWERED.line(told) == Line("Amara Osei waits for your decision on a request for training.", url)
    assert GOING_UP.line(told) == Line(
        "The request of Amara Osei for training goes up on 27 November, which is tomorrow, if you do not decide.", url
    )


def test_nobody_is_reminded_of_nothing(council):
    assert noted(date(2026, 11, 22)) == []
