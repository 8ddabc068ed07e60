from academy.engines.access.permissions import Giver, Permission, declare, giver
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from academy.people.givers import STAFF, holder_of_all_here
from academy.people.models import Post
from panels.choices.cases import CaseState
from panels.choices.outcomes import PROGRESSING
from panels.givers import CANDIDATE, HEARS_IT, LEADS_HERS, LEADS_IT, MANAGES_HER, RECRUITS, TELLS_IT, TELLS_THERE
from panels.models import Appeal, Appointment, Decision, Feedback
from panels.models.decision import Letter, Target
from panels.querysets.sight import RECRUITERS
from panels.rules.visibility import Sight
from panels.selectors.sight import sees_of


@giver("who is named to give the feedback, once the decision is told")
def _gives_feedback(actor: Actor, thing: object) -> bool:
    if not isinstance(thing, Feedback) or actor.person_id is None:
        return False
    return thing.person_id == actor.person_id and thing.case.state == CaseState.RELEASED


@giver("the academy lead or who recruits, for a post whose holder a panel let progress or appointed")
def _gives_grade(actor: Actor, thing: object) -> bool:
    if not isinstance(thing, Post) or thing.person_id == actor.person_id:
        return False
    about = {"case__person_id": thing.person_id, "case__organisation_id": thing.organisation_id}
    progressed = Decision.objects.holding().filter(outcome__in=PROGRESSING, **about).exists()
    if progressed and LEADS_HERS.judge(actor, thing):
        return True
    appointed = Appointment.objects.filter(decided_by_id=actor.person_id, **about)
    return actor.person_id is not None and appointed.exists()


@giver("who sees to the target, once the plan is told")
def _sees_to_it(actor: Actor, thing: object) -> bool:
    if not isinstance(thing, Target) or actor.person_id is None or thing.owner_id != actor.person_id:
        return False
    return thing.decision.case.state == CaseState.RELEASED


@giver("who reads the letter by the table of sight; the candidate once it has gone")
def _reads_letter(actor: Actor, thing: object) -> bool:
    return isinstance(thing, Letter) and Letter.objects.visible_to(actor).filter(pk=thing.pk).exists()


@giver("who sees the plan by the table of sight")
def _reads_plan(actor: Actor, thing: object) -> bool:
    return isinstance(thing, Decision) and Sight.PLAN in sees_of(actor, thing.case)


@giver("who sees the appeal by the table of sight")
def _reads_appeal(actor: Actor, thing: object) -> bool:
    return isinstance(thing, Appeal) and Appeal.objects.visible_to(actor).filter(pk=thing.pk).exists()


GIVES_FEEDBACK: Giver = _gives_feedback
SEES_TO_IT: Giver = _sees_to_it
READS_LETTER: Giver = _reads_letter
READS_PLAN: Giver = _reads_plan
READS_APPEAL: Giver = _reads_appeal

KEEPS_STAFF_HERE: Giver = holder_of_all_here(
    "human resources, or the academy lead, of the organisation", RoleCode.HR, RoleCode.ACADEMY_LEAD
)
RECRUITS_HERE: Giver = holder_of_all_here("who recruits for the organisation", *RECRUITERS)

PERMISSIONS = declare(
    Permission("panels.case.release", "Read letters in the outbox, and tell what was decided", (TELLS_IT,)),
    Permission("panels.outbox.see", "See the outbox of a sitting", (TELLS_THERE,)),
    Permission("panels.letter.see", "Read the letter of a decision", (READS_LETTER,)),
    Permission("panels.plan.see", "Read the plan of a “not yet”", (READS_PLAN,)),
    Permission("panels.feedback.give", "Give feedback on an outcome", (GIVES_FEEDBACK,)),
    Permission("panels.staff_file.have", "Have the file of outcomes for human resources", (KEEPS_STAFF_HERE,)),
    Permission("panels.grade.give", "Give the grade that follows a decision", (_gives_grade,)),
    Permission(
        "panels.target.keep", "Note that a target of a plan is reached", (CANDIDATE, MANAGES_HER, SEES_TO_IT, LEADS_IT)
    ),
    Permission("panels.target.help", "See the targets of others one helps with", (STAFF,)),
    Permission("panels.appeal.see", "Read an appeal and its answer", (READS_APPEAL,)),
    Permission("panels.appeal.open", "Appeal, and withdraw an appeal", (CANDIDATE,)),
    Permission("panels.appeal.keep", "Name who hears an appeal", (LEADS_IT,)),
    Permission("panels.appeal.decide", "Decide an appeal", (HEARS_IT,)),
    Permission("panels.appointment.follow", "See who is eligible for appointment", (RECRUITS_HERE,)),
    Permission("panels.appointment.decide", "Invite to an interview, appoint or not", (RECRUITS,)),
)
