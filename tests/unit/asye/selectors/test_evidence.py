"""What there is of the evidence of a year, read from portfolios, logs, plans and reviews, each once."""

from dataclasses import replace
from datetime import date

import pytest

from asye.models import Cited, Plan
from asye.rules.parts_of_policy import EvidenceLine
from asye.rules.policy import PLAIN
from asye.selectors.evidence import evidence_of
from asye.selectors.panels.evidence import panel
from portfolios.models import CaseAudit, Feedback, Observation
from tests.factories.asye import AsyePolicyFactory, EnrolmentFactory, MilestoneFactory, ReviewFactory, policy_content
from tests.factories.audits import audit_in
from tests.factories.development import EntryFactory
from tests.factories.identity import PersonFactory, actor_of
from tests.factories.people import NOW
from tests.factories.portfolios import evidence_in

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 17)
SEEN = {"record_kind": "plan", "record_seen_on": date(2026, 5, 5)}
STAGES = {"review-3": 1, "final": 1}
LINES = (
    EvidenceLine(code="observations", title="Observations", counts="observation", least=3, stages=STAGES),
    EvidenceLine(code="people", title="From people", counts="feedback", least=1, of=("person",)),
    EvidenceLine(code="reports", title="Reports", counts="report", least=2),
    EvidenceLine(code="reflections", title="Reflections", counts="reflection", least=1),
    EvidenceLine(code="plans", title="Plans", counts="plan", least=4, stages={"review-3": 1}),
    EvidenceLine(code="self", title="Self-assessments", counts="self_assessment", least=0, is_confirmed_only=True),
)


@pytest.fixture
def policy(db: None):
    return AsyePolicyFactory(content=policy_content(replace(PLAIN, evidence=LINES)))


def a_year(policy):
    """A year with its first review and its end dated, one piece of each kind, and some that do not count."""
    year = EnrolmentFactory(policy=policy)
    ends = {"computed_on": date(2027, 1, 3), "title": "Final review"}
    review = ReviewFactory(milestone=MilestoneFactory(enrolment=year))
    MilestoneFactory(enrolment=year, code="final", kind="final", **ends)
    who = {"person": year.person, "organisation": year.organisation}
    seen = evidence_in("complete", kind="observation", happened_on=date(2026, 4, 6), **who)
    Observation.objects.create(evidence=seen, setting="visit", relation="assessor", planned_on=ON, outsider_name="Rosa")
    Cited.objects.create(review=review, evidence=seen, cited_by=year.person, cited_at=NOW)
    said = evidence_in("complete", kind="feedback", happened_on=date(2026, 5, 4), **who)
    Feedback.objects.create(evidence=said, giver="person", way="told", collected_by=year.person, agreed_to_use=True)
    evidence_in(
        "complete", kind="work", **SEEN, signed_by=PersonFactory(), signed_at=NOW, happened_on=date(2026, 5, 5), **who
    )
    evidence_in("complete", kind="project", happened_on=date(2026, 5, 5), **who)
    evidence_in(
        "complete", kind="work", **SEEN, signed_by=PersonFactory(), signed_at=NOW, happened_on=date(2025, 12, 5), **who
    )
    evidence_in("answered", kind="work", **who)
    EntryFactory(author=year.person, kind="critical", started_on=date(2026, 6, 1))
    Plan.objects.create(enrolment=year, stage="months-3-6", agreed_on=date(2026, 4, 6), made_at=NOW)
    Plan.objects.create(enrolment=year, stage="months-6-12", made_at=NOW)
    audit_in("discussed", person=year.person, organisation=year.organisation)
    return year


@pytest.mark.parametrize("years", [1, 3])
def test_each_piece_is_counted_once_in_six_queries_for_any_number_of_years(policy, years, django_assert_num_queries):
    made = [a_year(policy) for _ in range(years)]

    with django_assert_num_queries(6):
        found = evidence_of(made, on=ON)

    have = {line.code: 1 for line in LINES}
    assert [{each.line.code: each.year.have for each in found[year.pk]} for year in made] == [have] * years
    named = found[made[0].pk][0]
    assert ({code: count.have for code, count in named.stages.items()}, named.pieces[0].by) == (
        {"review-3": 1, "final": 0},
        "assessor",
    )
    assert found[made[0].pk][4].stages["review-3"].is_met
    assert evidence_of([], on=ON) == {}


def test_panel_tells_the_stage_that_runs_and_the_year(policy):
    year = a_year(policy)
    year.milestones.filter(code="review-3").update(done_on=date(2026, 4, 7))

    shown = panel(year, actor=actor_of(year.person), roles=frozenset(), on=ON).context

    assert (shown["stage"]["heading"], shown["stage"]["done"]) == ("Evidence for: final review", "0 of 1 done")
    assert [(line.what, line.says) for line in shown["stage"]["lines"]] == [("Observations", "1 needed.")]
    assert [(line.have, line.need, line.then or line.says) for line in shown["lines"]] == [
        (1, 3, "Final review, 3 January 2027"),
        (1, 1, ""),
        (1, 2, "1 more before the end"),
        (1, 1, ""),
        (1, 4, "3 more before the end"),
        (1, 0, "confirmed"),
    ]


def test_without_dates_there_is_no_stage_and_without_lines_no_panel(policy):
    year, plain = EnrolmentFactory(policy=policy), EnrolmentFactory()
    actor = actor_of(year.person)

    assert panel(year, actor=actor, roles=frozenset(), on=ON).context["stage"] is None
    assert panel(plain, actor=actor, roles=frozenset(), on=ON) is None


def test_audits_of_cases_are_reports(policy):
    year = EnrolmentFactory(policy=policy)
    audit = evidence_in("complete", kind="audit", happened_on=ON, person=year.person, organisation=year.organisation)
    CaseAudit.objects.create(evidence=audit, relation="independent", auditor=EnrolmentFactory().person, reference="1")

    reports = evidence_of([year], on=ON)[year.pk][2]

    assert [(piece.counts, piece.by) for piece in reports.pieces] == [("report", "independent")]
