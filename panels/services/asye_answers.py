"""An assessor answered what a panel asked: whoever chairs and clerks it is told, under the name they may know."""

from datetime import datetime
from typing import Any

from academy.identity.actor import Actor
from panels.choices.outcomes import Outcome
from panels.choices.panels import Seat
from panels.notices import moderation as told
from panels.selectors.audience import seated
from panels.selectors.deciding import latest_decision
from panels.selectors.moderating import moderated_before
from panels.services.telling import tell


def tell_of_answer(made: Any, by: Actor, at: datetime) -> None:
    """Tell chair and clerk of the panel whose questions a recommendation answers; nobody where no panel asked."""
    case = moderated_before(made)
    decision = latest_decision(case) if case is not None else None
    if case is None or decision is None or decision.outcome != Outcome.QUERIED:
        return
    tell(told.ANSWERED, case, to=seated(case, Seat.CHAIR, Seat.CLERK, on=by.on), by=by, at=at)
