"""Every constraint of goals and appraisals, with a row it refuses."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from academy.development.models import (
    Appraisal,
    AppraisalAddendum,
    AppraisalPolicy,
    Goal,
    GoalEntry,
    GoalReview,
    LearningNeed,
)
from tests.factories import plans
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db
MODELS = (Goal, GoalEntry, GoalReview, AppraisalPolicy, Appraisal, LearningNeed, AppraisalAddendum)
SAME = object()  # the same person as the one it is about

CASES = [
    ("goal_state_known", plans.GoalFactory, {"state": "lost", "closed_at": NOW}),
    ("goal_source_known", plans.GoalFactory, {"source": "stars"}),
    ("goal_has_title", plans.GoalFactory, {"title": ""}),
    ("goal_agreed_by_somebody", plans.GoalFactory, {"agreed_at": NOW}),
    ("goal_agreed_by_another", plans.GoalFactory, {"agreed_at": NOW, "agreed_by": SAME}),
    ("goal_closed_with_day", plans.GoalFactory, {"state": "reached"}),
    ("goal_closed_with_day", plans.GoalFactory, {"closed_at": NOW}),
    ("goal_closed_with_day", plans.GoalFactory, {"closing_words": "Done."}),
    ("goalreview_standing_known", plans.GoalReviewFactory, {"standing": "fine"}),
    ("appraisalpolicy_has_code", plans.AppraisalPolicyFactory, {"code": ""}),
    ("appraisalpolicy_origin_known", plans.AppraisalPolicyFactory, {"origin": "found"}),
    ("appraisalpolicy_dates_in_order", plans.AppraisalPolicyFactory, {"valid_to": date(2026, 3, 31)}),
    ("appraisalpolicy_published_by_somebody", plans.AppraisalPolicyFactory, {"origin": "published"}),
    ("appraisalpolicy_has_name", plans.AppraisalPolicyFactory, {"name": ""}),
    ("appraisal_state_known", plans.AppraisalFactory, {"state": "lost"}),
    ("appraisal_kind_known", plans.AppraisalFactory, {"kind": "chat"}),
    ("appraisal_with_another", plans.AppraisalFactory, {"manager": SAME}),
    ("appraisal_signed_by_both", plans.AppraisalFactory, {"state": "signed", "held_on": NOW.date()}),
    ("appraisal_open_is_unsigned", plans.AppraisalFactory, {"own_signed_at": NOW}),
    ("appraisal_signed_by_somebody", plans.AppraisalFactory, {"state": "signing", "manager_signed_at": NOW}),
    ("learningneed_has_title", plans.LearningNeedFactory, {"title": ""}),
    ("appraisaladdendum_has_words", plans.AppraisalAddendumFactory, {"words": ""}),
]
ONCE = {
    "goalentry_once",
    "goalreview_once_a_meeting",
    "appraisalpolicy_code_once",
    "appraisalpolicy_start_once",
    "appraisal_once_a_year",
}


def test_every_constraint_has_a_case():
    rules = {rule.name for model in MODELS for rule in model._meta.constraints}
    assert {name for name, _, _ in CASES} | ONCE == rules


@pytest.mark.parametrize(("name", "factory", "said"), CASES)
def test_row_against_a_check_is_refused(name, factory, said):
    person = PersonFactory()
    values = {key: person if value is SAME else value for key, value in said.items()}
    if SAME in said.values():
        values["person"] = person
    with pytest.raises(IntegrityError, match=name):
        factory(**values)


def test_entry_is_linked_to_a_goal_once():
    linked = plans.GoalEntryFactory()
    with pytest.raises(IntegrityError, match=r"goalentry_once|development_goalentry"):
        plans.GoalEntryFactory(goal=linked.goal, entry=linked.entry)


def test_goal_is_reviewed_once_at_a_meeting():
    review = plans.GoalReviewFactory()
    with pytest.raises(IntegrityError, match=r"goalreview_once_a_meeting|development_goalreview"):
        plans.GoalReviewFactory(goal=review.goal, appraisal=review.appraisal)


@pytest.mark.parametrize("is_own", [True, False])
@pytest.mark.parametrize("said", [{"code": "other"}, {"valid_from": date(2027, 4, 1)}])
def test_policy_with_the_code_or_first_day_of_another_is_refused(is_own, said):
    organisation = OrganisationFactory() if is_own else None
    plans.AppraisalPolicyFactory(organisation=organisation, code="one")
    with pytest.raises(IntegrityError, match=r"appraisalpolicy_(code|start)_once"):
        plans.AppraisalPolicyFactory(organisation=organisation, **{"code": "one", **said})


def test_withdrawn_policy_frees_its_first_day():
    organisation = OrganisationFactory()
    plans.AppraisalPolicyFactory(organisation=organisation, withdrawn_on=date(2026, 5, 1))
    plans.AppraisalPolicyFactory(organisation=organisation)
    assert AppraisalPolicy.objects.filter(organisation=organisation).count() == 2


def test_appraisal_is_begun_once_a_year_unless_cancelled():
    first = plans.appraisal_in("cancelled")
    same = {name: getattr(first, name) for name in ("person", "organisation", "year_on", "kind", "policy", "manager")}
    plans.AppraisalFactory(**same)
    plans.AppraisalFactory(**{**same, "kind": "review"})
    with pytest.raises(IntegrityError, match=r"appraisal_once_a_year|development_appraisal"), transaction.atomic():
        plans.AppraisalFactory(**same)
    assert Appraisal.objects.count() == 3


def test_rows_print_ids_and_no_words():
    review, linked = plans.GoalReviewFactory(), plans.GoalEntryFactory()
    need, addendum = plans.LearningNeedFactory(), plans.AppraisalAddendumFactory()
    rows = (review.goal, review, linked, review.appraisal, review.appraisal.policy, need, addendum)
    assert [str(row) for row in rows] == [
        f"goal {review.goal_id}",
        f"goal review {review.pk}",
        f"entry {linked.entry_id} of goal {linked.goal_id}",
        f"appraisal {review.appraisal_id}",
        f"appraisal policy {review.appraisal.policy.code}",
        f"learning need {need.pk}",
        f"appraisal addendum {addendum.pk}",
    ]


@pytest.mark.parametrize(
    ("state", "word", "shape"),
    [("open", "Open", "doing"), ("reached", "Reached", "met"), ("dropped", "No longer pursued", "notyet")],
)
def test_state_of_a_goal_is_a_word_and_a_shape(state, word, shape):
    found = plans.goal_in(state).standing.state
    assert (found.word, found.shape) == (word, shape)


@pytest.mark.parametrize(
    ("state", "word", "shape"),
    [
        ("open", "Being prepared", "doing"),
        ("signing", "Waiting for a signature", "doing"),
        ("signed", "Signed by both", "met"),
        ("cancelled", "Cancelled", "notyet"),
    ],
)
def test_state_of_an_appraisal_is_a_word_and_a_shape(state, word, shape):
    found = plans.appraisal_in(state).standing.state
    assert (found.word, found.shape) == (word, shape)
