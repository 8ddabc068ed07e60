"""Every check of the tables of portfolios and signatures, with a row it refuses."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError

from academy.engines.signatures.models import Signature
from portfolios import models as tables
from tests.factories import portfolios as made
from tests.factories.identity import PersonFactory
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db
OTHER = object()  # somebody else
BEFORE = NOW - timedelta(days=1)

JUDGED = {"judgement_reason": "She asked him.", "reflected_at": NOW, "judged_at": NOW}
# A row against one of these is against another, too, which PostgreSQL judges before it.
ALSO = {"breach_state_known": "breach_ended_at_a_time", "breach_severity_known": "breach_corrected_or_reported"}

CASES = [
    ("section_filler_known", made.SectionFactory, {"filled_by": "cat"}),
    ("section_author_goes_without_saying", made.SectionFactory, {"written_by": OTHER}),
    ("partholder_role_is_named", made.PartHolderFactory, {"role": "line_manager"}),
    ("evidence_state_known", made.EvidenceFactory, {"state": "lost"}),
    ("evidence_kind_known", made.EvidenceFactory, {"kind": "rumour"}),
    ("evidence_is_named", made.EvidenceFactory, {"title": ""}),
    ("evidence_complete_on_a_day", made.evidence_in, {"state": "complete", "completed_at": None}),
    ("evidence_complete_on_a_day", made.evidence_in, {"state": "complete", "happened_on": None}),
    ("evidence_complete_on_a_day", made.evidence_in, {"state": "draft", "completed_at": NOW}),
    ("evidence_withdrawn_at_a_time", made.evidence_in, {"state": "withdrawn", "withdrawn_at": None}),
    ("evidence_withdrawn_at_a_time", made.evidence_in, {"state": "draft", "withdrawn_at": NOW}),
    ("evidence_withdrawn_at_a_time", made.evidence_in, {"state": "draft", "withdrawn_because": "Twice."}),
    ("evidence_signature_whole", made.EvidenceFactory, {"signed_at": NOW}),
    ("evidence_signature_whole", made.EvidenceFactory, {"signed_by": OTHER}),
    ("evidence_signature_whole", made.EvidenceFactory, {"signed_for": OTHER}),
    ("evidence_words_of_an_assignment", made.EvidenceFactory, {"words": 3500}),
    ("evidence_words_of_an_assignment", made.EvidenceFactory, {"kind": "assignment", "words": 0}),
    ("evidence_record_seen_by_signer", made.EvidenceFactory, {"kind": "work", "record_kind": "notes"}),
    ("evidence_record_seen_by_signer", made.EvidenceFactory, {"kind": "work", "record_seen_on": date(2026, 6, 10)}),
    ("evidence_work_is_seen", made.evidence_in, {"state": "complete", "kind": "work"}),
    ("observation_setting_known", made.ObservationFactory, {"setting": "moon"}),
    ("observation_relation_known", made.ObservationFactory, {"relation": "friend"}),
    ("observation_has_one_observer", made.ObservationFactory, {"observer": None}),
    ("observation_has_one_observer", made.ObservationFactory, {"outsider_name": "Ruth Abara"}),
    ("observation_judgement_known", made.ObservationFactory, {"judgement": "grand", **JUDGED}),
    ("observation_judged_with_reason", made.ObservationFactory, {"judgement": "shown"}),
    ("observation_judged_with_reason", made.ObservationFactory, {"judged_at": NOW, "reflected_at": NOW}),
    ("observation_seen_at_a_time", made.ObservationFactory, {"seen": "A calm visit."}),
    ("observation_seen_at_a_time", made.ObservationFactory, {"seen_at": NOW}),
    ("feedback_giver_known", made.FeedbackFactory, {"giver": "cat"}),
    ("feedback_way_known", made.FeedbackFactory, {"way": "dream"}),
    ("feedback_giver_not_kept", made.FeedbackFactory, {"giver_name": "A. Person"}),
    ("feedback_giver_not_kept", made.FeedbackFactory, {"giver": "carer", "giver_role": "Sister"}),
    ("feedback_given_with_consent", made.FeedbackFactory, {"given_at": NOW}),
    ("feedback_approved_when_written_out", made.FeedbackFactory, {"approved_at": NOW}),
    ("feedback_taken_back_says_nothing", made.FeedbackFactory, {"taken_back_at": NOW, "went_well": "She listened."}),
    ("feedback_taken_back_says_nothing", made.FeedbackFactory, {"taken_back_at": NOW, "take_back_hash": "a" * 64}),
    ("feedback_read_once_given", made.FeedbackFactory, {"read_at": NOW}),
    ("feedback_read_once_given", made.FeedbackFactory, {"masked_at": NOW}),
    ("feedback_approved_when_written_out", made.FeedbackFactory, {"approved_at": NOW, "written_out_by": OTHER}),
    ("caseaudit_relation_known", made.CaseAuditFactory, {"relation": "friend"}),
    ("caseaudit_names_case", made.CaseAuditFactory, {"reference": ""}),
    ("caseaudit_graded_with_comments", made.CaseAuditFactory, {"grade": "good", "audited_at": NOW}),
    ("caseaudit_graded_with_comments", made.CaseAuditFactory, {"grade": "good", "comments": "Clear."}),
    ("caseaudit_graded_with_comments", made.CaseAuditFactory, {"audited_at": NOW}),
    ("evidencepolicy_has_code", made.EvidencePolicyFactory, {"code": ""}),
    ("evidencepolicy_origin_known", made.EvidencePolicyFactory, {"origin": "found"}),
    ("evidencepolicy_dates_in_order", made.EvidencePolicyFactory, {"valid_to": date(2025, 12, 31)}),
    ("evidencepolicy_published_by_somebody", made.EvidencePolicyFactory, {"origin": "published"}),
    ("portfoliotemplate_has_code", made.PortfolioTemplateFactory, {"code": ""}),
    ("portfoliotemplate_origin_known", made.PortfolioTemplateFactory, {"origin": "found"}),
    ("portfoliotemplate_dates_in_order", made.PortfolioTemplateFactory, {"valid_to": date(2025, 12, 31)}),
    ("portfoliotemplate_published_by_somebody", made.PortfolioTemplateFactory, {"published_at": NOW}),
    ("portfoliotemplate_purpose_known", made.PortfolioTemplateFactory, {"purpose": "tea"}),
    ("portfoliotemplate_is_named", made.PortfolioTemplateFactory, {"title": ""}),
    ("portfoliotemplate_is_named", made.PortfolioTemplateFactory, {"template": ""}),
    ("portfolio_state_known", made.PortfolioFactory, {"state": "lost"}),
    ("portfolio_is_named", made.PortfolioFactory, {"title": ""}),
    ("portfolio_signer_role_known", made.portfolio_in, {"state": "signing", "signer_role": "friend"}),
    ("portfolio_waits_for_somebody", made.portfolio_in, {"state": "signing", "signer_role": ""}),
    ("portfolio_waits_for_somebody", made.portfolio_in, {"state": "gathering", "signer": OTHER}),
    ("portfolio_waits_for_somebody", made.portfolio_in, {"state": "endorsed", "signer_role": "verifier"}),
    ("portfolio_endorsed_at_a_time", made.portfolio_in, {"state": "endorsed", "endorsed_at": None}),
    ("portfolio_endorsed_at_a_time", made.portfolio_in, {"state": "submitted", "endorsed_at": None}),
    ("portfolio_submitted_at_a_time", made.portfolio_in, {"state": "submitted", "submitted_at": None}),
    ("portfolio_withdrawn_at_a_time", made.portfolio_in, {"state": "withdrawn", "withdrawn_at": None}),
    ("portfolio_withdrawn_at_a_time", made.portfolio_in, {"state": "gathering", "withdrawn_at": NOW}),
    ("portfolio_withdrawn_at_a_time", made.portfolio_in, {"state": "gathering", "withdrawn_because": "Twice."}),
    ("section_state_known", made.SectionFactory, {"state": "lost"}),
    ("item_is_one_piece", made.ItemFactory, {"evidence": None}),
    ("sectionreturn_has_reason", made.SectionReturnFactory, {"reason": ""}),
    ("sectionreturn_answered_after", made.SectionReturnFactory, {"answered_at": BEFORE}),
    ("snapshot_counts_from_one", made.SnapshotFactory, {"number": 0}),
    ("snapshot_is_whole", made.SnapshotFactory, {"content": ""}),
    ("snapshot_is_whole", made.SnapshotFactory, {"sha256": ""}),
    ("breach_state_known", made.BreachFactory, {"state": "lost"}),
    ("breach_severity_known", made.BreachFactory, {"severity": "grave"}),
    ("breach_says_where", made.BreachFactory, {"where": ""}),
    ("breach_corrected_or_reported", made.BreachFactory, {"correct_by": None}),
    ("breach_corrected_or_reported", made.BreachFactory, {"severity": "major", "correct_by": None}),
    ("breach_corrected_or_reported", made.BreachFactory, {"severity": "major", "governance_told_at": NOW}),
    ("breach_ended_at_a_time", made.breach_in, {"state": "open", "corrected_at": NOW}),
    ("breach_ended_at_a_time", made.breach_in, {"state": "corrected", "corrected_at": None}),
    ("breach_ended_at_a_time", made.breach_in, {"state": "refused", "corrected_at": NOW}),
    ("portfolioshare_ends_after", made.PortfolioShareFactory, {"ended_at": BEFORE}),
    ("exemplar_state_known", made.ExemplarFactory, {"state": "lost"}),
    ("exemplar_reach_known", made.ExemplarFactory, {"reach": "world"}),
    ("exemplar_says_of_what", made.ExemplarFactory, {"about": ""}),
    ("exemplar_shown_by_somebody", made.exemplar_in, {"state": "shown", "shown_at": None}),
    ("exemplar_taken_back_at_a_time", made.exemplar_in, {"state": "taken_back", "taken_back_at": None}),
    ("exemplar_taken_back_at_a_time", made.exemplar_in, {"state": "offered", "taken_back_at": NOW}),
    ("signature_says_what", made.SignatureFactory, {"role": ""}),
    ("signature_says_what", made.SignatureFactory, {"sha256": ""}),
    ("signature_withdrawn_for_a_reason", made.SignatureFactory, {"withdrawn_at": NOW}),
    ("signature_withdrawn_for_a_reason", made.SignatureFactory, {"withdrawn_because": "Changed."}),
]
# Shown below, each by a test of its own: they hold two columns of one row against each other.
PAIRED = {
    "evidence_signed_by_another",
    "evidence_supervision_of_its_kind",
    "observation_judged_after_reflection",
    "feedback_recording_of_its_way",
    "portfolio_signed_by_another",
    "signature_for_another",
    "snapshotfile_is_fixed",
}
ONCE = {
    "evidence_form_sent_once",
    "evidence_file_once",
    "evidence_read_back_once",
    "feedback_take_back_once",
    "evidencepolicy_code_once",
    "evidencepolicy_start_once",
    "portfoliotemplate_code_once",
    "portfoliotemplate_start_once",
    "portfolio_form_sent_once",
    "section_once",
    "partholder_one_of_a_role",
    "item_evidence_once",
    "item_entry_once",
    "sectionreturn_one_open",
    "snapshot_number_once",
    "snapshotfile_once",
    "portfolioshare_live_once",
    "exemplar_live_once",
    "signature_live_once",
}
MODELS = (*(getattr(tables, name) for name in tables.__all__), Signature)


def test_every_constraint_has_a_case():
    rules = {rule.name for model in MODELS for rule in model._meta.constraints}
    assert {name for name, _, _ in CASES} | PAIRED | ONCE == rules


@pytest.mark.parametrize(("name", "make", "said"), CASES)
def test_row_against_a_check_is_refused(name, make, said):
    with pytest.raises(IntegrityError, match=f"{name}|{ALSO.get(name, name)}"):
        make(**{key: PersonFactory() if value is OTHER else value for key, value in said.items()})
