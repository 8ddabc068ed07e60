"""Who declares, reads and decides second jobs, and who publishes what people are told. Nobody decides on one of her
own."""

from academy.engines.access.permissions import SIGNED_IN, Permission, declare, giver
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from academy.people.choices.second_jobs import PermittedBy
from academy.people.givers import HERSELF, STAFF, holder_here, holder_of_all_here
from academy.people.models import SecondJob


@giver("her line manager in that organisation, or the manager's deputy")
def _her_manager(actor: Actor, thing: object) -> bool:
    return isinstance(thing, SecondJob) and thing.person_id in actor.manages and thing.organisation_id in actor.reaches


@giver("a chief officer of the organisation, or her deputy, where the policy asks the chief officer")
def _chief_officer(actor: Actor, thing: object) -> bool:
    if not isinstance(thing, SecondJob) or thing.permitted_by != PermittedBy.CHIEF_OFFICER:
        return False
    return thing.organisation_id in actor.with_deputy_roles().organisations_where(RoleCode.CHIEF_OFFICER)


@giver("who permits it by the policy, or her deputy")
def _decider(actor: Actor, thing: object) -> bool:
    """The same as `SecondJobQuerySet.decided_by` says of many."""
    if not isinstance(thing, SecondJob) or actor.person_id in (None, thing.person_id):
        return False
    asked = _her_manager if thing.permitted_by == PermittedBy.LINE_MANAGER else _chief_officer
    return asked.judge(actor, thing)


@giver("the portal itself, when a job is allowed anew")
def _portal(actor: Actor, thing: object) -> bool:
    return actor.is_system


HR = holder_of_all_here("human resources of the organisation", RoleCode.HR)
LEAD = holder_here("the academy lead of the organisation", RoleCode.ACADEMY_LEAD)

PERMISSIONS = declare(
    Permission("people.second_job.declare", "Declare a second job of one's own", (STAFF,)),
    Permission("people.second_job.own", "See one's own second jobs, also after leaving", (SIGNED_IN,)),
    Permission(
        "people.second_job.see", "Read a declaration of a second job", (HERSELF, _her_manager, _chief_officer, HR)
    ),
    Permission("people.second_job.renew", "Declare an allowed second job of one's own again", (HERSELF,)),
    Permission("people.second_job.withdraw", "Withdraw a declaration before the decision", (HERSELF,)),
    Permission("people.second_job.end", "Say that a second job has ended", (HERSELF, HR, _portal)),
    Permission("people.second_job.decide", "Allow or refuse a second job", (_decider,)),
    Permission("people.second_job.list", "See all second jobs of the organisation", (HR,)),
    Permission(
        "people.policy.publish", "Publish the policy on second jobs and the questions of equality monitoring", (LEAD,)
    ),
)
