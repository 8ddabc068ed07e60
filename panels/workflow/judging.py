"""How a case given to somebody to judge goes, and what becomes of a tie."""

from academy.engines.workflow.definitions import Transition, Workflow, declare
from panels.choices.judging import AssignmentState, TieState

ASSIGNMENT = declare(
    Workflow(
        model_label="panels.Assignment",
        choices=AssignmentState,
        initial=AssignmentState.ASKED,
        terminal=(AssignmentState.DECLINED, AssignmentState.TAKEN_OFF),
        about="case.person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="take_on",
                source=(AssignmentState.ASKED,),
                target=AssignmentState.ACCEPTED,
                permission="panels.assignment.answer",
                stamps=("answered_at",),
            ),
            Transition(
                name="decline",
                source=(AssignmentState.ASKED, AssignmentState.ACCEPTED),
                target=AssignmentState.DECLINED,
                permission="panels.assignment.answer",
                note_required=True,
                stamps=("answered_at", "ended_at"),
            ),
            Transition(
                name="hand_in",
                source=(AssignmentState.ASKED, AssignmentState.ACCEPTED),
                target=AssignmentState.DONE,
                permission="panels.assignment.answer",
                stamps=("done_at",),
            ),
            Transition(
                name="open_again",
                source=(AssignmentState.DONE,),
                target=AssignmentState.ACCEPTED,
                permission="panels.review.open_again",
                note_required=True,
            ),
            Transition(
                name="take_off",
                source=(AssignmentState.ASKED, AssignmentState.ACCEPTED, AssignmentState.DONE),
                target=AssignmentState.TAKEN_OFF,
                permission="panels.case.assign",
                note_required=True,
                stamps=("ended_at",),
            ),
            Transition(
                name="make_way",
                source=(AssignmentState.ASKED, AssignmentState.ACCEPTED, AssignmentState.DONE),
                target=AssignmentState.TAKEN_OFF,
                permission="panels.appeal.decide",
                stamps=("ended_at",),
            ),
            Transition(
                name="step_out",
                source=(AssignmentState.ASKED, AssignmentState.ACCEPTED, AssignmentState.DONE),
                target=AssignmentState.TAKEN_OFF,
                permission="panels.tie.keep",
                stamps=("ended_at",),
            ),
        ),
    )
)

TIE = declare(
    Workflow(
        model_label="panels.Tie",
        choices=TieState,
        initial=TieState.OPEN,
        about="case.person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="step_back",
                source=(TieState.OPEN, TieState.TAKES_PART),
                target=TieState.STEPS_BACK,
                permission="panels.tie.decide",
                note_required=True,
                stamps=("decided_at", "decided_by"),
            ),
            Transition(
                name="let_take_part",
                source=(TieState.OPEN, TieState.STEPS_BACK),
                target=TieState.TAKES_PART,
                permission="panels.tie.decide",
                note_required=True,
                stamps=("decided_at", "decided_by"),
            ),
            Transition(
                name="lift",
                source=(TieState.OPEN, TieState.STEPS_BACK, TieState.TAKES_PART),
                target=TieState.LIFTED,
                permission="panels.tie.decide",
                note_required=True,
                stamps=("decided_at", "decided_by"),
            ),
            Transition(
                name="cease",
                source=(TieState.OPEN, TieState.STEPS_BACK, TieState.TAKES_PART),
                target=TieState.LIFTED,
                permission="panels.tie.keep",
                stamps=("decided_at",),
            ),
            Transition(
                name="take_out_again",
                source=(TieState.LIFTED,),
                target=TieState.STEPS_BACK,
                permission="panels.tie.renew",
                stamps=("noted_at",),
            ),
            Transition(
                name="ask_again",
                source=(TieState.LIFTED,),
                target=TieState.OPEN,
                permission="panels.tie.renew",
                stamps=("noted_at",),
            ),
        ),
    )
)
