"""What the sources ask, read from the policies that come with the portal; and two of them side by side."""

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from academy.engines.reference.reading import read, sources_of
from asye.choices.ending import GrantPart
from asye.choices.enrolments import Role
from asye.reference.asye_policies import POLICIES
from asye.rules.described import described, pounds, side_by_side
from asye.rules.policy_faults import contradictions

ADULTS, CHILDREN = "all/asye-adults/2025", "all/asye-children/2025"
PILOT, BEXLEY, BRISTOL = "bexley/asye-adults/2012", "bexley/asye-adults/2025", "bristol/asye-adults/2025"
HEREFORDSHIRE, TWO_YEARS = "herefordshire/asye-children/2025", "all/ecdp-children/2027"
ON = date(2026, 9, 1)


@cache
def policies() -> dict[str, Any]:
    """Every policy by its key."""
    files: list[Any] = [read(each).parsed for each in sources_of(POLICIES)]
    return {file.key: file for file in files}


def lines(key, *, on=ON):
    return {line.name: line.says for line in described(policies()[key].rules, on=on)}


def test_policies_are_those_of_the_sources_and_contradict_nothing():
    assert sorted(policies()) == sorted([ADULTS, CHILDREN, PILOT, BEXLEY, BRISTOL, HEREFORDSHIRE, TWO_YEARS])
    assert [contradictions(file.rules) for file in policies().values()] == [[]] * 7


def test_herefordshire_is_as_its_page_says():
    rules = policies()[HEREFORDSHIRE].rules
    assert (rules.weeks, rules.ceiling_years) == (52, 2)
    assert [(point.months, point.is_optional, point.is_final) for point in rules.reviews] == [
        (3, False, False),
        (6, False, False),
        (9, False, False),
        (12, False, True),
    ]
    assert rules.attends == (Role.NQSW, Role.MANAGER, Role.PRACTICE_ASSESSOR)
    assert rules.recommends == Role.PRACTICE_ASSESSOR
    assert [(each.code, each.level) for each in rules.frameworks] == [
        ("pcf", "nqsw"),
        ("child-family-pqs", "practitioner"),
    ]
    told = lines(HEREFORDSHIRE)
    assert told["Groups and workshops"] == ("Development groups with peers: every 2 weeks",)
    assert policies()[HEREFORDSHIRE].contact == "social-care-academy@herefordshire.example"
    assert told["Reasons for a pause"] == (
        "Long-term sickness",
        "Bereavement",
        "Maternity leave",
        "Paternity leave",
        "Shared parental leave",
    )
    assert told["Portfolio handed in"] == ("At the end of the year",)
    assert "critical reflective supervision" in rules.duties[Role.PRACTICE_ASSESSOR]
    assert "day-to-day work" in rules.duties[Role.MANAGER]


def test_pilot_is_kept_as_the_first_edition_and_the_framework_is_that_of_the_start():
    pilot, later = policies()[PILOT], policies()[BEXLEY]
    assert (pilot.valid_from, pilot.valid_to, later.valid_from) == (
        date(2012, 9, 1),
        date(2025, 3, 31),
        date(2025, 4, 1),
    )
    codes = [[each.code for each in pilot.rules.frameworks_for(day)] for day in (date(2015, 2, 28), date(2015, 3, 1))]
    assert codes == [["pcf"], ["pcf", "adult-pqs"]]


def test_bristol_asks_for_dated_induction_courses_and_monthly_workshops():
    told = lines(BRISTOL)
    assert told["Groups and workshops"] == ("ASYE workshops: every month",)
    assert [each.course for each in policies()[BRISTOL].rules.induction] == [
        "safeguarding-adults",
        "safeguarding-children-foundation",
        "introduction-to-legal-framework",
        "mental-capacity-and-dol",
        "welfare-benefits-intro",
    ]
    assert told["After a pass"] == (
        "A pass alone moves no grade. Level 1 of BG10 follows it once all essential training is done.",
        "Probation of 12 months from the start of the post; it ends as much later as the year does.",
    )


def test_bexley_counts_research_sessions_and_moves_the_grade_after_a_pass():
    told = lines(BEXLEY)
    assert told["Groups and workshops"] == ("Making Research Count: counted when she comes",)
    assert told["After a pass"] == (
        "Passing is a condition of confirmed employment.",
        "Grade qualified, from the day it is decided.",
        "Probation of 12 months from the start of the post; it ends as much later as the year does.",
    )
    assert told["Panel"][1] == "Adults’ and children’s years before one panel"
    assert told["Who answers for what"][2].startswith("Line manager: Answers for the year as part of her management")


def test_adults_are_moderated_nationally_in_shares_and_children_as_good_practice():
    assert lines(ADULTS)["Moderation outside the employer"] == (
        "Mandatory: the partnership looks at 10% of the years and the national panel looks at 5% of the years.",
        "It gives feedback and never changes what the employer decided.",
    )
    issued = [lines(key)["Certificate"] for key in (ADULTS, CHILDREN, PILOT)]
    assert issued == [
        ("Issued by Department of Health and Social Care",),
        ("Issued by Department for Education",),
        ("Issued by Skills for Care",),
    ]
    assert lines(CHILDREN)["Moderation outside the employer"][0] == "Good practice: no share is set."
    assert lines(PILOT)["Moderation outside the employer"] == ("Not settled yet",)


def test_documents_are_asked_for_where_nothing_else_is_settled():
    assert lines(ADULTS)["Seen before it starts"] == (
        "Degree certificate or proof of completion",
        "Proof of registration",
        "Report of the last placement",
    )
    assert lines(BRISTOL)["Seen before it starts"] == ("No document is asked for.",)


def test_lines_stand_under_the_three_elements_of_the_framework():
    told = described(policies()[HEREFORDSHIRE].rules, on=ON)
    parts = list(dict.fromkeys(line.part for line in told))
    assert parts == [
        "The year",
        "Support and development",
        "Evidence and assessment",
        "Quality assurance",
        "What follows",
    ]
    assert "in three elements" in policies()[HEREFORDSHIRE].about


@pytest.mark.parametrize("key", [CHILDREN, HEREFORDSHIRE])
def test_childrens_grant_is_paid_in_two_parts_for_the_last_time(key):
    rules = policies()[key].rules
    grant = rules.grant_for(ON)
    assert grant.parts == {GrantPart.REGISTRATION: Decimal(1000), GrantPart.COMPLETION: Decimal(1000)}
    assert (grant.whole, grant.within_years, grant.closes_on) == (Decimal(2000), 4, date(2027, 3, 31))
    assert [rules.grant_for(day) for day in (date(2026, 3, 31), date(2027, 4, 1))] == [None, None]


def test_adults_grant_has_no_invented_amounts():
    assert lines(ADULTS)["Grant"] == ("2026-27, Department of Health and Social Care: the amounts are not settled.",)


def test_two_year_programme_leaves_open_what_is_not_public():
    told = lines(TWO_YEARS, on=date(2027, 4, 1))
    assert told["Length"][0] == "104 weeks of full time; other hours and pauses make it longer, to 4 years at most."
    open_yet = [name for name, says in told.items() if says == ("Not settled yet",)]
    assert open_yet == [
        "Who answers for what",
        "Supervision",
        "Workload",
        "Early signal",
        "Development plans",
        "Groups and workshops",
        "Induction",
        "Reviews",
        "Who attends and signs a review",
        "Observations",
        "Evidence",
        "Moderation outside the employer",
        "Grant",
    ]


def test_adults_and_childrens_policies_stand_side_by_side():
    one, other = (described(policies()[key].rules, on=ON) for key in (ADULTS, HEREFORDSHIRE))
    pairs = {pair.name: pair for pair in side_by_side(one, other)}
    assert [(pair.part, name) for name, pair in pairs.items() if pair.differs] == [
        ("The year", "Seen before it starts"),
        ("The year", "Reasons for a pause"),
        ("The year", "Who agrees to a pause or an extension"),
        ("Support and development", "Who answers for what"),
        ("Support and development", "Who signs the agreement"),
        ("Support and development", "Groups and workshops"),
        ("Evidence and assessment", "Assessed against"),
        ("Evidence and assessment", "Reviews"),
        ("Evidence and assessment", "Who attends and signs a review"),
        ("Evidence and assessment", "Observations"),
        ("Evidence and assessment", "Evidence"),
        ("Evidence and assessment", "Who recommends"),
        ("Quality assurance", "Moderation outside the employer"),
        ("Quality assurance", "National body"),
        ("Quality assurance", "Certificate"),
        ("What follows", "After a pass"),
        ("What follows", "Grant"),
    ]
    assert pairs["Reviews"].one[2] == "Nine-month review, after 9 months; held where it is needed"
    assert pairs["Reviews"].other[2] == "Nine-month review, after 9 months"


@pytest.mark.parametrize(("amount", "says"), [("1000", "£1,000"), ("1250.50", "£1,250.50")])
def test_amounts_are_read_in_pounds(amount, says):
    assert pounds(Decimal(amount)) == says
