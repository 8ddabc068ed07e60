"""Declaring, withdrawing and ending a second job."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from academy.people.models import SecondJobPolicy
from academy.people.services.second_job_decisions import allow
from academy.people.services.second_jobs import NO_POLICY, declare, end, withdraw
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.people import NOW, DeputyFactory, as_actor, staff_of
from tests.factories.second_job_world import declared, job_words, second_job_council

pytestmark = pytest.mark.django_db


def refusal(act, **arguments):
    with pytest.raises(Refused) as refused:
        act(**arguments)
    return refused.value.field, refused.value.reason


@pytest.mark.parametrize(("point", "permitted_by"), [(27, "line_manager"), (28, "line_manager"), (29, "chief_officer")])
def test_declaration_keeps_whose_permission_it_needs_and_what_the_week_comes_to(point, permitted_by, last_act):
    council = second_job_council(point=point)
    job = declared(council, hours=Decimal("7.50"))
    assert (job.permitted_by, job.hours_in_all, job.state) == (permitted_by, Decimal("44.50"), "declared")
    assert (job.policy.code, job.declared_at, job.person) == ("progression", NOW, council.amara)


def test_who_decides_and_deputies_are_told_and_nobody_else():
    council = second_job_council()
    deputy = staff_of(council.organisation)
    DeputyFactory(person=council.helen, deputy=deputy, organisation=council.organisation)
    declared(council)
    assert set(Notice.objects.values_list("person_id", flat=True)) == {council.helen.pk, deputy.pk}


def test_more_than_48_hours_can_be_declared():
    assert declared(second_job_council(), hours=Decimal(13)).hours_in_all == Decimal("50.00")


def test_part_time_and_other_second_jobs_count():
    council = second_job_council(fte=Decimal("0.60"))
    declared(council, hours=Decimal(5), employer="First")
    declared(council, hours=Decimal(4), employer="Over", until_on=TODAY)
    job = declared(council, hours=Decimal(8), from_on=TODAY + timedelta(days=1), employer="Second")
    assert job.hours_in_all == Decimal("35.20")


def test_what_is_not_in_order_is_refused_at_its_field():
    council = second_job_council()
    asked = {"organisation": council.organisation, "by": council.by, "at": NOW}
    assert refusal(declare, declaration=job_words(hours=Decimal(101)), **asked)[0] == "hours"
    late = job_words(until_on=TODAY - timedelta(days=1))
    assert refusal(declare, declaration=late, **asked)[0] == "until_on"


def test_declaring_needs_a_post_there_and_a_policy():
    council = second_job_council()
    elsewhere = {"organisation": OrganisationFactory(), "declaration": job_words(), "at": NOW}
    said = "Only who has a post in the organisation declares a second job there."
    assert refusal(declare, by=council.by, **elsewhere)[1] == said
    assert refusal(declare, by=as_actor(PersonFactory()), **elsewhere)[1] == said
    SecondJobPolicy.objects.update(withdrawn_on=date(2020, 1, 1))
    asked = {"organisation": council.organisation, "declaration": job_words(), "at": NOW}
    assert refusal(declare, by=council.by, **asked)[1] == NO_POLICY


def test_job_is_declared_anew_once_and_its_own_hours_do_not_count_twice():
    council = second_job_council()
    old = allow(job=declared(council), by=as_actor(council.helen), at=NOW)
    renewal = declared(council, renews=old, hours=Decimal(9))
    assert (renewal.renews, renewal.hours_in_all) == (old, Decimal("46.00"))
    again = {"organisation": council.organisation, "declaration": job_words(), "by": council.by, "at": NOW}
    assert "declared anew already" in refusal(declare, renews=old, **again)[1]
    withdraw(job=renewal, by=council.by, at=NOW)
    assert declared(council, renews=old).renews == old


def test_only_her_own_allowed_job_is_declared_anew():
    council = second_job_council()
    waiting = declared(council)
    asked = {"organisation": council.organisation, "declaration": job_words(), "at": NOW, "renews": waiting}
    assert "Only an allowed job" in refusal(declare, by=council.by, **asked)[1]
    assert "Only the person herself" in refusal(declare, by=as_actor(council.helen), **asked)[1]


def test_withdrawn_before_the_decision_only(last_act):
    council = second_job_council()
    job = withdraw(job=declared(council), by=council.by, at=NOW)
    assert (job.state, job.closed_at) == ("withdrawn", NOW)
    assert last_act() == (
        "people.second_job.withdraw",
        council.amara.pk,
        ["closed_at", "state"],
        "declared",
        "withdrawn",
    )
    assert "withdrawn" in refusal(withdraw, job=job, by=council.by, at=NOW)[1]


def test_ended_job_has_its_last_day_and_counts_no_more():
    council = second_job_council()
    job = allow(job=declared(council), by=as_actor(council.helen), at=NOW)
    ended = end(job=job, last_day=TODAY, by=council.by, at=NOW)
    assert (ended.state, ended.until_on, ended.closed_at) == ("ended", TODAY, NOW)
    assert declared(council).hours_in_all == Decimal("45.00")


@pytest.mark.parametrize("days", [-1, 1])
def test_last_day_lies_between_the_first_and_today(days):
    council = second_job_council()
    job = allow(job=declared(council), by=as_actor(council.helen), at=NOW)
    last_day = TODAY + timedelta(days=days)
    assert refusal(end, job=job, last_day=last_day, by=council.by, at=NOW)[0] == "last_day"
