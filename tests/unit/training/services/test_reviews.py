"""Reviews of an academy: planned, held with findings or dropped, and actions that are followed up."""

from datetime import date, timedelta

import pytest

from academy.engines.access.actors import actor_for
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.workflow.soundness import faults
from academy.people.choices import RoleCode
from academy.training.choices import ReviewState
from academy.training.models import QualityReview, ReviewAction
from academy.training.services import reviews
from academy.training.services.reviews import ReviewSaid
from academy.training.workflow import QUALITY_REVIEW
from academy.training.worklist.reviews import _actions
from tests.factories.identity import TODAY, OrganisationFactory, UserFactory
from tests.factories.people import NOW, as_actor, holder_of, staff_of
from tests.factories.training import QualityReviewFactory, ReviewActionFactory

pytestmark = pytest.mark.django_db
DUE = date(2026, 12, 18)


@pytest.fixture
def council():
    return OrganisationFactory()


@pytest.fixture
def by(council):
    return as_actor(holder_of(RoleCode.ACADEMY_STAFF, council))


def last_event():
    return Event.objects.order_by("pk").last()


def test_workflow_of_reviews_is_sound():
    assert faults(QUALITY_REVIEW) == []


def test_review_is_planned_and_held_with_findings(council, by):
    said = ReviewSaid(title="Supervision", scope="Adults", lead_id=by.person_id, planned_on=DUE)
    review = reviews.plan(organisation=council, said=said, by=by, at=NOW)
    assert (review.state, last_event().act, last_event().to_state) == ("planned", "training.review.plan", "planned")

    review = reviews.hold(review=review, held_on=TODAY, findings="Sound.", by=by, at=NOW)
    review.refresh_from_db()
    assert (review.state, review.held_on, review.findings) == (ReviewState.HELD, TODAY, "Sound.")
    assert (last_event().from_state, last_event().to_state) == ("planned", "held")


def test_holding_in_advance_is_refused_at_the_day(council, by):
    review = QualityReviewFactory(organisation=council)
    with pytest.raises(Refused, match="This day is still to come") as refused:
        reviews.hold(review=review, held_on=TODAY + timedelta(days=1), findings="Sound.", by=by, at=NOW)
    assert refused.value.field == "held_on"


@pytest.mark.parametrize("made", [{"held": True}, {"state": ReviewState.DROPPED}])
def test_review_that_is_over_stays_as_it_is(council, by, made):
    review = QualityReviewFactory(organisation=council, **made)
    with pytest.raises(Refused):
        reviews.hold(review=review, held_on=TODAY, findings="Other words.", by=by, at=NOW)
    with pytest.raises(Refused):
        reviews.drop(review=review, note="No time", by=by, at=NOW)
    kept = QualityReview.objects.get()
    assert (kept.state, kept.findings) == (review.state, review.findings)


def test_review_is_dropped_with_a_reason(council, by):
    review = QualityReviewFactory(organisation=council)
    with pytest.raises(Refused, match="Give a reason"):
        reviews.drop(review=review, note=" ", by=by, at=NOW)
    assert reviews.drop(review=review, note="No time", by=by, at=NOW).state == ReviewState.DROPPED
    assert last_event().note == "No time"


def test_action_is_asked_for_found_by_its_owner_and_finished_once(council, by):
    owner = staff_of(council)
    review = QualityReviewFactory(organisation=council, held=True)
    action = reviews.add_action(review=review, what="Audit ten records", owner=owner, due_on=DUE, by=by, at=NOW)
    assert (action.added_on, last_event().about_id) == (TODAY, owner.pk)
    [item] = _actions(as_actor(owner), TODAY)
    assert (item.what, item.why, item.due_on, item.url) == (
        "Audit ten records",
        f"From the review “{review.title}”.",
        DUE,
        f"/settings/training/actions/{action.pk}/finish/",
    )

    done = reviews.finish_action(action=action, outcome="All sound.", by=as_actor(owner), at=NOW)
    assert (done.done_on, done.outcome, _actions(as_actor(owner), TODAY)) == (TODAY, "All sound.", [])
    with pytest.raises(Refused, match="This is done already"):
        reviews.finish_action(action=action, outcome="Again.", by=by, at=NOW)


def test_academy_finishes_an_action_for_its_owner(council, by):
    action = ReviewActionFactory(review__organisation=council)
    assert reviews.finish_action(action=action, outcome="She left.", by=by, at=NOW).outcome == "She left."


def test_review_without_findings_asks_for_nothing(council, by):
    review = QualityReviewFactory(organisation=council)
    with pytest.raises(Refused, match="Note the findings first"):
        reviews.add_action(review=review, what="Audit", owner=staff_of(council), due_on=DUE, by=by, at=NOW)


def test_action_due_in_the_past_is_refused_at_the_day(council, by):
    review = QualityReviewFactory(organisation=council, held=True)
    with pytest.raises(Refused, match="Give today or a day to come") as refused:
        reviews.add_action(review=review, what="Audit", owner=staff_of(council), due_on=date(2026, 1, 1), by=by, at=NOW)
    assert refused.value.field == "due_on"


def test_strangers_keep_no_reviews_and_finish_no_actions(council):
    stranger = as_actor(staff_of(council))
    review = QualityReviewFactory(organisation=council)
    said = ReviewSaid(title="Mine", scope="", lead_id=stranger.person_id, planned_on=DUE)
    with pytest.raises(Refused, match="Only the academy keeps its reviews"):
        reviews.plan(organisation=council, said=said, by=stranger, at=NOW)
    with pytest.raises(Refused, match="Only the academy keeps its reviews"):
        reviews.hold(review=review, held_on=TODAY, findings="Sound.", by=stranger, at=NOW)
    with pytest.raises(Refused, match="This is for somebody else to do"):
        reviews.drop(review=review, note="No", by=stranger, at=NOW)
    with pytest.raises(Refused, match="Only who was asked, or the academy"):
        reviews.finish_action(action=ReviewActionFactory(review=review), outcome="No", by=stranger, at=NOW)
    assert (QualityReview.objects.get().state, ReviewAction.objects.get().done_on) == ("planned", None)


@pytest.mark.parametrize("number", [1, 3])
def test_worklist_asks_once_however_many_actions_there_are(council, number, django_assert_num_queries):
    owner = staff_of(council)
    for _ in range(number):
        ReviewActionFactory(review__organisation=council, owner=owner)
    actor = as_actor(owner)
    with django_assert_num_queries(1):
        assert len(_actions(actor, TODAY)) == number


def test_account_without_a_person_has_no_actions(council):
    actor = actor_for(user=UserFactory(person=None), organisation_id=None, on=TODAY)
    assert _actions(actor, TODAY) == []
