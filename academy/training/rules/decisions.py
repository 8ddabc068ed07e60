"""May a decision be made now, and if not, the sentence for whoever pressed second."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from academy.engines.workflow.decisions import ALLOWED, Decision, refused
from academy.people.rules.spans import in_words
from academy.training.choices import RequestState, StageState

LONDON = ZoneInfo("Europe/London")

_ENDED = {
    RequestState.WITHDRAWN: "The request was withdrawn in the meantime. There is nothing left to decide.",
    RequestState.APPROVED: "The request is approved already. There is nothing left to decide.",
    RequestState.DECLINED: "The request is declined already. There is nothing left to decide.",
}


@dataclass(frozen=True)
class Made:
    """How a request and the decision asked about stand, and who made it when, if it is made."""

    request_state: str
    stage_state: str
    decided_by: str = ""
    decided_at: datetime | None = None


def can_decide(made: Made, *, is_no: bool = False) -> Decision:
    """May somebody whose decision it is make it now? A question that is open holds back everything but a no."""
    if made.decided_at is not None:
        verb = "declined" if made.stage_state == StageState.DECLINED else "approved"
        return refused(
            f"{made.decided_by} {verb} it on {in_words(made.decided_at.astimezone(LONDON).date())}. It is decided."
        )
    ended = _ENDED.get(RequestState(made.request_state))
    if ended:
        return refused(ended)
    if made.stage_state == StageState.ASKED and not is_no:
        return refused("A question is open. You can decide when it is answered; you can decline now.")
    if made.stage_state == StageState.WAITING:
        return refused("It is not this decision's turn yet. You are told when it is.")
    return ALLOWED
