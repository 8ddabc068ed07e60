"""What a training policy says, as rules read it: who must agree from which limit on, and how places are kept.

The sources name who decides and on which grounds (S0-65, S2-111, S2-112); sums and days are each employer's own choice.
"""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class StageLimit:
    """A decider above the line manager, and what a request must pass to need her: any one limit is enough.

    `cost_over` is in whole pounds and `days_over` in working days; passing means more than. `awards` are award types.
    """

    decider: str
    cost_over: int | None = None
    days_over: int | None = None
    awards: tuple[str, ...] = ()


@dataclass(frozen=True)
class PolicyLine:
    """A sentence of the policy with where it stands. `applies` is a code of `choices.Applies`."""

    text: str
    source: str
    applies: str


@dataclass(frozen=True)
class Terms:
    """What holds for requests and places under one policy. Days are calendar days, hours run through nights.

    `on_duty_percent` is the share of a team that stays on duty while others learn or are away.
    """

    needs_approval_here: bool = True
    stages: tuple[StageLimit, ...] = ()
    hold_days: int = 14
    offer_hours: int = 48
    late_cancel_days: int = 5
    remind_after_days: int = 5
    escalate_after_days: int = 10
    on_duty_percent: int = 50
    lines: tuple[PolicyLine, ...] = ()

    def escalates_on(self, asked_on: date) -> date:
        """The day a decision goes up that has waited unanswered since a day."""
        return asked_on + timedelta(days=self.escalate_after_days)
