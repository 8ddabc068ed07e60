"""How a year goes on: agreement, work, pauses, another employer, recommendation, moderation, decision, certificate."""

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.engines.workflow.definitions import Transition, Workflow, declare
from academy.identity.actor import Actor
from asye.choices.enrolments import UNDER_WAY, EnrolmentState, Outcome

RUN, CHANGE = "asye.enrolment.run", "asye.change.apply"


def _passed(thing: object, facts: object, actor: Actor) -> Decision:
    """Only a pass is certified (D1-68)."""
    if getattr(thing, "outcome", "") == Outcome.PASS:
        return ALLOWED
    return Decision(False, "There is a certificate after a pass only.")


ENROLMENT = declare(
    Workflow(
        model_label="asye.Enrolment",
        choices=EnrolmentState,
        initial=EnrolmentState.AGREEMENT_DUE,
        terminal=(EnrolmentState.CERTIFIED, EnrolmentState.WITHDRAWN),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="defer",
                source=(EnrolmentState.AGREEMENT_DUE,),
                target=EnrolmentState.DEFERRED,
                permission=RUN,
                note_required=True,
                stamps=("changed_at",),
            ),
            Transition(
                name="take_up",
                source=(EnrolmentState.DEFERRED,),
                target=EnrolmentState.AGREEMENT_DUE,
                permission=RUN,
                stamps=("changed_at",),
            ),
            Transition(
                name="begin",
                source=(EnrolmentState.AGREEMENT_DUE,),
                target=EnrolmentState.ACTIVE,
                permission="asye.agreement.sign",
                stamps=("changed_at",),
            ),
            Transition(
                name="pause",
                source=(EnrolmentState.ACTIVE,),
                target=EnrolmentState.PAUSED,
                permission=CHANGE,
                stamps=("changed_at",),
            ),
            Transition(
                name="resume",
                source=(EnrolmentState.PAUSED,),
                target=EnrolmentState.ACTIVE,
                permission=CHANGE,
                stamps=("changed_at",),
            ),
            Transition(
                name="release",
                source=UNDER_WAY,
                target=EnrolmentState.RELEASED,
                permission=RUN,
                stamps=("changed_at",),
            ),
            Transition(
                name="claim",
                source=(EnrolmentState.RELEASED,),
                target=EnrolmentState.AGREEMENT_DUE,
                permission="asye.enrolment.claim",
                stamps=("changed_at",),
            ),
            Transition(
                name="recommend",
                source=(EnrolmentState.ACTIVE,),
                target=EnrolmentState.RECOMMENDED,
                permission="asye.final.recommend",
                stamps=("changed_at",),
            ),
            Transition(
                name="query",
                source=(EnrolmentState.RECOMMENDED,),
                target=EnrolmentState.ACTIVE,
                permission="asye.moderation.record",
                stamps=("changed_at",),
            ),
            Transition(
                name="moderate",
                source=(EnrolmentState.RECOMMENDED,),
                target=EnrolmentState.MODERATED,
                permission="asye.moderation.record",
                stamps=("changed_at",),
            ),
            Transition(
                name="decide",
                source=(EnrolmentState.MODERATED,),
                target=EnrolmentState.DECIDED,
                permission="asye.outcome.decide",
                stamps=("changed_at", "ended_at"),
            ),
            Transition(
                name="certify",
                source=(EnrolmentState.DECIDED,),
                target=EnrolmentState.CERTIFIED,
                permission="asye.certificate.issue",
                guard=_passed,
                stamps=("changed_at",),
            ),
            Transition(
                name="withdraw",
                source=(EnrolmentState.DEFERRED, *UNDER_WAY, EnrolmentState.RELEASED),
                target=EnrolmentState.WITHDRAWN,
                permission=RUN,
                note_required=True,
                stamps=("changed_at", "ended_at"),
            ),
        ),
    )
)
