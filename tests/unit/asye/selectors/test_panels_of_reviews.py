"""Reviews, concerns and plans on the record page: the stage as a checklist, in as many queries for many as for one."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from asye.choices.enrolments import Role
from asye.models import Plan, PlanGoal, Review
from asye.selectors.panels import concerns, reviews
from asye.selectors.review_page import page_of
from asye.selectors.reviews import handed_over, reviews_seen
from tests.factories.asye import ConcernFactory, PartFactory
from tests.factories.asye_reviews import held, scheduled, sent, signed, written
from tests.factories.identity import TODAY
from tests.factories.people import NOW, RegistrationFactory


def shown(make, world, name):
    roles = frozenset({name})
    return make(world.year, actor=world.acting(name), roles=roles, on=TODAY)


def lines(world):
    found = shown(reviews.panel, world, "nqsw").context
    return found["stage"], found["done"], [(line.what, line.state.word, line.icon) for line in found["lines"]]


@pytest.fixture
def who(world):
    RegistrationFactory(person=world.assessor)
    return {Role.NQSW: world.nqsw, Role.ASSESSOR: world.assessor, Role.MANAGER: world.manager}


def test_the_stage_under_way_is_a_checklist(world, who):
    assert shown(reviews.panel, world, "nqsw") is None
    review = scheduled(world.year)
    stage, done, first = lines(world)
    assert (stage, done, [state for _, state, _ in first]) == (3, 0, ["Not yet"] * 6)
    held(review, world.acting("assessor"))
    written(review, {Role.NQSW: world.nqsw, Role.ASSESSOR: world.assessor})
    assert lines(world)[2][3] == ("Parts written: 2 of 3", "In progress", "doing")
    written(review, who)
    signed(sent(review, world.acting("manager")), world.nqsw)
    stage, done, now = lines(world)
    assert (stage, done) == (3, 2)
    assert now == [
        ("The review was held", "Met", "met"),
        ("Evidence named for the stage", "Not yet", "notyet"),
        ("Development plan: Months 6 to 12", "Not yet", "notyet"),
        ("Parts written: 3 of 3", "Met", "met"),
        ("Signatures: 1 of 3", "In progress", "doing"),
        ("Locked", "Not yet", "notyet"),
    ]


def test_once_all_are_over_there_is_no_stage_and_every_review_stays(world):
    scheduled(world.year, code="review-9", title="Nine-month review")
    Review.objects.update(state="waived", waived_because="All goes well.")
    found = shown(reviews.panel, world, "nqsw").context
    assert (found["current"], found["lines"], len(found["reviews"])) == (None, [], 1)


def test_concerns_are_shown_where_there_are_some_or_one_can_be_noted(world):
    assert shown(concerns.concerns_panel, world, "nqsw") is None
    assert shown(concerns.concerns_panel, world, "assessor").context == {"concerns": [], "may_note": True}
    concern = ConcernFactory(enrolment=world.year)
    assert shown(concerns.concerns_panel, world, "nqsw").context == {"concerns": [concern], "may_note": False}


def test_plans_are_shown_by_the_policys_names(world):
    assert shown(concerns.plans_panel, world, "nqsw") is None
    plans = [Plan.objects.create(enrolment=world.year, stage=code, made_at=NOW) for code in ("months-0-3", "old")]
    assert shown(concerns.plans_panel, world, "nqsw").context["plans"] == [
        ("Months 0 to 3", plans[0]),
        ("old", plans[1]),
    ]


def test_a_change_of_assessor_is_told_in_the_review_after_it_and_no_later(world):
    first = scheduled(world.year, code="review-3", computed_on=date(2026, 4, 5))
    second = scheduled(world.year)
    world.year.parts.filter(role=Role.ASSESSOR).update(until_on=date(2026, 5, 31))
    new = PartFactory(enrolment=world.year, person=world.colleague, from_on=date(2026, 6, 1))
    held(first, world.acting("manager"), held_on=date(2026, 4, 5))
    assert (handed_over(Review.objects.get(pk=first.pk)), handed_over(second)) == ([], [new])
    held(second, world.acting("manager"), held_on=date(2026, 7, 5))
    assert handed_over(Review.objects.get(pk=second.pk)) == [new]
    assert handed_over(scheduled(world.year, code="final", computed_on=date(2027, 1, 4))) == []


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_costs_the_same_for_much_as_for_little(world, number):
    review = held(scheduled(world.year), world.acting("assessor"))
    plan = Plan.objects.create(enrolment=world.year, stage="months-6-12", made_at=NOW)
    for count in range(number):
        PlanGoal.objects.create(plan=plan, need=f"Goal {count}.", how="So.", by_on=date(2026, 12, 1))
        ConcernFactory(enrolment=world.year, review=review)
    actor = world.acting("assessor")
    seen = reviews_seen(actor).get(pk=review.pk)
    with CaptureQueriesContext(
        connection,
    ) as page:
        page_of(seen, actor)
    with CaptureQueriesContext(connection) as panels:
        for make in (reviews.panel, concerns.concerns_panel, concerns.plans_panel):
            make(world.year, actor=actor, roles=frozenset({"assessor"}), on=TODAY)
    assert (len(page), len(panels)) == (27, 13)
