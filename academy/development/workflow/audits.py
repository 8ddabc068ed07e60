"""A self-audit: hers alone, with her supervisor, talked over and locked. Nothing in it computes an outcome (D1-54)."""

from academy.development.choices.audits import AuditState
from academy.development.rules.audits import Audit, can_lock, can_share
from academy.engines.workflow.decisions import Decision
from academy.engines.workflow.definitions import Transition, Workflow, declare
from academy.identity.actor import Actor


def _has_supervisor(audit: Audit, facts: object, by: Actor) -> Decision:
    return can_share(audit)


def _was_talked_over(audit: Audit, facts: object, by: Actor) -> Decision:
    return can_lock(audit)


AUDIT = declare(
    Workflow(
        model_label="development.SelfAudit",
        choices=AuditState,
        initial=AuditState.DRAFT,
        terminal=(AuditState.DISCUSSED, AuditState.WITHDRAWN),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="share",
                source=(AuditState.DRAFT,),
                target=AuditState.SHARED,
                permission="development.audit.write",
                guard=_has_supervisor,
                stamps=("shared_at", "changed_at"),
            ),
            Transition(
                name="lock",
                source=(AuditState.SHARED,),
                target=AuditState.DISCUSSED,
                permission="development.audit.talk",
                guard=_was_talked_over,
                stamps=("locked_at", "changed_at"),
            ),
            Transition(
                name="withdraw",
                source=(AuditState.DRAFT, AuditState.SHARED),
                target=AuditState.WITHDRAWN,
                permission="development.audit.write",
                stamps=("withdrawn_at", "changed_at"),
            ),
        ),
    )
)
