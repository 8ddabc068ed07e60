"""A request, and each of the decisions it needs. While a question is open the clock of both stands still."""

from academy.engines.workflow.definitions import Transition, Workflow, declare
from academy.training.choices import RequestState, StageState

REQUEST = declare(
    Workflow(
        model_label="training.TrainingRequest",
        choices=RequestState,
        initial=RequestState.DRAFT,
        terminal=(RequestState.DECLINED, RequestState.WITHDRAWN),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="submit",
                source=(RequestState.DRAFT,),
                target=RequestState.SUBMITTED,
                permission="training.request.submit",
                stamps=("submitted_at",),
            ),
            Transition(
                name="ask",
                source=(RequestState.SUBMITTED,),
                target=RequestState.ASKED,
                permission="training.request.decide",
            ),
            Transition(
                name="answer",
                source=(RequestState.ASKED,),
                target=RequestState.SUBMITTED,
                permission="training.request.write",
            ),
            Transition(
                name="approve",
                source=(RequestState.SUBMITTED,),
                target=RequestState.APPROVED,
                permission="training.request.decide",
                stamps=("decided_at",),
            ),
            Transition(
                name="decline",
                source=(RequestState.SUBMITTED, RequestState.ASKED),
                target=RequestState.DECLINED,
                permission="training.request.decide",
                stamps=("decided_at",),
            ),
            Transition(
                name="withdraw",
                source=(
                    RequestState.DRAFT,
                    RequestState.SUBMITTED,
                    RequestState.ASKED,
                    RequestState.APPROVED,
                ),
                target=RequestState.WITHDRAWN,
                permission="training.request.withdraw",
            ),
        ),
    )
)

STAGE = declare(
    Workflow(
        model_label="training.RequestStage",
        choices=StageState,
        initial=StageState.WAITING,
        terminal=(StageState.APPROVED, StageState.DECLINED, StageState.VOID),
        about="person_id",
        organisation="request.organisation_id",
        transitions=(
            Transition(
                name="open",
                source=(StageState.WAITING,),
                target=StageState.OPEN,
                permission="training.stage.open",
                stamps=("opened_at",),
            ),
            Transition(
                name="ask",
                source=(StageState.OPEN,),
                target=StageState.ASKED,
                permission="training.stage.decide",
            ),
            Transition(
                name="answer",
                source=(StageState.ASKED,),
                target=StageState.OPEN,
                permission="training.stage.answer",
            ),
            Transition(
                name="approve",
                source=(StageState.OPEN,),
                target=StageState.APPROVED,
                permission="training.stage.decide",
                stamps=("decided_at", "decided_by"),
            ),
            Transition(
                name="decline",
                source=(StageState.OPEN, StageState.ASKED),
                target=StageState.DECLINED,
                permission="training.stage.decide",
                stamps=("decided_at", "decided_by"),
            ),
            Transition(
                name="void",
                source=(StageState.WAITING, StageState.OPEN, StageState.ASKED),
                target=StageState.VOID,
                permission="training.stage.open",
            ),
        ),
    )
)
