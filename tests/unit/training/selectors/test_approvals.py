from datetime import date, timedelta
from decimal import Decimal

import pytest

from academy.training.selectors.approvals import (
    count_waiting,
    decided_lately,
    pounds_words,
    stands_in_for,
    together,
    waiting_for,
)
from academy.training.selectors.deciding import beside
from academy.training.selectors.requests import own_requests, whereabouts_of
from academy.training.services.decisions import approve, ask
from tests.factories.completions import CompletionFactory, matrix_of
from tests.factories.identity import TODAY
from tests.factories.people import NOW, DeputyFactory, as_actor, staff_of
from tests.factories.requests import asking_council, small, submitted
from tests.factories.training import BookingFactory, CourseFactory, TrainingEventFactory


@pytest.fixture
def council(db):
    return asking_council()


@pytest.fixture(params=[1, 3])
def many(request, council):
    for number in range(request.param):
        staff_of(council.organisation, team=council.team, line_manager=council.helen)
        submitted(council, at=NOW - timedelta(days=number))
    return request.param


def test_queue_and_request_take_the_same_queries_for_one_request_and_three(council, many, django_assert_num_queries):
    helen = as_actor(council.helen)
    with django_assert_num_queries(6):
        rows = waiting_for(helen)
    assert len(rows) == many
    with django_assert_num_queries(11):
        shown = beside(rows[0], actor=helen)
    assert len(shown.spread.shares) == many + 1
    with django_assert_num_queries(1):
        assert count_waiting(helen) == many


def test_own_requests_take_the_same_queries_for_one_and_three(council, many, django_assert_num_queries):
    with django_assert_num_queries(12):
        assert len(whereabouts_of(own_requests(council.by), on=TODAY)) == many


def test_together_takes_the_same_queries_for_one_request_and_three(council, django_assert_num_queries):
    for _ in range(3):
        staff_of(council.organisation, team=council.team, line_manager=council.helen)
    for count in (1, 2, 3):
        submitted(council, **small(title=f"Request {count}"))
        rows = waiting_for(as_actor(council.helen))
        with django_assert_num_queries(7):
            assert len(together(rows, on=TODAY)) == count


def test_together_takes_a_request_without_a_day_away(council):
    submitted(council, **small(days=Decimal(0)))
    assert len(together(waiting_for(as_actor(council.helen)), on=TODAY)) == 1


@pytest.mark.parametrize(("days", "tone"), [(0, ""), (4, ""), (5, "soon"), (9, "soon"), (10, "late")])
def test_age_of_a_decision_has_the_tone_of_the_policy(council, days, tone):
    submitted(council, at=NOW - timedelta(days=days))
    row = waiting_for(as_actor(council.helen))[0]
    assert (row.waited, row.tone, row.decide_by) == (days, tone, date(2026, 11, 27) - timedelta(days=days))
    assert row.goes_up_to == council.sam


def test_decision_asked_back_waits_for_nobody(council):
    ask(stage=submitted(council), question="When?", by=as_actor(council.helen), at=NOW)
    assert (waiting_for(as_actor(council.helen)), count_waiting(as_actor(council.helen))) == ([], 0)


def test_deputy_sees_for_whom_and_whom_it_went_up_to_for_nobody(council):
    deputy = staff_of(council.organisation)
    DeputyFactory(person=council.helen, deputy=deputy, organisation=council.organisation)
    stage = submitted(council)
    assert [row.instead_of for row in waiting_for(as_actor(deputy))] == [council.helen]
    assert [row.person for row in stands_in_for(as_actor(deputy))] == [council.helen]
    stage.escalated_to, stage.escalated_at = deputy, NOW
    stage.save()
    assert [row.instead_of for row in waiting_for(as_actor(deputy))] == [None]


def test_page_says_why_it_is_the_readers_to_decide(council):
    first = submitted(council)
    first.escalated_to, first.escalated_at = council.sam, NOW
    first.save()
    sam, helen = as_actor(council.sam), as_actor(council.helen)
    went_up = "It went up to you on 17 November 2026: nobody had decided."
    assert beside(waiting_for(sam)[0], actor=sam).why_you == went_up
    assert beside(waiting_for(helen)[0], actor=helen).why_you == ""
    approve(stage=first, by=helen, at=NOW)
    ruth = as_actor(council.ruth)
    assert beside(waiting_for(ruth)[0], actor=ruth).why_you == "Cost over £500; more than 5 days"


def test_decided_lately_is_thirty_days(council):
    approve(stage=submitted(council), by=as_actor(council.helen), at=NOW)
    for days, count in ((0, 1), (29, 1), (30, 0)):
        on = TODAY + timedelta(days=days)
        assert decided_lately(as_actor(council.helen, on=on)).count() == count
    assert decided_lately(council.by).count() == 0


@pytest.mark.parametrize(("pounds", "words"), [("0", "No cost"), ("1450.00", "£1,450"), ("99.50", "£99.50")])
def test_pounds_are_said_as_people_say_them(pounds, words):
    assert pounds_words(Decimal(pounds)) == words


@pytest.mark.parametrize(
    ("booking", "sentence"),
    [
        ({}, "A place is held."),
        ({"kept_until": NOW + timedelta(days=14)}, "A place is held until 1 December 2026."),
        ({"waiting": True}, "A place in the queue is kept, whenever you decide."),
    ],
)
def test_page_says_what_is_with_the_place(council, booking, sentence):
    stage = submitted(council, **small())
    event = TrainingEventFactory(course__organisation=council.organisation)
    BookingFactory(event=event, person=council.amara, request=stage.request, **booking)
    helen = as_actor(council.helen)
    shown = beside(waiting_for(helen)[0], actor=helen)
    assert shown.going_on == ("Nobody else decides: with your yes it is approved.", sentence)


def test_mandatory_training_stands_beside_the_request(council):
    matrix_of(
        council.organisation,
        {"code": "law"},
        {"code": "mca", "requires": {"course": {"code": "mca", "within_months": 12}}},
    )
    law = CourseFactory(organisation=council.organisation, code="law", title="Legal framework")
    mca = CourseFactory(organisation=council.organisation, code="mca", title="Mental Capacity Act")
    helen, _ = as_actor(council.helen), submitted(council, **small())
    row = waiting_for(helen)[0]
    CompletionFactory(person=council.amara, course=law)
    shown = beside(row, actor=helen)
    assert (shown.gaps_state.word, shown.gaps_words) == ("1 missing", "1 of 2 in date.")
    assert together([row], on=TODAY) == []
    CompletionFactory(person=council.amara, course=mca, completed_on=date(2025, 12, 1))
    shown = beside(row, actor=helen)
    assert (shown.gaps_state.word, shown.gaps_words) == ("1 soon", "2 of 2 in date.")
    assert together([row], on=TODAY) == [row]
    CompletionFactory(person=council.amara, course=mca, completed_on=date(2026, 11, 2))
    assert beside(row, actor=helen).gaps_state.word == "In date"


def test_mandatory_training_of_nobody_required_is_said(council):
    submitted(council, **small())
    helen = as_actor(council.helen)
    shown = beside(waiting_for(helen)[0], actor=helen)
    assert (shown.gaps_state, shown.gaps_words) == (None, "No training is required by name.")


def test_page_of_somebody_without_a_team_says_so(council):
    stage = submitted(council, **small())
    helen = as_actor(council.helen)
    row = waiting_for(helen)[0]
    council.amara.posts.get().terms.update(until_on=date(2026, 11, 16))
    shown = beside(row, actor=helen)
    assert (shown.spread, shown.bars, shown.tight, stage.pk) == (None, None, (), row.stage.pk)
    assert shown.cover_words == "Nobody is missed: no day away, or no team of which it could be said."
    assert shown.cover_state.word == "Cover is short"
