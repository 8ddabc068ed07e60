from datetime import date

import pytest
from django.db import IntegrityError, transaction

from academy.training.models import RequestCost, RequestQuestion, RequestStage
from tests.factories.identity import PersonFactory
from tests.factories.people import NOW
from tests.factories.training import TrainingEventFactory, TrainingPolicyFactory, TrainingRequestFactory

pytestmark = pytest.mark.django_db


def submitted(**said):
    return TrainingRequestFactory(
        **{"state": "submitted", "submitted_at": NOW, "policy": TrainingPolicyFactory(), **said}
    )


def stage_of(request, **said):
    return RequestStage.objects.create(request=request, **{"order": 1, "decider": "line_manager", **said})


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ({"state": "gone"}, "trainingrequest_state_known"),
        ({"title": ""}, "trainingrequest_has_title"),
        ({"award_type": "medal"}, "trainingrequest_award_known"),
        ({"agreed_in": "lift"}, "trainingrequest_agreed_in_known"),
        ({"starts_on": date(2027, 1, 2), "ends_on": date(2027, 1, 1)}, "trainingrequest_dates_in_order"),
        ({"days": "-1"}, "trainingrequest_days_not_negative"),
        ({"state": "submitted"}, "trainingrequest_submitted_under_a_policy"),
        ({"state": "asked", "submitted_at": NOW}, "trainingrequest_submitted_under_a_policy"),
    ],
)
def test_impossible_request_is_refused_by_the_database(said, name):
    with pytest.raises(IntegrityError, match=name):
        TrainingRequestFactory(**said)


@pytest.mark.parametrize("state", ["approved", "declined"])
def test_decided_request_has_its_moment(state):
    with pytest.raises(IntegrityError, match="trainingrequest_decided_at_a_time"):
        submitted(state=state)


def test_request_for_an_event_is_for_its_course_and_lives_once():
    event, person = TrainingEventFactory(), PersonFactory()
    with pytest.raises(IntegrityError, match="trainingrequest_event_is_of_a_course"), transaction.atomic():
        TrainingRequestFactory(event=event)
    TrainingRequestFactory(event=event, course=event.course, person=person, state="withdrawn")
    TrainingRequestFactory(event=event, course=event.course, person=person)
    with pytest.raises(IntegrityError), transaction.atomic():
        TrainingRequestFactory(event=event, course=event.course, person=person)


def test_form_becomes_one_request():
    token = "5f2b8c1e-7c55-4b0e-9d5e-0a1f6f3f7a10"
    TrainingRequestFactory(token=token)
    TrainingRequestFactory()
    TrainingRequestFactory()
    with pytest.raises(IntegrityError):
        TrainingRequestFactory(token=token)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ({"kind": "bribe", "pounds": 1}, "request_cost_kind_known"),
        ({"kind": "fee", "pounds": 0}, "request_cost_above_0"),
    ],
)
def test_impossible_cost_is_refused_by_the_database(said, name):
    with pytest.raises(IntegrityError, match=name):
        RequestCost.objects.create(request=TrainingRequestFactory(), **said)


def test_cost_of_a_kind_stands_once():
    request = TrainingRequestFactory()
    cost = RequestCost.objects.create(request=request, kind="fee", pounds=1)
    assert str(cost) == f"Fee of request {request.pk}"
    with pytest.raises(IntegrityError):
        RequestCost.objects.create(request=request, kind="fee", pounds=2)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ({"state": "gone"}, "requeststage_state_known"),
        ({"decider": "cat"}, "requeststage_decider_known"),
        ({"state": "approved"}, "requeststage_decided_by_somebody"),
        ({"state": "approved", "decided_at": NOW}, "requeststage_decided_by_somebody"),
        ({"escalated_at": NOW}, "requeststage_escalated_to_somebody"),
    ],
)
def test_impossible_stage_is_refused_by_the_database(said, name):
    with pytest.raises(IntegrityError, match=name):
        stage_of(submitted(), **said)


def test_stage_declined_has_a_reason():
    with pytest.raises(IntegrityError, match="requeststage_declined_with_reason"):
        stage_of(submitted(), state="declined", decided_at=NOW, decided_by=PersonFactory())


def test_one_stage_of_a_request_is_waited_for_at_a_time():
    request = submitted()
    stage_of(request, state="open")
    with pytest.raises(IntegrityError), transaction.atomic():
        stage_of(request, order=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        stage_of(request, order=2, state="asked")


def test_stage_has_one_open_question_and_an_answer_has_its_moment():
    stage, by = stage_of(submitted(), state="asked"), PersonFactory()
    asked = {"stage": stage, "asked_by": by, "asked_at": NOW}
    question = RequestQuestion.objects.create(**asked, question="When?")
    assert str(question) == f"question {question.pk}"
    for said, name in (
        ({"question": "Where?"}, "requestquestion_one_open|stage_id"),
        ({"question": "", "answer": "A", "answered_at": NOW}, "requestquestion_says_what"),
        ({"question": "Where?", "answered_at": NOW}, "requestquestion_answered_at_a_time"),
    ):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            RequestQuestion.objects.create(**asked, **said)


@pytest.mark.parametrize(
    ("state", "word", "shape"),
    [
        ("draft", "Draft", "notyet"),
        ("submitted", "Waiting for a decision", "doing"),
        ("asked", "Question to answer", "ageing"),
        ("approved", "Approved", "met"),
        ("declined", "Declined", "notyet"),
        ("withdrawn", "Withdrawn", "notyet"),
    ],
)
def test_state_of_a_request_is_a_word_and_a_shape(state, word, shape):
    request = TrainingRequestFactory.build(state=state, person=None, organisation=None)
    standing = request.standing.state
    assert (standing.word, standing.shape) == (word, shape)
    assert (request.is_draft, request.is_open) == (state == "draft", state in ("submitted", "asked"))
    assert request.can_be_withdrawn is (state not in ("declined", "withdrawn"))


@pytest.mark.parametrize(
    ("state", "shape"),
    [("waiting", "notyet"), ("open", "doing"), ("asked", "ageing"), ("approved", "met"), ("declined", "notyet")],
)
def test_state_of_a_stage_has_a_shape(state, shape):
    stage = RequestStage(state=state, request_id=1, order=2)
    assert (stage.standing.state.shape, stage.is_declined, stage.is_decided) == (shape, state == "declined", False)
    assert str(stage) == "stage 2 of request 1"
