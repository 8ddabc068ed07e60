"""Which ways are open in which state, to the person, who decides and everybody else."""

from decimal import Decimal

import pytest

from academy.engines.access.permissions import allows
from academy.engines.workflow.moves import available
from academy.engines.workflow.soundness import faults
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from academy.people.choices.second_jobs import SecondJobState
from academy.people.models import SecondJob
from academy.people.rules.second_jobs import Week
from academy.people.workflow import SECOND_JOB
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import DeputyFactory, as_actor, holder_of, staff_of
from tests.factories.second_jobs import SecondJobFactory

WEEK = Week(contract=Decimal(37), declared=Decimal(8), others=Decimal(0), most=Decimal(48))
DECIDING = ["allow", "refuse"]
OPEN = {
    ("line_manager", "herself"): {"declared": ["withdraw"], "allowed": ["end"]},
    ("line_manager", "manager"): {"declared": DECIDING},
    ("line_manager", "deputy"): {"declared": DECIDING},
    ("line_manager", "chief"): {},
    ("line_manager", "hr"): {"allowed": ["end"]},
    ("chief_officer", "herself"): {"declared": ["withdraw"], "allowed": ["end"]},
    ("chief_officer", "manager"): {},
    ("chief_officer", "chief"): {"declared": DECIDING},
    ("chief_officer", "deputy of the chief"): {"declared": DECIDING},
    ("chief_officer", "hr"): {"allowed": ["end"]},
    ("chief_officer", "colleague"): {},
}
SEEING = {
    "line_manager": {"herself", "manager", "deputy", "hr"},
    "chief_officer": {"herself", "manager", "deputy", "chief", "deputy of the chief", "hr"},
}


@pytest.fixture
def people(db):
    council = OrganisationFactory()
    found = {"manager": staff_of(council), "chief": holder_of(RoleCode.CHIEF_OFFICER, council)}
    found["herself"] = staff_of(council, line_manager=found["manager"])
    found["hr"], found["colleague"] = holder_of(RoleCode.HR, council), staff_of(council)
    found["deputy"], found["deputy of the chief"] = staff_of(council), staff_of(council)
    for deputy, person in (("deputy", "manager"), ("deputy of the chief", "chief")):
        DeputyFactory(person=found[person], deputy=found[deputy], organisation=council)
    return council, found


def job_of(people, permitted_by):
    council, found = people
    return SecondJobFactory(person=found["herself"], organisation=council, permitted_by=permitted_by)


def test_workflow_of_second_jobs_is_sound():
    assert faults(SECOND_JOB) == []


@pytest.mark.parametrize(("permitted_by", "who"), OPEN)
def test_transitions_of_a_second_job(people, permitted_by, who):
    job, by = job_of(people, permitted_by), as_actor(people[1][who])
    said = {"decided_at": job.declared_at, "renew_on": job.from_on, "reason": "Because."}
    found = {}
    for state in SecondJobState.values:
        SecondJob.objects.filter(pk=job.pk).update(state=state, **said)
        job.refresh_from_db()
        found[state] = [each.transition.name for each in available(SECOND_JOB, job, by, facts=WEEK) if each.is_open]

    assert found == {state: OPEN[permitted_by, who].get(state, []) for state in SecondJobState.values}


@pytest.mark.parametrize("permitted_by", SEEING)
def test_second_job_seen_one_by_one_is_the_one_seen_in_lists(people, permitted_by):
    job = job_of(people, permitted_by)
    actors = {who: as_actor(person) for who, person in people[1].items()}
    listed = {who for who, by in actors.items() if SecondJob.objects.visible_to(by).filter(pk=job.pk).exists()}

    assert listed == {who for who, by in actors.items() if allows("people.second_job.see", by, job)}
    assert listed == SEEING[permitted_by]


@pytest.mark.parametrize("permitted_by", SEEING)
def test_who_decides_one_by_one_is_who_decides_in_lists(people, permitted_by):
    job = job_of(people, permitted_by)
    actors = {who: as_actor(person) for who, person in people[1].items()}
    listed = {who for who, by in actors.items() if SecondJob.objects.decided_by(by).filter(pk=job.pk).exists()}

    assert listed == {who for who, by in actors.items() if allows("people.second_job.decide", by, job)}
    assert listed == {who for (asked, who), ways in OPEN.items() if asked == permitted_by and "declared" in ways} & {
        *("manager", "deputy", "chief", "deputy of the chief")
    }


@pytest.mark.parametrize("role", [RoleCode.CHIEF_OFFICER, RoleCode.HR])
def test_roles_in_another_organisation_open_nothing(people, role):
    job = job_of(people, "chief_officer")
    stranger = as_actor(holder_of(role, OrganisationFactory()))

    codes = ("see", "decide", "end", "withdraw")
    assert [allows(f"people.second_job.{code}", stranger, job) for code in codes] == [False] * 4


def test_chief_officer_who_declares_does_not_decide_herself(people):
    council, found = people
    own = SecondJobFactory(person=found["chief"], organisation=council, permitted_by="chief_officer")

    assert allows("people.second_job.decide", as_actor(found["chief"]), own) is False
    assert allows("people.second_job.decide", as_actor(found["deputy of the chief"]), own) is True


def test_nothing_is_decided_or_seen_of_nothing(people):
    actors = [as_actor(people[1][who]) for who in ("manager", "chief")]
    codes = ("people.second_job.see", "people.second_job.decide")

    assert [allows(code, by, thing) for code in codes for by in actors for thing in (None, object())] == [False] * 8


def test_portal_ends_the_job_that_is_allowed_anew_and_decides_nothing(people):
    job, portal = job_of(people, "line_manager"), Actor.system("second jobs", on=TODAY)

    assert [allows(f"people.second_job.{code}", portal, job) for code in ("end", "decide", "see")] == [
        True,
        False,
        False,
    ]
    assert SecondJob.objects.visible_to(portal).count() + SecondJob.objects.decided_by(portal).count() == 0


def test_more_hours_than_the_limit_close_only_the_yes(people):
    job, by = job_of(people, "line_manager"), as_actor(people[1]["manager"])
    week = Week(contract=Decimal(37), declared=Decimal(13), others=Decimal(0), most=Decimal(48))
    found = {each.transition.name: each.decision for each in available(SECOND_JOB, job, by, facts=week)}

    assert found["refuse"].allowed is True
    assert found["allow"].reason == "This comes to 50 hours a week over all jobs; at most 48 hours are allowed."
