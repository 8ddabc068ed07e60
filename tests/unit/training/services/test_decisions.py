from datetime import date, timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Mail, Notice
from academy.people.models import RoleHolding
from academy.training.choices import BookingState, RequestState, StageState
from academy.training.models import Booking, RequestStage
from academy.training.services.decisions import Grounds, approve, approve_several, ask, decline
from academy.training.services.escalation import send_up_due
from academy.training.services.giving_up import give_up
from academy.training.services.requests import PlaceWords, answer, ask_for_place, withdraw
from academy.training.services.stages import portal
from tests.factories.people import NOW, DeputyFactory, as_actor, holder_of, staff_of
from tests.factories.requests import asking_council, small, submitted
from tests.factories.training import BookingFactory, EventDayFactory, TrainingEventFactory

LATER = NOW + timedelta(days=2)


@pytest.fixture
def council(db):
    return asking_council()


def told(person):
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("kind", flat=True))


def place(council, **booking):
    event = TrainingEventFactory(course__organisation=council.organisation, capacity=1)
    EventDayFactory(event=event)
    made = Booking.objects.get(pk=BookingFactory(event=event, person=council.amara, **booking).pk)
    request = ask_for_place(booking=made, words=PlaceWords(need="For my work."), by=council.by, at=NOW)
    return made, request.stages.get()


def test_yes_of_the_line_manager_opens_the_next_decision(council):
    stage = submitted(council)
    request = approve(stage=stage, by=as_actor(council.helen), at=LATER)
    assert (request.state, request.asked_since) == (RequestState.SUBMITTED, LATER)
    first, second = request.stages.all()
    assert (first.state, first.decided_by, first.decided_at, first.decided_for) == (
        "approved",
        council.helen,
        LATER,
        None,
    )
    assert (second.state, second.opened_at) == ("open", LATER)
    assert told(council.ruth) == ["training.request.waiting"]
    notice = Notice.objects.get(person=council.amara)
    assert (notice.kind, "goes on to Ruth Adeyemi" in notice.body) == ("training.request.agreed", True)


def test_yes_of_the_last_decider_approves_the_request(council):
    stage = submitted(council)
    approve(stage=stage, by=as_actor(council.helen), at=NOW)
    second = stage.request.stages.get(order=2)
    request = approve(stage=second, by=as_actor(council.ruth), at=LATER)
    assert (request.state, request.decided_at) == (RequestState.APPROVED, LATER)
    assert told(council.amara) == ["training.request.agreed", "training.request.approved"]


def test_yes_records_both_grounds_as_the_person_wrote_them_or_as_the_decider_sees_them(council):
    stage = submitted(council, **small())
    approve(
        stage=stage, grounds=Grounds(benefit="Two assessors more."), reason="Good.", by=as_actor(council.helen), at=NOW
    )
    stage.refresh_from_db()
    assert (stage.job_role, stage.benefit, stage.reason) == ("I could do them.", "Two assessors more.", "Good.")


def test_question_stops_the_clock_until_it_is_answered(council):
    stage = submitted(council)
    request = ask(stage=stage, question=" Which dates? ", by=as_actor(council.helen), at=LATER)
    stage.refresh_from_db()
    assert (request.state, stage.state) == (RequestState.ASKED, StageState.ASKED)
    question = stage.questions.get()
    assert (question.question, question.asked_by, question.asked_at) == ("Which dates?", council.helen, LATER)
    with pytest.raises(Refused, match="A question is open"):
        approve(stage=stage, by=as_actor(council.helen), at=LATER)
    with pytest.raises(Refused, match="A question is open"):
        ask(stage=stage, question="And where?", by=as_actor(council.helen), at=LATER)
    assert decline(stage=stage, reason="No answer.", by=as_actor(council.helen), at=LATER).state == "declined"


def test_no_ends_the_request_with_its_reason(council):
    stage = submitted(council)
    request = decline(stage=stage, reason="Not this year.", by=as_actor(council.helen), at=LATER)
    assert (request.state, request.decided_at) == (RequestState.DECLINED, LATER)
    assert list(request.stages.values_list("state", "reason")) == [("declined", "Not this year."), ("void", "")]
    assert told(council.amara) == ["training.request.declined"]


@pytest.mark.parametrize(
    ("act", "said", "match"),
    [
        (decline, {"reason": "  "}, "Give a reason"),
        (ask, {"question": ""}, "Write your question"),
        (decline, {"reason": "a" * 1001}, "at most 1,000"),
        (ask, {"question": "a" * 1001}, "at most 1,000"),
        (approve, {"reason": "a" * 1001}, "at most 1,000"),
    ],
)
def test_decision_without_words_or_with_too_many_is_refused_at_the_reason(council, act, said, match):
    stage = submitted(council)
    with pytest.raises(Refused, match=match) as refused:
        act(stage=stage, by=as_actor(council.helen), at=NOW, **said)
    stage.refresh_from_db()
    assert (refused.value.field, stage.state) == ("reason", "open")


@pytest.mark.parametrize("who", ["amara", "sam", "ruth"])
def test_nobody_but_the_decider_decides(council, who):
    stage = submitted(council)
    by = as_actor(getattr(council, who))
    for act, said in ((approve, {}), (ask, {"question": "?"}), (decline, {"reason": "No."})):
        with pytest.raises(Refused, match="for somebody else to decide"):
            act(stage=stage, by=by, at=NOW, **said)
    stage.refresh_from_db()
    assert stage.state == "open"


def test_portal_does_not_decide(council):
    stage = submitted(council)
    with pytest.raises(Refused, match="for somebody else to decide"):
        approve(stage=stage, by=portal(date(2026, 11, 17)), at=NOW)


def test_decision_before_its_turn_is_refused(council):
    second = submitted(council).request.stages.get(order=2)
    with pytest.raises(Refused, match="not this decision's turn"):
        approve(stage=second, by=as_actor(council.ruth), at=NOW)


def test_second_presser_gets_a_sentence(council):
    stage = submitted(council, **small())
    approve(stage=stage, by=as_actor(council.helen), at=NOW)
    for act, said in ((approve, {}), (decline, {"reason": "No."})):
        with pytest.raises(Refused) as refused:
            act(stage=stage, by=as_actor(council.helen), at=LATER, **said)
        assert refused.value.reason == "Helen Prosser approved it on 17 November 2026. It is decided."


def test_withdrawn_request_is_not_approved(council):
    stage = submitted(council)
    withdraw(request=stage.request, by=council.by, at=NOW)
    with pytest.raises(Refused, match="withdrawn in the meantime"):
        approve(stage=stage, by=as_actor(council.helen), at=NOW)


def test_deputy_decides_and_both_names_stay(council):
    deputy = staff_of(council.organisation)
    DeputyFactory(person=council.helen, deputy=deputy, organisation=council.organisation)
    stage = submitted(council, **small())
    approve(stage=stage, by=as_actor(deputy), at=NOW)
    stage.refresh_from_db()
    assert (stage.decided_by, stage.decided_for) == (deputy, council.helen)
    event = Event.objects.get(act="training.request.approve")
    assert (event.actor.name, event.on_behalf_of.name) == (deputy.full_name, "Helen Prosser")


@pytest.mark.parametrize("role", ["service_manager", "academy_lead", "chief_officer"])
def test_deputy_of_who_decides_by_a_role_decides_for_her_and_is_told(db, role):
    council = asking_council(stages=[{"decider": role, "cost_over": 500}])
    absent, deputy = council.ruth, staff_of(council.organisation)
    RoleHolding.objects.filter(person=absent).update(role=role)
    DeputyFactory(person=absent, deputy=deputy, organisation=council.organisation)
    approve(stage=submitted(council), by=as_actor(council.helen), at=NOW)
    assert (told(absent), told(deputy)) == (["training.request.waiting"],) * 2
    notice = Notice.objects.get(person=council.amara)
    assert f"goes on to Ruth Adeyemi or {deputy.full_name}" in notice.body
    second = approve(stage=RequestStage.objects.get(order=2), by=as_actor(deputy), at=LATER).stages.get(order=2)
    assert (second.state, second.decided_by, second.decided_for) == ("approved", deputy, absent)
    event = Event.objects.filter(act="training.request.approve").latest("pk")
    assert (event.actor.name, event.on_behalf_of.name) == (deputy.full_name, "Ruth Adeyemi")


def test_deputy_who_holds_the_role_herself_decides_in_her_own_name(council):
    other = holder_of("academy_lead", council.organisation)
    DeputyFactory(person=council.ruth, deputy=other, organisation=council.organisation)
    approve(stage=submitted(council), by=as_actor(council.helen), at=NOW)
    assert (told(council.ruth), told(other)) == (["training.request.waiting"],) * 2
    second = approve(stage=RequestStage.objects.get(order=2), by=as_actor(other), at=LATER).stages.get(order=2)
    assert (second.decided_by, second.decided_for) == (other, None)


def test_deputy_whose_time_is_over_does_not_decide(council):
    deputy = staff_of(council.organisation)
    DeputyFactory(person=council.helen, deputy=deputy, organisation=council.organisation, until_on=date(2026, 11, 16))
    stage = submitted(council, **small())
    with pytest.raises(Refused, match="for somebody else to decide"):
        approve(stage=stage, by=as_actor(deputy), at=NOW)


def test_decision_that_went_up_is_hers_to_whom_it_went(council):
    stage = submitted(council, **small())
    stage.escalated_to, stage.escalated_at = council.sam, NOW
    stage.save()
    approve(stage=stage, by=as_actor(council.sam), at=NOW)
    stage.refresh_from_db()
    assert (stage.decided_by, stage.decided_for) == (council.sam, None)


def test_late_yes_keeps_the_place_for_good(council):
    booking, stage = place(council)
    approve(stage=stage, by=as_actor(council.helen), at=LATER)
    booking.refresh_from_db()
    assert (booking.state, booking.kept_until) == (BookingState.HELD, None)


def test_late_yes_leaves_the_queue_as_it_is(council):
    booking, stage = place(council, waiting=True)
    asked_at = booking.asked_at
    approve(stage=stage, by=as_actor(council.helen), at=LATER)
    booking.refresh_from_db()
    assert (booking.state, booking.asked_at) == (BookingState.WAITING, asked_at)


def test_no_gives_the_place_to_the_next(council):
    booking, stage = place(council)
    following = BookingFactory(event=booking.event, waiting=True)
    decline(stage=stage, reason="Not now.", by=as_actor(council.helen), at=LATER)
    booking.refresh_from_db()
    following.refresh_from_db()
    assert (booking.state, following.state) == (BookingState.CANCELLED, BookingState.OFFERED)


def test_request_given_up_gives_its_place_to_the_next(council):
    booking, stage = place(council)
    following = BookingFactory(event=booking.event, waiting=True)
    assert give_up(request=stage.request, by=council.by, at=LATER).state == RequestState.WITHDRAWN
    booking.refresh_from_db()
    following.refresh_from_db()
    assert (booking.state, following.state) == (BookingState.CANCELLED, BookingState.OFFERED)


def test_request_without_a_place_is_given_up_as_well(council):
    assert give_up(request=submitted(council).request, by=council.by, at=LATER).state == RequestState.WITHDRAWN


def test_whom_it_went_up_to_is_told_of_an_answer_as_well(council):
    stage = submitted(council)
    send_up_due(at=NOW + timedelta(days=10))
    ask(stage=stage, question="When?", by=as_actor(council.helen), at=NOW + timedelta(days=10))
    answer(request=stage.request, text="Mondays.", by=council.by, at=NOW + timedelta(days=11))
    assert told(council.sam)[-1] == "training.request.answered"


def test_several_are_approved_each_by_itself(council):
    one, two, three = (submitted(council, title=f"Request {number}", **small()) for number in range(3))
    withdraw(request=two.request, by=council.by, at=NOW)
    refusals = approve_several(stages=[one, two, three], by=as_actor(council.helen), at=NOW)
    assert refusals == [
        "Request 1: The request was withdrawn in the meantime. There is nothing left to decide.",
    ]
    assert [stage.request.__class__.objects.get(pk=stage.request_id).state for stage in (one, two, three)] == [
        "approved",
        "withdrawn",
        "approved",
    ]


def test_mails_hold_no_word_of_request_question_or_reason(council):
    stage = submitted(council, need="NEEDWORD", benefit="BENEFITWORD", role_relevance="ROLEWORD")
    ask(stage=stage, question="QUESTIONWORD", by=as_actor(council.helen), at=NOW)
    decline(stage=stage, reason="REASONWORD", by=as_actor(council.helen), at=NOW)
    sent = " ".join(f"{mail.subject} {mail.text}" for mail in Mail.objects.all())
    assert "Best Interests Assessor module" in sent
    assert [word for word in ("NEED", "BENEFIT", "ROLE", "QUESTION", "REASON") if f"{word}WORD" in sent] == []
