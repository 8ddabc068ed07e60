"""Three acts by three people: the assessor recommends, moderation confirms or queries, the employer decides (D1-61)."""

from academy.engines.access.permissions import Permission, declare, giver
from academy.identity.actor import Actor
from academy.people.givers import HERSELF
from academy.people.models import Post
from asye.choices.enrolments import Outcome
from asye.givers import COORDINATES, DECIDES_HERS, MODERATES_HERS, RUNS_HERS, RUNS_WHERE_IT_IS, SEES_IT, enrolment_of
from asye.models import EmployerDecision, Enrolment, GrantClaim, Moderation
from asye.selectors.final import recommends
from asye.selectors.parts import took_part


@giver("who recommends under the policy: the assessor, or the practice assessor")
def _recommends(actor: Actor, thing: object) -> bool:
    enrolment = enrolment_of(thing)
    return enrolment is not None and recommends(actor, enrolment)


@giver("the moderator or panel chair, where she works, who had no part in the year")
def _moderates(actor: Actor, thing: object) -> bool:
    enrolment = enrolment_of(thing)
    return enrolment is not None and MODERATES_HERS.judge(actor, enrolment) and not took_part(actor, enrolment)


@giver("a Principal Social Worker, service manager or chief officer there, who neither took part nor moderated")
def _decides(actor: Actor, thing: object) -> bool:
    enrolment = enrolment_of(thing)
    if enrolment is None or not DECIDES_HERS.judge(actor, enrolment) or took_part(actor, enrolment):
        return False
    moderated = Moderation.objects.filter(recommendation__enrolment=enrolment, recorded_by_id=actor.person_id)
    return not moderated.exists()


@giver("who reads the decision: who sees the year, who decides, human resources where she works")
def _reads_decision(actor: Actor, thing: object) -> bool:
    enrolment = enrolment_of(thing)
    return enrolment is not None and Enrolment.objects.decision_read_by(actor).filter(pk=enrolment.pk).exists()


@giver("who decided for that employer that the year is passed")
def _passed_her(actor: Actor, thing: object) -> bool:
    if not isinstance(thing, Post) or actor.person_id is None:
        return False
    hers = {"enrolment__person_id": thing.person_id, "enrolment__organisation_id": thing.organisation_id}
    return EmployerDecision.objects.filter(outcome=Outcome.PASS, decided_by_id=actor.person_id, **hers).exists()


@giver("the ASYE co-ordinator or academy lead of the employer that claims it, wherever the year is now")
def _claims(actor: Actor, thing: object) -> bool:
    if isinstance(thing, GrantClaim):
        return GrantClaim.objects.visible_to(actor).filter(pk=thing.pk).exists()
    return RUNS_HERS.judge(actor, thing)


RUN = (RUNS_HERS, RUNS_WHERE_IT_IS, COORDINATES)


@giver("who runs the programme and sees the year")
def _runs_and_sees(actor: Actor, thing: object) -> bool:
    return SEES_IT.judge(actor, thing) and any(each.judge(actor, thing) for each in RUN)


PERMISSIONS = declare(
    Permission("asye.final.recommend", "Write the final report and recommend", (_recommends,)),
    Permission("asye.moderation.record", "Record what moderation says of a recommendation", (_moderates,)),
    Permission("asye.moderation.see", "Read what moderation noted for itself", (_moderates,)),
    Permission("asye.outcome.decide", "Decide for the employer whether the year is passed", (_decides,)),
    Permission("asye.decision.see", "Read what the employer decided", (_reads_decision,)),
    Permission("asye.grade.give", "Give the step of grade that follows a pass", (_passed_her,)),
    Permission("asye.certificate.issue", "Issue the certificate after a pass", RUN),
    Permission("asye.certificate.have", "Have the certificate as a PDF", (HERSELF, _runs_and_sees)),
    Permission("asye.grant.claim", "Claim a part of the grant, and note that it was paid", (_claims,)),
)
