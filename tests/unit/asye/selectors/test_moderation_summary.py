"""The summary of moderation counts the half-year's records of the years one runs, at the same cost for any number."""

from datetime import date, timedelta

import pytest

from academy.people.choices import RoleCode
from asye.rules.moderation_summary import Half
from asye.selectors.moderation_summary import halves_of, programmes_run, summary_of
from tests.factories.asye import (
    AsyePolicyFactory,
    ChangeFactory,
    ConcernFactory,
    MilestoneFactory,
    ModerationFactory,
    RecommendationFactory,
    WeekFactory,
)
from tests.factories.asye_cohort import supported_year
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, as_actor, holder_of

pytestmark = pytest.mark.django_db
HALF = Half(2026, True)
ON = date(2026, 11, 10)


def moderated(year, *, on=ON, **said):
    given = RecommendationFactory(enrolment=year, recommended_at=NOW - timedelta(days=20))
    return ModerationFactory(recommendation=given, moderated_on=on, **said)


def told(lead, half=HALF):
    return {block.title: dict(block.lines) for block in summary_of(half, "asye", "adults", actor=lead).blocks}


def test_records_of_the_half_year_and_of_these_years_alone_are_counted(here, lead):
    policy = AsyePolicyFactory()
    first, second, earlier = (supported_year(here, policy=policy) for _ in range(3))
    other = supported_year(here, policy=AsyePolicyFactory(service="children"))
    elsewhere = supported_year(OrganisationFactory(), policy=policy)
    moderated(first, checks={"agreement": True, "review-3": False, "evidence-x": True}, tests={"valid": True})
    moderated(second, result="queried", to_assessor="Which evidence?", checks={"agreement": True})
    moderated(earlier, on=date(2026, 6, 30))
    for year in (other, elsewhere):
        moderated(year)
    MilestoneFactory(enrolment=first, code="panel", kind="panel", title="Panel", due_on=ON - timedelta(days=1))
    ChangeFactory(enrolment=first, state="agreed", settled_at=NOW)
    ChangeFactory(enrolment=second, state="agreed", settled_at=NOW - timedelta(days=200))
    ConcernFactory(enrolment=earlier)
    WeekFactory(enrolment=first, protected="no")
    supported_year(here, policy=policy, state="withdrawn", ended_at=NOW, ended_because="Moved.")

    found = told(lead)

    assert (found["Moderated"], found["Recommended"]) == (
        {"Confirmed": 1, "Sent back with questions": 1, "Not supported": 0},
        {"Pass": 2, "Fail": 0},
    )
    assert (found["Support and assessment agreement"], found["Three-month review"], found["Valid"]) == (
        {"Yes": 2, "No": 0},
        {"Yes": 0, "No": 1},
        {"Yes": 1, "No": 0},
    )
    assert found["Against the panel’s day"] == {"By the day": 0, "Later": 1, "No day known": 1}
    assert found["From recommendation to moderation"] == {"Days, median": 13}
    assert found["Protected time used for development"] == {"Kept": 0, "Of": 1}
    assert (found["Pauses agreed"]["Maternity leave"], found["Concerns with a plan, raised"]) == (1, {"Concerns": 1})
    assert found["Withdrawn"] == {"Years": 1}
    assert found["Assessors by how many of these years each has"] == {"One": 2, "Two or three": 0, "Four or more": 0}
    assert told(lead, Half(2026))["Moderated"]["Confirmed"] == 1


def test_what_can_be_asked_for_follows_from_the_years_one_runs(here, lead):
    supported_year(here, starts_on=date(2025, 9, 1))
    psw = as_actor(holder_of(RoleCode.PRINCIPAL_SOCIAL_WORKER, here))

    assert (programmes_run(lead), programmes_run(psw)) == ([("asye", "adults")], [])
    assert [each.code for each in halves_of(lead)] == ["2026-2", "2026-1", "2025-2"]
    assert [each.code for each in halves_of(psw)] == ["2026-2"]


@pytest.mark.parametrize("count", [1, 3])
def test_summary_costs_the_same_for_any_number_of_years(here, lead, count, django_assert_num_queries):
    policy = AsyePolicyFactory()
    for _ in range(count):
        moderated(supported_year(here, policy=policy))

    with django_assert_num_queries(16):
        summary_of(HALF, "asye", "adults", actor=lead)
