"""How a peer learning session goes: planned, then held or cancelled with a reason."""

from academy.development.choices.supervisions import PeerSessionState
from academy.engines.workflow.definitions import Transition, Workflow, declare

PEER_SESSION = declare(
    Workflow(
        model_label="development.PeerSession",
        choices=PeerSessionState,
        initial=PeerSessionState.PLANNED,
        terminal=(PeerSessionState.HELD, PeerSessionState.CANCELLED),
        organisation="organisation_id",
        transitions=(
            Transition(
                name="hold",
                source=(PeerSessionState.PLANNED,),
                target=PeerSessionState.HELD,
                permission="development.peer_session.keep",
            ),
            Transition(
                name="cancel",
                source=(PeerSessionState.PLANNED,),
                target=PeerSessionState.CANCELLED,
                permission="development.peer_session.keep",
                note_required=True,
            ),
        ),
    )
)
