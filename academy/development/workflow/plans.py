"""The states of goals and of appraisals, and the ways between them."""

from academy.development.choices.plans import GoalState, MeetingState
from academy.development.rules.appraisals import Meeting, can_sign_last, can_sign_last_as_manager
from academy.engines.workflow.decisions import Decision
from academy.engines.workflow.definitions import Transition, Workflow, declare
from academy.identity.actor import Actor


def _manager_has_signed(meeting: Meeting, facts: object, by: Actor) -> Decision:
    return can_sign_last(meeting)


def _she_has_signed(meeting: Meeting, facts: object, by: Actor) -> Decision:
    return can_sign_last_as_manager(meeting)


GOAL = declare(
    Workflow(
        model_label="development.Goal",
        choices=GoalState,
        initial=GoalState.OPEN,
        terminal=(GoalState.REACHED, GoalState.DROPPED),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="reach",
                source=(GoalState.OPEN,),
                target=GoalState.REACHED,
                permission="development.goal.change",
                stamps=("closed_at",),
            ),
            Transition(
                name="drop",
                source=(GoalState.OPEN,),
                target=GoalState.DROPPED,
                permission="development.goal.change",
                stamps=("closed_at",),
            ),
        ),
    )
)

APPRAISAL = declare(
    Workflow(
        model_label="development.Appraisal",
        choices=MeetingState,
        initial=MeetingState.OPEN,
        terminal=(MeetingState.SIGNED, MeetingState.CANCELLED),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="sign",
                source=(MeetingState.OPEN,),
                target=MeetingState.SIGNING,
                permission="development.appraisal.prepare",
                stamps=("own_signed_at",),
            ),
            Transition(
                name="sign_as_manager",
                source=(MeetingState.OPEN,),
                target=MeetingState.SIGNING,
                permission="development.appraisal.hold",
                stamps=("manager_signed_at", "manager_signed_by"),
            ),
            Transition(
                name="sign_last",
                source=(MeetingState.SIGNING,),
                target=MeetingState.SIGNED,
                permission="development.appraisal.prepare",
                guard=_manager_has_signed,
                stamps=("own_signed_at", "locked_at"),
            ),
            Transition(
                name="sign_last_as_manager",
                source=(MeetingState.SIGNING,),
                target=MeetingState.SIGNED,
                permission="development.appraisal.hold",
                guard=_she_has_signed,
                stamps=("manager_signed_at", "manager_signed_by", "locked_at"),
            ),
            Transition(
                name="open_again",
                source=(MeetingState.SIGNING,),
                target=MeetingState.OPEN,
                permission="development.appraisal.arrange",
            ),
            Transition(
                name="cancel",
                source=(MeetingState.OPEN, MeetingState.SIGNING),
                target=MeetingState.CANCELLED,
                permission="development.appraisal.arrange",
                note_required=True,
            ),
        ),
    )
)
