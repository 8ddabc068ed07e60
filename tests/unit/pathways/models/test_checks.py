"""Every check of the tables of pathways, with a row it refuses."""

from datetime import date

import pytest
from django.db import IntegrityError

from pathways.models import Agreement, Choice, Journey, LadderVersion, Milestone, Sitting
from tests.factories import pathways as made
from tests.factories.identity import PersonFactory
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db
SAME, OTHER = object(), object()  # one person in two places, and somebody else
DECIDED = {"decided_at": NOW, "decided_by": OTHER}

CASES = [
    ("ladderversion_has_code", made.LadderVersionFactory, {"code": ""}),
    ("ladderversion_origin_known", made.LadderVersionFactory, {"origin": "found"}),
    ("ladderversion_dates_in_order", made.LadderVersionFactory, {"valid_to": date(2025, 12, 31)}),
    ("ladderversion_published_by_somebody", made.LadderVersionFactory, {"origin": "published"}),
    ("ladderversion_published_by_somebody", made.LadderVersionFactory, {"published_at": NOW}),
    ("ladderversion_service_known", made.LadderVersionFactory, {"service_kind": "housing"}),
    ("ladderversion_is_named", made.LadderVersionFactory, {"title": ""}),
    ("ladderversion_is_named", made.LadderVersionFactory, {"ladder": ""}),
    ("sitting_purpose_known", made.SittingFactory, {"purpose": "tea"}),
    ("sitting_after_submission", made.SittingFactory, {"submit_by": date(2027, 6, 18)}),
    ("sitting_endorsed_first", made.SittingFactory, {"endorse_by": date(2027, 5, 7)}),
    ("sitting_cancelled_with_reason", made.SittingFactory, {"cancelled_at": NOW}),
    ("sitting_cancelled_with_reason", made.SittingFactory, {"cancelled_because": "Nobody came."}),
    ("journey_state_known", made.JourneyFactory, {"state": "lost", "ended_at": NOW}),
    ("journey_has_step", made.JourneyFactory, {"step": ""}),
    ("journey_ended_with_moment", made.JourneyFactory, {"state": "reached"}),
    ("journey_ended_with_moment", made.JourneyFactory, {"ended_at": NOW}),
    ("journey_left_with_words", made.JourneyFactory, {"state": "left", "ended_at": NOW}),
    ("journey_left_with_words", made.JourneyFactory, {"left_because": "I changed teams."}),
    ("choice_state_known", made.ChoiceFactory, {"state": "dreamt", "ended_at": NOW, **DECIDED}),
    ("choice_names_pathway", made.ChoiceFactory, {"pathway": ""}),
    ("choice_decided_by_somebody", made.choice_in, {"state": "agreed", "decided_at": None}),
    ("choice_decided_by_somebody", made.choice_in, {"state": "asked", "decided_at": NOW}),
    ("choice_decided_for_another", made.choice_in, {"state": "agreed", "decided_by": SAME, "decided_for": SAME}),
    ("choice_agreed_on_both_grounds", made.choice_in, {"state": "agreed", "service_area": ""}),
    ("choice_agreed_on_both_grounds", made.choice_in, {"state": "agreed", "business_need": ""}),
    ("choice_agreed_on_both_grounds", made.choice_in, {"state": "changed", "business_need": ""}),
    ("choice_declined_with_reason", made.choice_in, {"state": "declined", "reason": ""}),
    ("choice_ended_with_moment", made.choice_in, {"state": "taken_back", "ended_at": None}),
    ("choice_ended_with_moment", made.choice_in, {"state": "agreed", "ended_at": NOW}),
    ("agreement_state_known", made.AgreementFactory, {"state": "heard", "reason": "I saw it.", **DECIDED}),
    ("agreement_role_known", made.AgreementFactory, {"agreed_by_role": "friend"}),
    ("agreement_says_what", made.AgreementFactory, {"code": ""}),
    ("agreement_says_what", made.AgreementFactory, {"what": ""}),
    ("agreement_says_what", made.AgreementFactory, {"words": ""}),
    ("agreement_decided_by_somebody", made.agreement_in, {"state": "agreed", "decided_at": None}),
    ("agreement_decided_by_somebody", made.agreement_in, {"state": "asked", "decided_at": NOW}),
    ("agreement_decided_for_another", made.agreement_in, {"state": "agreed", "decided_by": SAME, "decided_for": SAME}),
    ("agreement_decided_by_another_with_reason", made.agreement_in, {"state": "agreed", "reason": ""}),
    ("milestone_kind_known", made.MilestoneFactory, {"kind": "party"}),
    ("milestone_is_named", made.MilestoneFactory, {"code": ""}),
    ("milestone_is_named", made.MilestoneFactory, {"title": ""}),
]
ONCE = {
    "ladderversion_code_once",
    "ladderversion_start_once",
    "sitting_once_a_day",
    "journey_one_under_way",
    "choice_one_waits",
    "choice_one_agreed",
    "agreement_one_waits",
    "milestone_once",
}
MODELS = (LadderVersion, Sitting, Journey, Choice, Agreement, Milestone)


def test_every_constraint_has_a_case():
    rules = {rule.name for model in MODELS for rule in model._meta.constraints}
    assert {name for name, _, _ in CASES} | ONCE == rules


@pytest.mark.parametrize(("name", "make", "said"), CASES)
def test_row_against_a_check_is_refused(name, make, said):
    people = {SAME: PersonFactory(), OTHER: PersonFactory()}
    with pytest.raises(IntegrityError, match=name):
        make(**{key: people.get(value, value) for key, value in said.items()})


def test_nobody_agrees_to_what_counts_for_herself():
    person = PersonFactory()
    with pytest.raises(IntegrityError, match="agreement_decided_by_another_with_reason"):
        made.agreement_in("agreed", person=person, decided_by=person)
