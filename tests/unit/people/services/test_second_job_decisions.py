"""Allowing and refusing second jobs."""

from datetime import date
from decimal import Decimal

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Notice
from academy.people.models import Terms
from academy.people.services.second_job_decisions import allow, refuse
from academy.people.services.second_jobs import withdraw
from tests.factories.people import NOW, DeputyFactory, as_actor, staff_of
from tests.factories.second_job_world import declared, second_job_council

pytestmark = pytest.mark.django_db


def refusal(act, **arguments):
    with pytest.raises(Refused) as refused:
        act(**arguments, at=NOW)
    return refused.value.reason


def test_line_manager_allows_for_twelve_months_and_she_is_told():
    council = second_job_council()
    job = allow(job=declared(council), by=as_actor(council.helen), at=NOW, reason=" Agreed. ")
    job.refresh_from_db()
    assert (job.state, job.decided_by, job.decided_at) == ("allowed", council.helen, NOW)
    assert (job.reason, job.renew_on) == ("Agreed.", date(2027, 11, 17))
    assert Notice.objects.filter(person=council.amara).count() == 1


def test_fifty_hours_are_refused_by_the_rule_and_then_by_who_decides():
    council = second_job_council()
    job, helen = declared(council, hours=Decimal(13)), as_actor(council.helen)
    said = "This comes to 50 hours a week over all jobs; at most 48 hours are allowed."
    assert refusal(allow, job=job, by=helen) == said
    job.refresh_from_db()
    assert (job.state, job.reason, job.renew_on) == ("declared", "", None)
    refused = refuse(job=job, by=helen, at=NOW, reason=said)
    assert (refused.state, refused.reason, refused.decided_by) == ("refused", said, council.helen)


def test_hours_are_those_of_the_moment_of_the_decision():
    council = second_job_council(fte=Decimal("0.80"))
    job = declared(council, hours=Decimal(15))
    Terms.objects.filter(post__person=council.amara).update(fte=1)
    assert "52 hours" in refusal(allow, job=job, by=as_actor(council.helen))


def test_chief_officer_decides_above_the_threshold_and_the_line_manager_does_not():
    council = second_job_council(point=29)
    job = declared(council)
    assert "somebody else to do" in refusal(allow, job=job, by=as_actor(council.helen))
    assert allow(job=job, by=as_actor(council.chief), at=NOW).decided_by == council.chief


def test_nobody_decides_on_her_own():
    council = second_job_council()
    job = declared(council)
    assert "somebody else to do" in refusal(allow, job=job, by=council.by)
    assert "somebody else to do" in refusal(refuse, job=job, by=council.by, reason="No.")


@pytest.mark.parametrize(("point", "absent"), [(27, "helen"), (29, "chief")])
def test_deputy_decides_and_both_names_stay(point, absent):
    council = second_job_council(point=point)
    deputy, stood_in_for = staff_of(council.organisation), getattr(council, absent)
    DeputyFactory(person=stood_in_for, deputy=deputy, organisation=council.organisation)
    allow(job=declared(council), by=as_actor(deputy), at=NOW)
    event = Event.objects.get(act="people.second_job.allow")
    assert (event.actor.name, event.on_behalf_of.name) == (deputy.full_name, stood_in_for.full_name)


def test_no_without_reason_or_with_too_long_a_one_is_refused():
    council = second_job_council()
    job, helen = declared(council), as_actor(council.helen)
    assert refusal(refuse, job=job, by=helen, reason="  ") == "Give a reason. It is read by the person who asks."
    assert refusal(refuse, job=job, by=helen, reason="x" * 501) == "Use at most 500 characters. You have 501."


@pytest.mark.parametrize("act", [allow, refuse])
def test_second_decision_changes_nothing(act):
    council = second_job_council()
    helen = as_actor(council.helen)
    job = refuse(job=declared(council), by=helen, at=NOW, reason="First.")
    assert "You cannot change it any more." in refusal(act, job=job, by=helen, reason="Second.")
    job.refresh_from_db()
    assert (job.state, job.reason, job.renew_on) == ("refused", "First.", None)


def test_withdrawn_declaration_is_not_decided():
    council = second_job_council()
    job = withdraw(job=declared(council), by=council.by, at=NOW)
    assert "withdrawn" in refusal(allow, job=job, by=as_actor(council.helen), reason="")


def test_job_allowed_anew_takes_the_place_of_the_old_one():
    council = second_job_council()
    helen = as_actor(council.helen)
    old = allow(job=declared(council), by=helen, at=NOW)
    renewal = allow(job=declared(council, renews=old), by=helen, at=NOW)
    old.refresh_from_db()
    assert (renewal.state, old.state, old.closed_at) == ("allowed", "ended", NOW)
    parent = Event.objects.get(act="people.second_job.replace").parent
    assert parent == Event.objects.filter(act="people.second_job.allow").latest("pk").uid


def test_old_permission_stays_where_the_new_one_is_refused_or_it_ended_meanwhile():
    council = second_job_council()
    helen = as_actor(council.helen)
    old = allow(job=declared(council), by=helen, at=NOW)
    refuse(job=declared(council, renews=old), by=helen, at=NOW, reason="Not this year.")
    old.refresh_from_db()
    assert old.state == "allowed"
    renewal = declared(council, renews=old)
    type(old).objects.filter(pk=old.pk).update(state="ended", closed_at=NOW)
    assert allow(job=renewal, by=helen, at=NOW).state == "allowed"
