"""How a sitting is held, and how an item of its agenda goes."""

from academy.engines.workflow.definitions import Transition, Workflow, declare
from panels.choices.panels import ItemState, MeetingState

MEETING = declare(
    Workflow(
        model_label="panels.Meeting",
        choices=MeetingState,
        initial=MeetingState.GATHERING,
        organisation="organisation_id",
        transitions=(
            Transition(
                name="open",
                source=(MeetingState.GATHERING,),
                target=MeetingState.OPEN,
                permission="panels.meeting.run",
                stamps=("opened_at",),
            ),
            Transition(
                name="close",
                source=(MeetingState.OPEN,),
                target=MeetingState.CLOSED,
                permission="panels.meeting.run",
                stamps=("closed_at",),
            ),
            Transition(
                name="open_again",
                source=(MeetingState.CLOSED,),
                target=MeetingState.OPEN,
                permission="panels.meeting.run",
                note_required=True,
            ),
        ),
    )
)

AGENDA_ITEM = declare(
    Workflow(
        model_label="panels.AgendaItem",
        choices=ItemState,
        initial=ItemState.WAITING,
        about="case.person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="call",
                source=(ItemState.WAITING,),
                target=ItemState.ON_TABLE,
                permission="panels.item.run",
                stamps=("began_at",),
            ),
            Transition(
                name="put_back",
                source=(ItemState.ON_TABLE, ItemState.DONE),
                target=ItemState.WAITING,
                permission="panels.item.run",
            ),
            Transition(
                name="finish",
                source=(ItemState.ON_TABLE,),
                target=ItemState.DONE,
                permission="panels.item.run",
                stamps=("ended_at",),
            ),
        ),
    )
)
