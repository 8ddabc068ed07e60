"""How an induction goes: both tick, both sign, and a change in between takes the first signature away (S0-17)."""

from academy.development.choices.inductions import InductionState
from academy.development.models import Induction
from academy.development.rules.inductions import can_sign
from academy.engines.workflow.decisions import Decision
from academy.engines.workflow.definitions import Transition, Workflow, declare
from academy.identity.actor import Actor


def _is_settled(induction: Induction, unsettled: int, by: Actor) -> Decision:
    return can_sign(unsettled=unsettled)


def _has_not_signed(induction: Induction, unsettled: int, by: Actor) -> Decision:
    return can_sign(unsettled=unsettled, has_signed=induction.own_signed_at is not None)


def _manager_has_not_signed(induction: Induction, unsettled: int, by: Actor) -> Decision:
    return can_sign(unsettled=unsettled, has_signed=induction.manager_signed_at is not None)


INDUCTION = declare(
    Workflow(
        model_label="development.Induction",
        choices=InductionState,
        initial=InductionState.OPEN,
        terminal=(InductionState.SIGNED, InductionState.ENDED),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="sign",
                source=(InductionState.OPEN,),
                target=InductionState.SIGNING,
                permission="development.induction.sign",
                guard=_is_settled,
                stamps=("own_signed_at",),
            ),
            Transition(
                name="sign_as_manager",
                source=(InductionState.OPEN,),
                target=InductionState.SIGNING,
                permission="development.induction.sign_as_manager",
                guard=_is_settled,
                stamps=("manager_signed_at", "manager_signed_by"),
            ),
            Transition(
                name="sign_last",
                source=(InductionState.SIGNING,),
                target=InductionState.SIGNED,
                permission="development.induction.sign",
                guard=_has_not_signed,
                stamps=("own_signed_at", "closed_at"),
            ),
            Transition(
                name="sign_last_as_manager",
                source=(InductionState.SIGNING,),
                target=InductionState.SIGNED,
                permission="development.induction.sign_as_manager",
                guard=_manager_has_not_signed,
                stamps=("manager_signed_at", "manager_signed_by", "closed_at"),
            ),
            Transition(
                name="change",
                source=(InductionState.SIGNING,),
                target=InductionState.OPEN,
                permission="development.induction.change",
            ),
            Transition(
                name="end",
                source=(InductionState.OPEN, InductionState.SIGNING),
                target=InductionState.ENDED,
                permission="development.induction.end",
                note_required=True,
                stamps=("closed_at",),
            ),
        ),
    )
)
