from datetime import date

import pytest
from django.urls import reverse

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import declared
from academy.training.services.decisions import ask
from tests.factories.identity import TODAY
from tests.factories.people import NOW, as_actor
from tests.factories.requests import asking_council, small, submitted

FIND = {provider.key: provider.find for provider in declared()}


@pytest.fixture
def council(db):
    return asking_council()


def test_decision_waits_for_its_decider_and_for_nobody_else(council):
    stage = submitted(council)
    assert FIND["training.decision"](as_actor(council.helen), TODAY) == [
        Item(
            what="Decide: Amara Osei asks for Best Interests Assessor module",
            why="£1,450 · 10 days. Unanswered, it goes up on the day.",
            url=reverse("training:decide", args=[stage.pk]),
            action="Decide",
            due_on=date(2026, 11, 27),
            waiting_since=date(2026, 11, 17),
        )
    ]
    for person in (council.amara, council.sam, council.ruth):
        assert FIND["training.decision"](as_actor(person), TODAY) == []


def test_question_waits_for_the_person_and_her_request_for_others(council):
    stage = submitted(council)
    assert [item.what for item in FIND["training.request"](council.by, TODAY)] == [
        "A decision on “Best Interests Assessor module”"
    ]
    assert FIND["training.question"](council.by, TODAY) == []
    ask(stage=stage, question="Which dates?", by=as_actor(council.helen), at=NOW)
    assert FIND["training.request"](council.by, TODAY) == []
    assert [(item.what, item.url) for item in FIND["training.question"](council.by, TODAY)] == [
        (
            "Answer the question about “Best Interests Assessor module”",
            reverse("training:answer-request", args=[stage.request_id]),
        )
    ]


@pytest.mark.parametrize("requests", [1, 3])
def test_worklist_takes_the_same_queries_for_one_request_and_three(council, requests, django_assert_num_queries):
    for number in range(requests):
        submitted(council, **small(title=f"Request {number}"))
    by = as_actor(council.helen)
    with django_assert_num_queries(6):
        assert len(FIND["training.decision"](by, TODAY)) == requests
    with django_assert_num_queries(12):
        assert len(FIND["training.request"](council.by, TODAY)) == requests


def test_worklist_asks_once_where_nothing_waits(council, django_assert_num_queries):
    helen, amara = as_actor(council.helen), council.by
    with django_assert_num_queries(1):
        assert FIND["training.decision"](helen, TODAY) == []
    with django_assert_num_queries(0):
        assert FIND["training.decision"](amara, TODAY) == []
    with django_assert_num_queries(1):
        assert FIND["training.question"](amara, TODAY) == []
