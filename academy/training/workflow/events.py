"""An event: planned by the academy, open for booking, held or cancelled."""

from academy.engines.workflow.definitions import Transition, Workflow, declare
from academy.training.choices import EventState

EVENT = declare(
    Workflow(
        model_label="training.TrainingEvent",
        choices=EventState,
        initial=EventState.PLANNED,
        terminal=(EventState.HELD, EventState.CANCELLED),
        organisation="organisation_id",
        transitions=(
            Transition(
                name="open",
                source=(EventState.PLANNED,),
                target=EventState.OPEN,
                permission="training.event.keep",
                stamps=("opened_at",),
            ),
            Transition(
                name="close",
                source=(EventState.OPEN,),
                target=EventState.HELD,
                permission="training.attendance.keep",
                stamps=("closed_at",),
            ),
            Transition(
                name="cancel",
                source=(EventState.PLANNED, EventState.OPEN),
                target=EventState.CANCELLED,
                permission="training.event.keep",
                note_required=True,
                stamps=("closed_at",),
            ),
        ),
    )
)
