"""The equality report: which there are, what it counts, what it hides, and what it costs."""

from datetime import date
from decimal import Decimal

import pytest

from academy.people.rules.compared_lines import HEADINGS, lines_of
from asye.models import AsyePolicy
from asye.selectors.equality import report_of, views_of
from tests.factories.asye import AsyePolicyFactory, ChangeFactory, EnrolmentFactory, MilestoneFactory
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.leaving import QualifyingSupportFactory
from tests.factories.monitoring import MonitoringAnswerFactory, MonitoringFormFactory
from tests.factories.people import NOW, GradeFactory, staff_of

pytestmark = pytest.mark.django_db
ANSWERS = [{"code": code, "words": code.title()} for code in ("young", "old", "not-said")]
CONTENT = {
    "why": "Answers are free and only counted.",
    "questions": [{"code": "age", "asks": "Which age group are you in?", "answers": ANSWERS}],
}
PASSED = {"state": "decided", "outcome": "pass", "ended_at": NOW}


@pytest.fixture
def policy() -> AsyePolicy:
    return AsyePolicyFactory()


def years(here, policy, count, **said):
    return [EnrolmentFactory(organisation=here, policy=policy, **said) for _ in range(count)]


def the_report(lead):
    return report_of(views_of(lead)[0], lead).told


def shown(compared):
    """Each group with how many are in it, and each result with its numbers."""
    return compared.rows, {column.words: column.numbers for _, block in compared.blocks for column in block}


def test_there_is_a_report_for_each_programme_and_stretch_of_this_employer_alone(here, lead, policy):
    years(here, policy, 2)
    years(here, AsyePolicyFactory(service="children"), 1, starts_on=date(2025, 9, 1))
    years(OrganisationFactory(), policy, 1)

    assert [(each.code, each.words) for each in views_of(lead)] == [
        ("2025-2026-asye-adults", "ASYE, adults, begun April 2025 to March 2026"),
        ("2025-2026-asye-children", "ASYE, children and families, begun April 2025 to March 2026"),
    ]


def test_groups_of_the_record_are_compared_and_small_numbers_hidden(here, lead, policy):
    for year in years(here, policy, 14, **PASSED):
        MilestoneFactory(enrolment=year, code="end", kind="end", title="End", due_on=date(2027, 1, 5))
    part_time = years(here, policy, 12, fte=Decimal("0.60"))
    for year in part_time[:11]:
        ChangeFactory(
            enrolment=year,
            kind="extension",
            reason="",
            from_on=None,
            until_on=None,
            weeks=4,
            words="More.",
            state="agreed",
            settled_at=NOW,
        )
    ChangeFactory(enrolment=part_time[11], state="agreed", settled_at=NOW)

    report = the_report(lead)

    assert shown(report.everybody) == (
        (("Everybody", 26),),
        {
            "Passed": (14,),
            "Not passed": (0,),
            "Withdrawn": (0,),
            "Not ended": (12,),
            "As first planned": (14,),
            "Extended; Paused or put off (together)": (12,),
            "12 months": (14,),
            "Up to 18 months": (0,),
            "Longer": (0,),
            "No date": (12,),
        },
    )
    assert [each.title for each in report.tables] == ["Hours at the start"]
    rows, numbers = shown(report.tables[0])
    assert rows == (("Full time", 14), ("Part time", 12))
    assert (numbers["Passed"], numbers["Not ended"]) == ((14, 0), (0, 12))


def test_routes_and_grades_are_those_of_the_employers_record(here, lead, policy):
    junior, senior = GradeFactory(organisation=here, title="BG9"), GradeFactory(organisation=here, title="BG10")
    for grade, count in ((junior, 10), (senior, 10), (None, 10)):
        for _ in range(count):
            person = staff_of(here, **({"grade": grade} if grade else {}))
            year = EnrolmentFactory(person=person, organisation=here, policy=policy)
            if grade == junior:
                QualifyingSupportFactory(person=year.person, qualified_on=date(2025, 7, 1))

    route, grade = the_report(lead).tables

    assert (route.title, route.rows) == (
        "Route to qualifying",
        (("Apprenticeship", 10), ("Without an employer's support, or not noted", 20)),
    )
    assert (grade.title, grade.rows) == ("Grade at the start", (("BG9", 10), ("BG10", 10), ("Not noted", 10)))


def test_answers_are_counted_and_who_gave_none_counts_as_not_said(here, lead, policy):
    MonitoringFormFactory(content=CONTENT)
    found = years(here, policy, 36)
    for place, year in enumerate(found[:24]):
        MonitoringAnswerFactory(person=year.person, answer="young" if place < 13 else "old")
    MonitoringAnswerFactory(person=found[30].person, answer="withdrawn-word")
    MonitoringAnswerFactory(person=found[31].person, answer="not-said")
    MonitoringAnswerFactory(person=PersonFactory(), answer="old")

    (table,) = the_report(lead).tables

    assert (table.title, table.rows) == (
        "Which age group are you in?",
        (("Young", 13), ("Old", 11), ("Not-Said", 12)),
    )


def test_of_fewer_than_ten_nothing_is_told(here, lead, policy):
    MonitoringFormFactory(content=CONTENT)
    years(here, policy, 9)

    report = the_report(lead)

    assert (report.everybody, list(report.tables), list(lines_of(report))) == (None, [], [])


def test_table_has_a_row_for_each_number_and_says_what_is_hidden(here, lead, policy):
    years(here, policy, 12, **PASSED)
    years(here, policy, 12)
    years(here, policy, 12, fte=Decimal("0.50"), **PASSED)
    years(here, policy, 3, fte=Decimal("0.50"))

    rows = list(lines_of(the_report(lead)))

    assert rows[0] == ["Everybody", "Everybody", "39", "How it ended", "Passed", "24"]
    assert [
        row[1:] for row in rows if row[0] == "Hours at the start" and row[4] in ("Passed", "Withdrawn", "Not ended")
    ] == [
        ["Full time", "24", "How it ended", "Passed", "hidden"],
        ["Full time", "24", "How it ended", "Withdrawn", "0"],
        ["Full time", "24", "How it ended", "Not ended", "hidden"],
        ["Part time", "15", "How it ended", "Passed", "hidden"],
        ["Part time", "15", "How it ended", "Withdrawn", "0"],
        ["Part time", "15", "How it ended", "Not ended", "hidden"],
    ]
    assert {len(row) for row in rows} == {len(HEADINGS)}


@pytest.mark.parametrize("count", [10, 30])
def test_report_costs_the_same_for_any_number_of_years(here, lead, policy, count, django_assert_num_queries):
    MonitoringFormFactory(content=CONTENT)
    for year in years(here, policy, count):
        MonitoringAnswerFactory(person=year.person, answer="old")

    with django_assert_num_queries(8):
        the_report(lead)
