from academy.engines.access.permissions import Giver, Permission, declare, giver
from academy.identity.actor import Actor
from academy.people.models import Post
from panels.choices.outcomes import PROGRESSING
from panels.givers import CANDIDATE, HEARS_IT, KEEPS_STAFF, LEADS_HERE, LEADS_HERS, LEADS_IT, RECRUITS
from panels.models import Appointment, Decision, Feedback


@giver("who is named to give the feedback")
def _gives_feedback(actor: Actor, thing: object) -> bool:
    return isinstance(thing, Feedback) and actor.person_id is not None and thing.person_id == actor.person_id


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


GIVES_FEEDBACK: Giver = _gives_feedback

PERMISSIONS = declare(
    Permission("panels.case.release", "Read letters in the outbox, and tell what was decided", (LEADS_IT,)),
    Permission("panels.outbox.see", "See the outbox of a sitting", (LEADS_HERE,)),
    Permission("panels.feedback.give", "Give feedback on an outcome", (GIVES_FEEDBACK,)),
    Permission("panels.staff_file.have", "Have the file of outcomes for human resources", (KEEPS_STAFF,)),
    Permission("panels.grade.give", "Give the grade that follows a decision", (_gives_grade,)),
    Permission("panels.target.keep", "Note that a target of a plan is reached", (CANDIDATE, LEADS_IT)),
    Permission("panels.appeal.open", "Appeal, and withdraw an appeal", (CANDIDATE,)),
    Permission("panels.appeal.keep", "Name who hears an appeal", (LEADS_IT,)),
    Permission("panels.appeal.decide", "Decide an appeal", (HEARS_IT,)),
    Permission("panels.appointment.decide", "Invite to an interview, appoint or not", (RECRUITS,)),
)
