"""Who may do what with goals and appraisals: the person and her manager, each her own part. The academy sees days."""

from academy.development.models import Appraisal, Goal
from academy.development.permissions.entries import BELONGS, LEAD
from academy.engines.access.permissions import Permission, declare, giver
from academy.identity.actor import Actor
from academy.people.choices import ACADEMY_ROLES, RECORD_ROLES, RoleCode
from academy.people.givers import HERSELF, LINE_MANAGER, MANAGES, holder_here


def _manages_there(actor: Actor, thing: Goal | Appraisal) -> bool:
    return thing.person_id in actor.manages and thing.organisation_id in actor.reaches


@giver("her line manager in that organisation, or the manager's deputy")
def _manager_there(actor: Actor, thing: object) -> bool:
    return isinstance(thing, Goal | Appraisal) and _manages_there(actor, thing)


@giver("who holds the appraisal with her, her line manager of today, or the manager's deputy")
def _holds(actor: Actor, thing: object) -> bool:
    if not isinstance(thing, Appraisal) or actor.person_id in (None, thing.person_id) or actor.lacks_second_factor:
        return False
    is_holder = thing.manager_id == actor.person_id and thing.organisation_id in actor.reaches
    return is_holder or _manages_there(actor, thing)


MANAGER_THERE = _manager_there
HOLDS = _holds
OVERSEES = holder_here(
    "the academy, Principal Social Worker, a service manager or the auditor, of that organisation",
    *ACADEMY_ROLES,
    *RECORD_ROLES,
)
ACADEMY = holder_here(
    "the academy or the Principal Social Worker, of that organisation",
    *ACADEMY_ROLES,
    RoleCode.PRINCIPAL_SOCIAL_WORKER,
)

PERMISSIONS = declare(
    Permission("development.plan.see", "See one's own development plan and what belongs to it", (BELONGS,)),
    Permission("development.plan.read", "Read the plan of somebody one manages", (LINE_MANAGER,)),
    Permission("development.plans.see", "See the plans of the people one manages", (MANAGES,)),
    Permission("development.goal.start", "Set a goal of one's own", (BELONGS,)),
    Permission("development.goal.see", "Read a goal", (HERSELF, MANAGER_THERE)),
    Permission("development.goal.change", "Change a goal, link own entries and close it", (HERSELF,)),
    Permission("development.goal.agree", "Agree to a goal as it stands", (MANAGER_THERE,)),
    Permission("development.appraisal.begin", "Begin an appraisal or half-year review", (HERSELF, LINE_MANAGER)),
    Permission("development.appraisal.see", "Read an appraisal", (HERSELF, HOLDS)),
    Permission("development.appraisal.prepare", "Write one's own part of an appraisal and sign it", (HERSELF,)),
    Permission("development.appraisal.hold", "Write the manager's part of an appraisal and sign it", (HOLDS,)),
    Permission(
        "development.appraisal.arrange",
        "Plan an appraisal, name what learning is needed, and cancel it",
        (HERSELF, HOLDS),
    ),
    Permission("development.appraisal.add", "Add to an appraisal that both signed", (HERSELF, HOLDS)),
    Permission("development.appraisals.see", "See who has had an appraisal, by days only", (MANAGES, OVERSEES)),
    Permission("development.needs.see", "See what learning people need, as numbers without names", (ACADEMY,)),
    Permission("development.appraisal_policy.publish", "Publish an organisation's appraisal policy", (LEAD,)),
)
