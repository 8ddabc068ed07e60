"""A leaver event: entered with the last day, talked over or not, taken back when she stays after all."""

from academy.engines.workflow.definitions import Transition, Workflow, declare
from academy.people.choices.leaving import LeavingState

LEAVING = declare(
    Workflow(
        model_label="people.Leaving",
        choices=LeavingState,
        initial=LeavingState.ENTERED,
        terminal=(LeavingState.TAKEN_BACK,),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="interview",
                source=(LeavingState.ENTERED, LeavingState.DECLINED),
                target=LeavingState.INTERVIEWED,
                permission="people.leaving.interview",
                stamps=("interviewed_by",),
            ),
            Transition(
                name="decline",
                source=(LeavingState.ENTERED,),
                target=LeavingState.DECLINED,
                permission="people.leaving.decline",
            ),
            Transition(
                name="take_back",
                source=(LeavingState.ENTERED, LeavingState.DECLINED, LeavingState.INTERVIEWED),
                target=LeavingState.TAKEN_BACK,
                permission="people.leaving.take_back",
                stamps=("taken_back_at",),
            ),
        ),
    )
)
