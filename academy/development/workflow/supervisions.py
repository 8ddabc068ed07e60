"""How a supervision session goes: planned, then held or missed; noted and signed by both, then locked (S4-32)."""

from academy.development.choices.supervisions import SessionState
from academy.development.models import Supervision
from academy.development.rules.supervisions import can_lock
from academy.engines.workflow.decisions import Decision
from academy.engines.workflow.definitions import Transition, Workflow, declare
from academy.identity.actor import Actor


def _supervisor_has_signed(session: Supervision, facts: object, by: Actor) -> Decision:
    return can_lock(other_signed_at=session.supervisor_signed_at)


def _she_has_signed(session: Supervision, facts: object, by: Actor) -> Decision:
    return can_lock(other_signed_at=session.own_signed_at)


SUPERVISION = declare(
    Workflow(
        model_label="development.Supervision",
        choices=SessionState,
        initial=SessionState.PLANNED,
        terminal=(SessionState.SIGNED,),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="hold",
                source=(SessionState.PLANNED, SessionState.MISSED),
                target=SessionState.HELD,
                permission="development.supervision.keep",
            ),
            Transition(
                name="miss",
                source=(SessionState.PLANNED,),
                target=SessionState.MISSED,
                permission="development.supervision.keep",
            ),
            Transition(
                name="lock",
                source=(SessionState.HELD,),
                target=SessionState.SIGNED,
                permission="development.supervision.note_own",
                guard=_supervisor_has_signed,
                stamps=("own_signed_at", "locked_at"),
            ),
            Transition(
                name="lock_as_supervisor",
                source=(SessionState.HELD,),
                target=SessionState.SIGNED,
                permission="development.supervision.note",
                guard=_she_has_signed,
                stamps=("supervisor_signed_at", "locked_at"),
            ),
        ),
    )
)
