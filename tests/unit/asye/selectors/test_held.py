from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from asye.rules.parts_of_policy import EvidenceLine
from asye.rules.policy import PLAIN
from asye.selectors.held import checks_of, held_by, is_concerned
from tests.factories.asye import (
    AsyePolicyFactory,
    ConcernFactory,
    MilestoneFactory,
    ReviewFactory,
    WeekFactory,
    policy_content,
)
from tests.factories.asye_ending import TODAY, day
from tests.factories.people import NOW

LOCKED = {"state": "locked", "locked_at": NOW}


def counts(world, *lines: EvidenceLine) -> None:
    content = policy_content(rules=replace(PLAIN, evidence=lines))
    world.year.policy = AsyePolicyFactory(content=content)
    world.year.save(update_fields=["policy"])


def test_reviews_weeks_and_evidence_are_taken_from_the_record(world):
    counts(world, EvidenceLine(code="observation", title="Observations", counts="observation", least=3))
    ReviewFactory(milestone=MilestoneFactory(enrolment=world.year), held_on=day(-200), progress="on_course", **LOCKED)
    WeekFactory(enrolment=world.year, week_on=date(2026, 2, 2), workload_percent=99, protected="no")
    held = held_by(world.year, on=TODAY)
    assert [(each.title, each.is_done) for each in held.stages] == [("Three-month review", True)]
    assert [(each.title, each.have, each.least, each.is_uneven) for each in held.lines] == [
        ("Observations", 0, 3, False)
    ]
    assert ((held.workload.due, held.workload.kept), (held.protected.due, held.protected.kept)) == ((1, 0), (1, 0))
    assert [(each.have, each.least) for each in held.plans] == [(0, 4)]


def test_plans_counted_with_the_evidence_are_counted_once(world):
    counts(world, EvidenceLine(code="plans", title="Plans", counts="plan", least=4))
    assert [each.code for each in checks_of(world.year, on=TODAY) if "plan" in each.code] == ["evidence-plans"]


def test_a_policy_without_plans_asks_for_none(world):
    world.year.policy = AsyePolicyFactory(content=policy_content(rules=replace(PLAIN, plans=())))
    assert held_by(world.year, on=TODAY).plans == ()


@pytest.mark.parametrize(("days", "is_warned"), [(-40, True), (-3, False), (0, False)])
def test_a_concern_counts_as_a_warning_if_it_came_before_the_final_review(world, days, is_warned):
    final = MilestoneFactory(enrolment=world.year, code="final", kind="final", computed_on=day(-3))
    ReviewFactory(milestone=final, held_on=day(-3), progress="concerns", **LOCKED)
    raised_at = NOW.replace(year=day(days).year, month=day(days).month, day=day(days).day)
    ConcernFactory(enrolment=world.year, raised_by=world.assessor, raised_at=raised_at)
    assert is_concerned(world.year, on=TODAY) == is_warned


@pytest.mark.parametrize(
    ("said", "is_warned"),
    [
        ({"progress": "concerns", **LOCKED}, True),
        ({"progress": "on_course", **LOCKED}, False),
        ({"progress": "concerns", "state": "signing"}, False),
    ],
)
def test_a_review_all_signed_that_says_so_is_a_warning(world, said, is_warned):
    ReviewFactory(milestone=MilestoneFactory(enrolment=world.year), held_on=day(-200), **said)
    assert is_concerned(world.year, on=TODAY) == is_warned


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_whatever_was_held(world, number):
    for place in range(number):
        milestone = MilestoneFactory(enrolment=world.year, code=f"review-{place}")
        ReviewFactory(milestone=milestone, held_on=day(-200), progress="on_course", **LOCKED)
        WeekFactory(enrolment=world.year, week_on=date(2026, 2, 2 + 7 * place))
    with CaptureQueriesContext(connection) as queries:
        checks_of(world.year, on=TODAY)
    assert len(queries) == 18
