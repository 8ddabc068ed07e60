"""How letters, appeals, appointments and the actions of the year's plan go."""

from academy.engines.workflow.definitions import Transition, Workflow, declare
from panels.choices.outcomes import ActionState, AppealState, AppointmentState, LetterState

LETTER = declare(
    Workflow(
        model_label="panels.Letter",
        choices=LetterState,
        initial=LetterState.WRITTEN,
        terminal=(LetterState.SENT,),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="read",
                source=(LetterState.WRITTEN,),
                target=LetterState.READ,
                permission="panels.case.release",
                stamps=("read_by", "read_at"),
            ),
            Transition(
                name="change",
                source=(LetterState.READ,),
                target=LetterState.WRITTEN,
                permission="panels.case.release",
            ),
            Transition(
                name="send",
                source=(LetterState.READ,),
                target=LetterState.SENT,
                permission="panels.case.release",
                stamps=("sent_at",),
            ),
        ),
    )
)

APPEAL = declare(
    Workflow(
        model_label="panels.Appeal",
        choices=AppealState,
        initial=AppealState.OPEN,
        terminal=(AppealState.CLOSED, AppealState.WITHDRAWN),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="have_heard",
                source=(AppealState.OPEN,),
                target=AppealState.HEARD,
                permission="panels.appeal.keep",
            ),
            Transition(
                name="close",
                source=(AppealState.HEARD,),
                target=AppealState.CLOSED,
                permission="panels.appeal.decide",
                stamps=("closed_at", "closed_by"),
            ),
            Transition(
                name="withdraw",
                source=(AppealState.OPEN, AppealState.HEARD),
                target=AppealState.WITHDRAWN,
                permission="panels.appeal.open",
            ),
        ),
    )
)

APPOINTMENT = declare(
    Workflow(
        model_label="panels.Appointment",
        choices=AppointmentState,
        initial=AppointmentState.ELIGIBLE,
        terminal=(AppointmentState.APPOINTED, AppointmentState.NOT_APPOINTED, AppointmentState.LAPSED),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="invite",
                source=(AppointmentState.ELIGIBLE, AppointmentState.INVITED),
                target=AppointmentState.INVITED,
                permission="panels.appointment.decide",
            ),
            Transition(
                name="appoint",
                source=(AppointmentState.ELIGIBLE, AppointmentState.INVITED),
                target=AppointmentState.APPOINTED,
                permission="panels.appointment.decide",
                stamps=("decided_at", "decided_by"),
            ),
            Transition(
                name="turn_down",
                source=(AppointmentState.INVITED,),
                target=AppointmentState.NOT_APPOINTED,
                permission="panels.appointment.decide",
                stamps=("decided_at", "decided_by"),
            ),
            Transition(
                name="end",
                source=(AppointmentState.ELIGIBLE, AppointmentState.INVITED),
                target=AppointmentState.LAPSED,
                permission="panels.appointment.decide",
                stamps=("decided_at", "decided_by"),
            ),
        ),
    )
)

ACTION = declare(
    Workflow(
        model_label="panels.Action",
        choices=ActionState,
        initial=ActionState.OPEN,
        terminal=(ActionState.CLOSED, ActionState.DROPPED),
        organisation="organisation_id",
        transitions=(
            Transition(
                name="close",
                source=(ActionState.OPEN,),
                target=ActionState.CLOSED,
                permission="panels.action.follow",
                stamps=("ended_at",),
            ),
            Transition(
                name="drop",
                source=(ActionState.OPEN,),
                target=ActionState.DROPPED,
                permission="panels.theme.keep",
                stamps=("ended_at",),
            ),
        ),
    )
)
