from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Notice
from academy.people.models import Terms as PostTerms
from academy.training.choices import BookingState, RequestState, StageState
from academy.training.models import Booking, TrainingPolicy, TrainingRequest
from academy.training.selectors.requests import whereabouts_of_one
from academy.training.services import requests
from academy.training.services.decisions import approve, ask
from academy.training.services.requests import (
    NOBODY_DECIDES,
    PlaceWords,
    answer,
    ask_for_place,
    hand_in,
    submit,
    withdraw,
    write,
)
from tests.factories.people import NOW, DeputyFactory, as_actor, staff_of
from tests.factories.requests import asking_council, request_words, small, submitted
from tests.factories.training import BookingFactory, CourseFactory, TrainingEventFactory

LATER = NOW + timedelta(days=2)


@pytest.fixture
def council(db):
    return asking_council()


def told(person):
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("kind", flat=True))


def place(event, person, **said):
    return Booking.objects.get(pk=BookingFactory(event=event, person=person, **said).pk)


def test_draft_is_written_and_changed_and_nobody_is_told(council):
    draft = write(words=request_words(), by=council.by, at=NOW)
    again = write(
        words=request_words(title="Another", costs={"fee": Decimal(5)}), request=draft, by=council.by, at=LATER
    )
    assert (again.pk, again.title, again.state, again.changed_at) == (draft.pk, "Another", RequestState.DRAFT, LATER)
    assert list(again.costs.values_list("kind", "pounds")) == [("fee", Decimal(5))]
    assert told(council.helen) == []
    assert [event.to_state for event in Event.objects.filter(act="training.request.write").order_by("pk")] == [
        "draft",
        "",
    ]


def test_request_is_tied_only_to_a_course_of_the_offer_that_is_taught_outside(council):
    here = CourseFactory(organisation=council.organisation)
    strange = CourseFactory(is_external=True)
    for course in (here, strange):
        with pytest.raises(Refused, match="taught outside") as refused:
            write(words=request_words(course_id=course.pk), by=council.by, at=NOW)
        assert refused.value.field == "course"
    outside = CourseFactory(organisation=council.organisation, is_external=True)
    draft = write(words=request_words(course_id=outside.pk), by=council.by, at=NOW)
    outside.withdrawn_on = NOW.date()
    outside.save()
    again = write(words=request_words(course_id=outside.pk), request=draft, by=council.by, at=LATER)
    assert again.course == outside


def test_form_sent_twice_is_one_request(council):
    token = uuid4()
    first = write(words=request_words(), token=token, by=council.by, at=NOW)
    assert write(words=request_words(title="Again"), token=token, by=council.by, at=NOW).pk == first.pk
    hand_in(words=request_words(), token=token, by=council.by, at=NOW)
    with pytest.raises(Refused, match="It is submitted and stays as it is"):
        hand_in(words=request_words(), token=token, by=council.by, at=NOW)
    assert TrainingRequest.objects.count() == 1


def test_form_another_process_has_just_stored_is_refused_with_words(council, monkeypatch):
    token = uuid4()
    write(words=request_words(), token=token, by=council.by, at=NOW)
    new = TrainingRequest(person=council.amara, organisation=council.organisation, started_at=NOW, token=token)
    monkeypatch.setattr(requests, "_begun", lambda *args, **kwargs: new)
    with pytest.raises(Refused, match="This was sent a moment ago"):
        write(words=request_words(), token=token, by=council.by, at=NOW)
    assert TrainingRequest.objects.count() == 1


def test_draft_of_somebody_else_is_not_written(council):
    draft = write(words=request_words(), by=council.by, at=NOW)
    with pytest.raises(Refused, match="Only the person who asks"):
        write(words=request_words(), request=draft, by=as_actor(council.helen), at=NOW)


@pytest.mark.parametrize(("said", "field"), [({"title": ""}, "title"), ({"ends_on": date(2020, 1, 1)}, "ends_on")])
def test_draft_that_cannot_be_is_refused_at_its_field(council, said, field):
    with pytest.raises(Refused) as refused:
        write(words=request_words(**said), by=council.by, at=NOW)
    assert refused.value.field == field


def test_request_handed_in_has_its_stages_its_policy_and_its_first_decider_told(council):
    stage = submitted(council)
    request = stage.request
    assert (request.state, request.policy, request.asked_since) == (RequestState.SUBMITTED, council.policy, NOW)
    assert list(request.stages.values_list("decider", "state", "because")) == [
        ("line_manager", "open", ""),
        ("academy_lead", "waiting", "Cost over £500; more than 5 days"),
    ]
    assert (told(council.helen), told(council.ruth)) == (["training.request.waiting"], [])


def test_request_that_does_not_say_everything_is_refused_and_stays_a_draft(council):
    draft = write(words=request_words(benefit=""), by=council.by, at=NOW)
    with pytest.raises(Refused, match="what your service gains") as refused:
        submit(request=draft, by=council.by, at=NOW)
    draft.refresh_from_db()
    assert (refused.value.field, draft.state, draft.stages.count()) == ("benefit", RequestState.DRAFT, 0)


def test_request_of_somebody_else_is_not_submitted(council):
    draft = write(words=request_words(), by=council.by, at=NOW)
    with pytest.raises(Refused, match="somebody else to do"):
        submit(request=draft, by=as_actor(council.helen), at=NOW)


def test_request_of_a_manager_goes_up_to_her_own(council):
    stage = submitted(council, person=council.helen, **small())
    assert told(council.sam) == ["training.request.waiting"]
    assert stage.because == ""


def test_request_without_a_line_manager_goes_to_who_decides_above(council):
    stage = submitted(council, person=council.sam, **small())
    assert (stage.decider, stage.because) == ("academy_lead", "There is no line manager to ask")
    assert told(council.ruth) == ["training.request.waiting"]


def test_request_nobody_can_decide_is_refused(council):
    with pytest.raises(Refused) as refused:
        submitted(council, person=council.ruth, **small())
    assert refused.value.reason == NOBODY_DECIDES
    assert TrainingRequest.objects.count() == 0


def test_request_without_any_policy_is_refused(council):
    TrainingPolicy.objects.all().delete()
    with pytest.raises(Refused, match="no training policy yet"):
        submitted(council)


def test_place_is_asked_for_with_the_facts_of_its_course(council):
    course = CourseFactory(organisation=council.organisation, days="2.00")
    course.costs.create(kind="fee", pounds=Decimal(600))
    event = TrainingEventFactory(course=course)
    booking = place(event, council.amara)
    request = ask_for_place(booking=booking, words=PlaceWords(need="For my peers."), by=council.by, at=NOW)
    booking.refresh_from_db()
    assert (booking.request, booking.kept_until) == (request, NOW + timedelta(days=14))
    assert (request.title, request.days, request.starts_on, request.event) == (
        course.title,
        Decimal("2.00"),
        event.starts_on,
        event,
    )
    assert [stage.because for stage in request.stages.all()] == ["", "Cost over £500"]


def test_place_in_the_queue_is_not_kept_until_a_day(council):
    event = TrainingEventFactory(course__organisation=council.organisation)
    booking = place(event, council.amara, waiting=True)
    ask_for_place(booking=booking, words=PlaceWords(need="For my peers."), by=council.by, at=NOW)
    booking.refresh_from_db()
    assert (booking.state, booking.kept_until, booking.request.state) == (BookingState.WAITING, None, "submitted")


def test_place_is_not_asked_for_twice_nor_without_a_word(council):
    event = TrainingEventFactory(course__organisation=council.organisation)
    booking = place(event, council.amara)
    with pytest.raises(Refused, match="Say why") as refused:
        ask_for_place(booking=booking, words=PlaceWords(need=" "), by=council.by, at=NOW)
    assert refused.value.field == "need"
    ask_for_place(booking=booking, words=PlaceWords(need="Why."), by=council.by, at=NOW)
    with pytest.raises(Refused, match="has its request already"):
        ask_for_place(booking=booking, words=PlaceWords(need="Why."), by=council.by, at=NOW)


def test_answer_lets_the_clock_go_on_from_where_it_stood(council):
    stage = submitted(council)
    ask(stage=stage, question="Which dates?", by=as_actor(council.helen), at=NOW + timedelta(days=1))
    request = answer(request=stage.request, text="Mondays.", by=council.by, at=NOW + timedelta(days=5))
    stage.refresh_from_db()
    assert (request.state, stage.state, request.asked_since) == ("submitted", "open", NOW + timedelta(days=4))
    question = stage.questions.get()
    assert (question.question, question.answer, question.answered_at) == (
        "Which dates?",
        "Mondays.",
        NOW + timedelta(days=5),
    )
    assert told(council.helen) == ["training.request.waiting", "training.request.answered"]
    assert told(council.amara) == ["training.request.question"]


@pytest.mark.parametrize(("text", "said"), [("  ", "Write an answer"), ("a" * 1001, "at most 1,000")])
def test_answer_without_words_or_with_too_many_is_refused(council, text, said):
    stage = submitted(council)
    ask(stage=stage, question="Which dates?", by=as_actor(council.helen), at=NOW)
    with pytest.raises(Refused, match=said) as refused:
        answer(request=stage.request, text=text, by=council.by, at=NOW)
    assert refused.value.field == "answer"


def test_answer_where_nothing_is_asked_is_refused(council):
    with pytest.raises(Refused, match="waiting for a decision"):
        answer(request=submitted(council).request, text="Mondays.", by=council.by, at=NOW)


def test_withdrawn_request_is_nobodys_to_decide_any_more(council):
    stage = submitted(council)
    withdrawn = withdraw(request=stage.request, by=council.by, at=LATER)
    assert withdrawn.state == RequestState.WITHDRAWN
    assert list(withdrawn.stages.values_list("state", flat=True)) == [StageState.VOID, StageState.VOID]
    assert told(council.helen) == ["training.request.waiting", "training.request.withdrawn"]


def test_request_withdrawn_after_the_yes_says_when_it_was_withdrawn(council):
    stage = submitted(council, **small())
    approve(stage=stage, by=as_actor(council.helen), at=NOW)
    withdrawn = withdraw(request=stage.request, by=council.by, at=LATER)
    assert whereabouts_of_one(withdrawn.pk, on=LATER.date()).sentence == "Withdrawn on 19 November 2026."


def test_draft_is_withdrawn_without_a_word_to_anybody(council):
    draft = write(words=request_words(), by=council.by, at=NOW)
    assert withdraw(request=draft, by=council.by, at=NOW).state == RequestState.WITHDRAWN
    assert Notice.objects.count() == 0


def test_request_of_somebody_else_is_not_withdrawn(council):
    stage = submitted(council)
    with pytest.raises(Refused, match="somebody else to do"):
        withdraw(request=stage.request, by=as_actor(council.helen), at=NOW)


def test_line_manager_who_is_the_person_herself_does_not_count(council):
    PostTerms.objects.filter(post__person=council.sam).update(line_manager=council.sam)
    assert submitted(council, person=council.sam, **small()).decider == "academy_lead"


def test_deputy_of_the_line_manager_is_told_as_well(council):
    deputy = staff_of(council.organisation)
    DeputyFactory(person=council.helen, deputy=deputy, organisation=council.organisation)
    submitted(council)
    assert told(deputy) == ["training.request.waiting"]
