"""Outcomes compared between groups: whose cases count, what is hidden, and for whom answers are not compared."""

from datetime import UTC, datetime, timedelta

import pytest

from academy.people.choices import RoleCode
from asye.rules.equality import Stretch
from panels.rules.policy import PanelRules
from panels.selectors.fairness import report_of, views_of
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.monitoring import MonitoringAnswerFactory, MonitoringFormFactory
from tests.factories.panels import (
    AssignmentFactory,
    CaseFactory,
    DecisionFactory,
    MemberFactory,
    PanelFactory,
    PanelPolicyFactory,
    case_in,
    panel_of,
)
from tests.factories.people import GradeFactory, as_actor, holder_of, staff_of

pytestmark = pytest.mark.django_db
ANSWERS = [{"code": code, "words": code.title()} for code in ("young", "old", "not-said")]
CONTENT = {
    "why": "Answers are free and only counted.",
    "questions": [{"code": "age", "asks": "Which age group are you in?", "answers": ANSWERS}],
}
THIS_YEAR = Stretch(2025, 2025)
BEGUN = datetime(2026, 1, 12, 10, tzinfo=UTC)


@pytest.fixture
def here():
    return OrganisationFactory()


@pytest.fixture
def lead(here):
    return holder_of(RoleCode.ACADEMY_LEAD, here)


@pytest.fixture
def policy():
    return PanelPolicyFactory()


def drafts(here, policy, count, **terms):
    return [
        CaseFactory(organisation=here, policy=policy, person=staff_of(here, **terms), begun_at=BEGUN)
        for _ in range(count)
    ]


def told(panel, count, outcome="progressed", *, state="released"):
    cases = [case_in(state, panel=panel, begun_at=BEGUN) for _ in range(count)]
    for case in cases:
        DecisionFactory(case=case, outcome=outcome)
    return cases


def of(lead):
    return report_of(THIS_YEAR, as_actor(lead))


def shown(compared):
    """Each group with how many are in it, and each result with its numbers."""
    return compared.rows, {column.words: column.numbers for _, block in compared.blocks for column in block}


def test_cases_are_told_together_by_the_year_in_which_they_began(here, lead, policy):
    drafts(here, policy, 2)
    CaseFactory(organisation=here, policy=policy, begun_at=datetime(2024, 5, 1, tzinfo=UTC))
    CaseFactory(policy=policy, begun_at=BEGUN)
    assert views_of(as_actor(lead)) == [Stretch(2024, 2025)]


def test_of_what_is_decided_only_what_is_told_counts_and_small_numbers_are_hidden(here, lead):
    panel = panel_of(here)
    told(panel, 11)
    told(panel, 11, "not_yet", state="decided")
    rows, numbers = shown(of(lead).told.everybody)
    assert rows == (("Everybody", 22),)
    assert {words: numbers[words] for words in ("Progressed", "Not yet", "Not told yet")} == {
        "Progressed": (11,),
        "Not yet": (0,),
        "Not told yet": (11,),
    }


def test_decision_that_was_made_again_counts_as_it_holds(here, lead):
    for case in told(panel_of(here), 12, "not_yet"):
        DecisionFactory(case=case, outcome="progressed")
    assert shown(of(lead).told.everybody)[1]["Progressed"] == (12,)


def test_groups_are_those_of_the_case_and_of_the_post_as_it_began(here, lead, policy):
    grades = [GradeFactory(organisation=here, title=title, rank=rank) for rank, title in ((9, "BG9"), (10, "BG10"))]
    full = drafts(here, policy, 10, grade=grades[1])
    part = drafts(here, policy, 10, fte="0.60", grade=grades[0])
    for case in full:
        case.service, case.is_external, case.earlier = "adults", True, part[0]
        case.save(update_fields=["service", "is_external", "earlier"])
    outside = [CaseFactory(organisation=here, policy=policy, person=PersonFactory(), begun_at=BEGUN) for _ in range(10)]
    AssignmentFactory(case=outside[0], kind="look", state="done")

    assert {each.title: each.rows for each in of(lead).told.tables} == {
        "Hours of the post": (("Full time", 10), ("Part time", 10), ("Not noted", 10)),
        "Service": (("Adults", 10), ("Another service, or not noted", 20)),
        "Grade at the start": (("BG9", 10), ("BG10", 10), ("Not noted", 10)),
        "Way to the panel": (("Step up by panel", 20), ("From outside", 10)),
        "Before": (("The first time", 20), ("Again", 10)),
    }


def test_each_person_counts_once_with_her_latest_case(here, lead, policy):
    first, *_ = drafts(here, policy, 11)
    later = BEGUN + timedelta(days=20)
    CaseFactory(
        organisation=here, policy=policy, person=first.person, step="to-bg12", begun_at=later, state="withdrawn"
    )
    assert shown(of(lead).told.everybody)[0] == (("Everybody", 11),)


def test_asyes_other_councils_and_cases_nobody_compares_are_left_out(here, lead):
    silent = PanelPolicyFactory(panel_rules=PanelRules(monitor=False))
    drafts(here, silent, 10)
    case_in("accepted", kind="moderation", organisation=here, begun_at=BEGUN)
    drafts(OrganisationFactory(), PanelPolicyFactory(), 10)
    assert views_of(as_actor(lead)) == []
    assert of(lead).told.everybody is None


def answered(here, policy):
    MonitoringFormFactory(content=CONTENT)
    cases = drafts(here, policy, 20)
    for place, case in enumerate(cases):
        MonitoringAnswerFactory(person=case.person, answer="young" if place < 10 else "old")
    return cases


def test_answers_are_compared_for_who_does_not_decide(here, lead, policy):
    answered(here, policy)
    report = of(lead)
    assert report.shows_answers is True
    assert [(each.title, each.rows) for each in report.told.tables] == [
        ("Which age group are you in?", (("Young", 10), ("Old", 10)))
    ]


@pytest.mark.parametrize("how", ["seat", "given", "decided", "present"])
def test_answers_are_not_compared_for_who_judges_there_or_judged_one_of_the_cases(here, lead, policy, how):
    case = answered(here, policy)[0]
    if how == "seat":
        MemberFactory(panel=PanelFactory(organisation=here), person=lead)
    elif how == "given":
        AssignmentFactory(case=case, person=lead, state="done")
    elif how == "decided":
        DecisionFactory(case=case, decided_by=lead)
    else:
        DecisionFactory(case=case, present=[lead.pk])

    report = of(lead)

    assert (report.shows_answers, list(report.told.tables)) == (False, [])
    assert shown(report.told.everybody)[0] == (("Everybody", 20),)


def test_clerk_and_who_declined_a_case_decide_nothing(here, lead, policy):
    case = answered(here, policy)[0]
    MemberFactory(panel=PanelFactory(organisation=here), person=lead, seat="clerk", sort="")
    AssignmentFactory(case=case, person=lead, state="declined")
    assert of(lead).shows_answers is True


@pytest.mark.parametrize("count", [10, 30])
def test_report_costs_the_same_for_any_number_of_cases(here, lead, policy, count, django_assert_num_queries):
    MonitoringFormFactory(content=CONTENT)
    actor = as_actor(lead)
    for case in drafts(here, policy, count):
        MonitoringAnswerFactory(person=case.person, answer="old")
    with django_assert_num_queries(8):
        report_of(THIS_YEAR, actor)
    with django_assert_num_queries(2):
        views_of(actor)
