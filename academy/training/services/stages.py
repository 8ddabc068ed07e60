"""The decisions a request needs, as rows: finding the next one, and each step of one."""

from datetime import date, datetime

from academy.engines.audit.commands import command
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.training.choices import StageState
from academy.training.models import RequestStage, TrainingRequest
from academy.training.workflow import STAGE


def portal(on: date) -> Actor:
    """The portal itself, which opens and voids stages as a request goes on."""
    return Actor.system("requests", on=on)


def next_stage(request: TrainingRequest) -> RequestStage | None:
    """The first decision whose turn has not come."""
    found: RequestStage | None = request.stages.filter(state=StageState.WAITING).order_by("order").first()
    return found


def present_stage(request: TrainingRequest) -> RequestStage | None:
    """The decision that is waited for, or whose question is open; its row is locked."""
    turn = RequestStage.objects.select_for_update().filter(request=request)
    found: RequestStage | None = turn.filter(state__in=[StageState.OPEN, StageState.ASKED]).first()
    return found


@command("training.stage.open")
def open_stage(*, stage: RequestStage, by: Actor, at: datetime) -> RequestStage:
    """It is this decision's turn."""
    return apply(STAGE, "open", stage, by=by, at=at)


@command("training.stage.ask")
def ask_at(*, stage: RequestStage, by: Actor, at: datetime) -> RequestStage:
    """The decision waits for an answer."""
    return apply(STAGE, "ask", stage, by=by, at=at)


@command("training.stage.answer")
def answer_at(*, stage: RequestStage, by: Actor, at: datetime) -> RequestStage:
    """The answer is there: the decision is waited for again."""
    return apply(STAGE, "answer", stage, by=by, at=at)


@command("training.stage.approve")
def approve_at(*, stage: RequestStage, by: Actor, at: datetime) -> RequestStage:
    """A yes at this stage. Who stands in for somebody acts on her behalf, and both names stay."""
    return _decided(apply(STAGE, "approve", stage, by=by, at=at), by=by)


@command("training.stage.decline")
def decline_at(*, stage: RequestStage, by: Actor, at: datetime) -> RequestStage:
    """A no at this stage, with its reason written before."""
    return _decided(apply(STAGE, "decline", stage, by=by, at=at), by=by)


@command("training.stage.void")
def void(*, stage: RequestStage, by: Actor, at: datetime) -> RequestStage:
    """The decision is not needed any more: the request ended before its turn."""
    return apply(STAGE, "void", stage, by=by, at=at)


def void_all(request: TrainingRequest, *, on: date, at: datetime) -> None:
    """End every decision of a request that was not made."""
    left = request.stages.filter(state__in=[StageState.WAITING, StageState.OPEN, StageState.ASKED])
    for stage in left.select_related("request"):
        void(stage=stage, by=portal(on), at=at)


def _decided(stage: RequestStage, *, by: Actor) -> RequestStage:
    if by.on_behalf_of_id is not None:
        stage.decided_for_id = by.on_behalf_of_id
        stage.save(update_fields=["decided_for"])
    return stage
