"""Every check of the tables of the ASYE, with a row it refuses."""

from datetime import date, timedelta
from decimal import Decimal
from functools import partial

import pytest
from django.db import IntegrityError
from django.db.models import CheckConstraint

from asye import models as tables
from tests.factories import asye as made
from tests.factories.identity import PersonFactory
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db
OTHER = object()  # somebody
DAY = date(2026, 6, 10)
BEFORE = NOW - timedelta(days=1)
DecisionOf = partial(
    tables.EmployerDecision.objects.create, outcome="pass", decided_on=DAY, decided_by=OTHER, decided_at=NOW
)
CertificateOf = partial(
    tables.AsyeCertificate.objects.create,
    number="A-1",
    issuer="The body",
    issued_on=DAY,
    issued_by=OTHER,
    issued_at=NOW,
)
PlanOf = partial(tables.Plan.objects.create, stage="months-0-3", made_at=NOW)
HOURS = {"kind": "hours", "reason": "", "until_on": None, "fte": Decimal("0.60")}
LONGER = {
    "kind": "extension",
    "reason": "",
    "from_on": None,
    "until_on": None,
    "weeks": Decimal("4.0"),
    "words": "Part time.",
}
FAIL = {"outcome": "fail", "notice_on": DAY, "appeal": "Within ten days."}

CASES = [
    ("asyepolicy_has_code", made.AsyePolicyFactory, {"code": ""}),
    ("asyepolicy_origin_known", made.AsyePolicyFactory, {"origin": "dream"}),
    ("asyepolicy_dates_in_order", made.AsyePolicyFactory, {"valid_to": date(2019, 1, 1)}),
    ("asyepolicy_published_by_somebody", made.AsyePolicyFactory, {"published_at": NOW}),
    ("asyepolicy_programme_known", made.AsyePolicyFactory, {"programme": "other"}),
    ("asyepolicy_service_known", made.AsyePolicyFactory, {"service": "other"}),
    ("asyepolicy_is_named", made.AsyePolicyFactory, {"title": ""}),
    ("enrolment_state_known", made.EnrolmentFactory, {"state": "lost"}),
    ("enrolment_fte_above_0_at_most_1", made.EnrolmentFactory, {"fte": Decimal(0)}),
    ("enrolment_fte_above_0_at_most_1", made.EnrolmentFactory, {"fte": Decimal("1.10")}),
    ("enrolment_qualified_first", made.EnrolmentFactory, {"qualified_on": date(2026, 2, 1)}),
    ("enrolment_outcome_known", made.EnrolmentFactory, {"outcome": "good", "state": "decided", "ended_at": NOW}),
    ("enrolment_outcome_when_decided", made.EnrolmentFactory, {"outcome": "pass"}),
    ("enrolment_outcome_when_decided", made.EnrolmentFactory, {"state": "decided", "ended_at": NOW}),
    ("enrolment_certified_pass", made.EnrolmentFactory, {"state": "certified", "outcome": "fail", "ended_at": NOW}),
    ("enrolment_ended_at_a_time", made.EnrolmentFactory, {"ended_at": NOW}),
    ("enrolment_ended_at_a_time", made.EnrolmentFactory, {"state": "withdrawn", "ended_because": "Left."}),
    ("enrolment_withdrawn_because", made.EnrolmentFactory, {"state": "withdrawn", "ended_at": NOW}),
    ("part_dates_in_order", made.PartFactory, {"until_on": date(2025, 1, 1)}),
    ("asyepart_role_known", made.PartFactory, {"role": "nqsw"}),
    ("asyetransfer_claimed_by_somebody", made.TransferFactory, {"claimed_at": NOW}),
    ("asyetransfer_claimed_by_somebody", made.TransferFactory, {"claimed_by": OTHER}),
    ("asyeagreement_state_known", made.AgreementFactory, {"state": "lost"}),
    ("asyeagreement_counts_from_one", made.AgreementFactory, {"number": 0}),
    ("asyeagreement_needs_handed_in", made.AgreementFactory, {"needs_at": NOW}),
    ("asyeagreement_needs_before_signing", made.AgreementFactory, {"state": "signing"}),
    ("asyeagreement_signed_at_a_time", made.AgreementFactory, {"state": "signed"}),
    ("asyeagreement_workload_10_to_100", made.AgreementFactory, {"workload_percent": 5}),
    ("asyeagreement_protected_1_to_50", made.AgreementFactory, {"protected_percent": Decimal(60)}),
    ("asyeagreement_minutes_30_to_240", made.AgreementFactory, {"session_minutes": 10}),
    ("asyemilestone_kind_known", made.MilestoneFactory, {"kind": "party"}),
    ("asyemilestone_is_named", made.MilestoneFactory, {"title": ""}),
    ("asyemilestone_moved_for_a_reason", made.MilestoneFactory, {"moved_at": NOW}),
    ("asyemilestone_moved_for_a_reason", made.MilestoneFactory, {"moved_because": "Leave."}),
    ("asyereview_state_known", made.ReviewFactory, {"state": "lost"}),
    ("asyereview_progress_known", made.ReviewFactory, {"progress": "grand"}),
    ("asyereview_held_on_a_day", made.ReviewFactory, {"held_on": DAY}),
    ("asyereview_held_on_a_day", made.ReviewFactory, {"state": "writing"}),
    ("asyereview_locked_at_a_time", made.ReviewFactory, {"locked_at": NOW}),
    ("asyereview_waived_for_a_reason", made.ReviewFactory, {"state": "waived"}),
    ("asyereview_waived_for_a_reason", made.ReviewFactory, {"waived_because": "No need."}),
    ("asyereview_signed_with_progress", made.ReviewFactory, {"state": "signing", "held_on": DAY}),
    ("asyechange_state_known", made.ChangeFactory, {"state": "lost", "settled_at": NOW}),
    ("asyechange_kind_known", made.ChangeFactory, {"kind": "party"}),
    ("asyechange_reason_known", made.ChangeFactory, {"reason": "capability"}),
    ("asyechange_says_what_its_kind_needs", made.ChangeFactory, {"reason": ""}),
    ("asyechange_says_what_its_kind_needs", made.ChangeFactory, {"until_on": None}),
    ("asyechange_says_what_its_kind_needs", made.ChangeFactory, {**HOURS, "fte": None}),
    ("asyechange_says_what_its_kind_needs", made.ChangeFactory, {**LONGER, "words": ""}),
    ("asyechange_dates_in_order", made.ChangeFactory, {"until_on": date(2026, 5, 1)}),
    ("asyechange_fte_above_0_at_most_1", made.ChangeFactory, {**HOURS, "fte": Decimal(0)}),
    ("asyechange_weeks_at_most_52", made.ChangeFactory, {**LONGER, "weeks": Decimal(60)}),
    ("asyechange_settled_at_a_time", made.ChangeFactory, {"settled_at": NOW}),
    ("asyechange_settled_at_a_time", made.ChangeFactory, {"state": "agreed"}),
    ("asyechange_reported_by_somebody", made.ChangeFactory, {"reported_at": NOW, "state": "agreed", "settled_at": NOW}),
    ("asyechange_reported_by_somebody", made.ChangeFactory, {"reported_at": NOW, "reported_by": OTHER}),
    ("consent_role_known", made.ConsentFactory, {"role": "friend"}),
    ("consent_refused_with_words", made.ConsentFactory, {"agrees": False}),
    ("consent_withdrawn_after_given", made.ConsentFactory, {"withdrawn_at": BEFORE}),
    ("asyeweek_begins_on_monday", made.WeekFactory, {"week_on": DAY}),
    ("asyeweek_protected_known", made.WeekFactory, {"protected": "often"}),
    ("asyeweek_workload_at_most_200", made.WeekFactory, {"workload_percent": 300}),
    ("asyesignal_state_known", made.SignalFactory, {"state": "lost"}),
    ("asyesignal_promise_known", made.SignalFactory, {"promise": "cake"}),
    ("asyesignal_has_words", made.SignalFactory, {"words": ""}),
    ("asyesignal_answered_by_somebody", made.SignalFactory, {"state": "answered"}),
    ("asyesignal_answered_by_somebody", made.SignalFactory, {"answer": "Cover was found."}),
    ("asyeconcern_state_known", made.ConcernFactory, {"state": "lost"}),
    ("asyeconcern_has_a_plan", made.ConcernFactory, {"plan": ""}),
    ("asyeconcern_dates_in_order", made.ConcernFactory, {"plan_review_on": date(2026, 1, 1)}),
    ("asyeconcern_closed_with_words", made.ConcernFactory, {"state": "closed", "closed_at": NOW}),
    ("asyeconcern_closed_with_words", made.ConcernFactory, {"closed_words": "Met."}),
    ("recommendation_counts_from_one", made.RecommendationFactory, {"number": 0}),
    ("recommendation_outcome_known", made.RecommendationFactory, {**FAIL, "outcome": "good"}),
    ("recommendation_has_report", made.RecommendationFactory, {"report": ""}),
    ("recommendation_fail_needs_notice_and_appeal", made.RecommendationFactory, {**FAIL, "notice_on": None}),
    ("recommendation_fail_needs_notice_and_appeal", made.RecommendationFactory, {**FAIL, "appeal": ""}),
    ("moderation_result_known", made.ModerationFactory, {"result": "good", "to_assessor": "See page 2."}),
    ("moderation_query_has_words", made.ModerationFactory, {"result": "queried"}),
    ("employerdecision_outcome_known", DecisionOf, {**FAIL, "outcome": "good"}),
    ("employerdecision_fail_needs_notice_and_appeal", DecisionOf, {"outcome": "fail"}),
    ("employerdecision_confirmed_on_a_pass", DecisionOf, {**FAIL, "confirmed_on": DAY}),
    ("asyecertificate_is_whole", CertificateOf, {"number": ""}),
    ("asyecertificate_is_whole", CertificateOf, {"issuer": ""}),
    ("grantclaim_state_known", made.GrantClaimFactory, {"state": "lost"}),
    ("grantclaim_part_known", made.GrantClaimFactory, {"part": "middle"}),
    ("grantclaim_amount_not_negative", made.GrantClaimFactory, {"amount": Decimal(-1)}),
    ("grantclaim_days_of_its_state", made.GrantClaimFactory, {"state": "paid"}),
    ("grantclaim_days_of_its_state", made.GrantClaimFactory, {"state": "refused", "claimed_on": DAY}),
    ("asyeplan_has_stage", PlanOf, {"stage": ""}),
]
# Rows that are against another check, too, which a database may judge first.
ALSO = {
    "enrolment_state_known": "enrolment_outcome_when_decided",
    "enrolment_outcome_known": "enrolment_certified_pass",
    "asyereview_state_known": "asyereview_held_on_a_day",
    "asyechange_kind_known": "asyechange_says_what_its_kind_needs",
    "asyeagreement_state_known": "asyeagreement_needs_before_signing",
    "asyeagreement_signed_at_a_time": "asyeagreement_needs_before_signing",
    "asyesignal_state_known": "asyesignal_answered_by_somebody",
    "asyeconcern_state_known": "asyeconcern_closed_with_words",
    "recommendation_outcome_known": "recommendation_fail_needs_notice_and_appeal",
    "employerdecision_outcome_known": "employerdecision_fail_needs_notice_and_appeal",
    "grantclaim_state_known": "grantclaim_days_of_its_state",
    "asyechange_dates_in_order": "asyechange_says_what_its_kind_needs",
}
# Shown by a test of its own, in test_pairs.py.
PAIRED = {
    "asyeperiod_dates_in_order",
    "period_dates_in_order",
    "asyetransfer_to_another",
    "reviewpart_role_known",
    "reviewpart_done_by",
    "cited_is_one_piece",
    "reviewaddendum_has_words",
    "plangoal_says_what_and_how",
    "plangoal_result_known",
    "asyenudge_has_words",
}


@pytest.mark.parametrize(("name", "make", "values"), CASES)
def test_row_against_a_check_is_refused(name, make, values):
    said = {**getattr(make, "keywords", {}), **values}
    said = {key: PersonFactory() if value is OTHER else value for key, value in said.items()}
    if isinstance(make, partial):
        said["enrolment"] = made.EnrolmentFactory()
        make = make.func
    with pytest.raises(IntegrityError, match=f"{name}|{ALSO.get(name, name)}"):
        make(**said)


def test_every_check_has_a_row_it_refuses():
    declared = {
        constraint.name
        for name in tables.__all__
        for constraint in getattr(tables, name)._meta.constraints
        if isinstance(constraint, CheckConstraint)
    }
    assert declared - {name for name, _, _ in CASES} - PAIRED == set()
