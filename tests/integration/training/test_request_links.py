"""A request says which goal it serves and in which supervision it was agreed (S2-91, S2-113)."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from academy.engines.audit.commands import Refused
from academy.training.models import TrainingRequest
from academy.training.services.requests import write
from tests.factories.people import NOW, account_of, as_actor
from tests.factories.plans import goal_in
from tests.factories.requests import asking_council, request_words, submitted
from tests.factories.supervisions import SupervisionFactory

SAID = {"title": "BIA module", "provider": "University", "award_type": "none", "agreed_in": "not_yet", "leave": "1"}
HELD_ON = date(2026, 11, 3)


@pytest.fixture(autouse=True)
def _frozen():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def council(db):
    return asking_council()


@pytest.fixture
def goal(council):
    return goal_in("open", person=council.amara, organisation=council.organisation, title="Zqassess best interests")


@pytest.fixture
def supervision(council):
    return SupervisionFactory(
        person=council.amara,
        organisation=council.organisation,
        state="held",
        planned_on=HELD_ON,
        held_on=HELD_ON,
    )


def client_of(person):
    client = Client()
    client.force_login(account_of(person))
    return client


def write_form(client):
    address = client.get(reverse("training:new-request")).url
    return address, client.get(address).context["form"]


def test_form_offers_ones_open_goals_and_supervisions(council, goal, supervision):
    goal_in("reached", person=council.amara, organisation=council.organisation)
    goal_in("open", person=council.helen, organisation=council.organisation)
    _, form = write_form(client_of(council.amara))
    assert form.fields["goal"].choices == [("", "None"), (str(goal.pk), goal.title)]
    assert [key for key, _ in form.fields["supervision"].choices] == ["", str(supervision.pk)]


def test_form_asks_for_neither_where_there_is_none(council):
    _, form = write_form(client_of(council.amara))
    assert {"goal", "supervision"} & set(form.fields) == set()


def test_supervision_that_is_chosen_says_where_and_when_it_was_agreed(council, goal, supervision):
    client = client_of(council.amara)
    address, _ = write_form(client)
    client.post(address, {**SAID, "goal": str(goal.pk), "supervision": str(supervision.pk)})
    made = TrainingRequest.objects.get()
    assert (made.goal, made.supervision, made.agreed_in, made.agreed_on) == (
        goal,
        supervision,
        "supervision",
        HELD_ON,
    )
    form = client.get(reverse("training:edit-request", args=[made.pk])).context["form"]
    assert (form.initial["goal"], form.initial["supervision"]) == (goal.pk, supervision.pk)
    assert goal.title in client.get(made.get_absolute_url()).content.decode()


@pytest.mark.parametrize("name", ["goal", "supervision"])
def test_goal_or_supervision_of_somebody_else_is_refused(council, goal, supervision, name):
    there = {"goal": goal, "supervision": supervision}[name]
    words = request_words(**{f"{name}_id": there.pk})
    with pytest.raises(Refused, match="one of your own") as refused:
        write(words=words, by=as_actor(council.helen), at=NOW)
    assert (refused.value.field, TrainingRequest.objects.count()) == (name, 0)


def test_goal_closed_since_stays_with_the_draft(council, goal):
    by = council.by
    made = write(words=request_words(goal_id=goal.pk), by=by, at=NOW)
    type(goal).objects.filter(pk=goal.pk).update(state="reached", closed_at=NOW)
    again = write(words=request_words(goal_id=goal.pk, days=Decimal(2)), request=made, by=by, at=NOW)
    assert (again.goal, again.days) == (goal, 2)


def test_decider_reads_the_goal_only_if_she_may_see_it(council, goal):
    stage = submitted(council, goal_id=goal.pk)
    decide = reverse("training:decide", args=[stage.pk])
    assert goal.title in client_of(council.helen).get(decide).content.decode()
    request = reverse("training:request", args=[stage.request_id])
    assert goal.title in client_of(council.helen).get(request).content.decode()
    type(stage.request).objects.filter(pk=stage.request_id).update(person=council.helen)
    assert goal.title not in client_of(council.sam).get(decide).content.decode()
