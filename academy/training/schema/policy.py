"""What a file of training policy may say, and what an academy lead publishes.

organisation: bexley               # left out: the policy of all organisations without one
code: "2026"
valid_from: 2026-01-01
valid_to: null                     # the last day it holds, inclusive
needs_approval_here: true          # a place of the academy's own offer needs the line manager's yes
stages:                            # above the line manager, in the order they decide
  - {decider: academy_lead, cost_over: 500, days_over: 5, awards: [degree]}
hold_days: 14                      # an unapproved place is kept so long
offer_hours: 48                    # an offered place is kept so long
late_cancel_days: 5                # cancelling later than this before the first day is late
remind_after_days: 5
escalate_after_days: 10
lines:
  - {text: ..., source: "Career progression policy, section 1.4", applies: award}
"""

from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from academy.engines.reference.files import OwnFile
from academy.training.choices import Applies, AwardType, Decider
from academy.training.rules.policies import PolicyLine, StageLimit, Terms

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
DeciderCode = Annotated[Decider, Field(strict=False)]
AwardCode = Annotated[AwardType, Field(strict=False)]
AppliesCode = Annotated[Applies, Field(strict=False)]
Days = Annotated[int, Field(ge=1, le=90)]

_LOWEST_FIRST = list(Decider)


class Part(BaseModel):
    """A mapping of the file: strict types, no unknown key, unchanged once read."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class StagePart(Part):
    """A decider above the line manager and the limits that call her in, at least one; cost in whole pounds."""

    decider: DeciderCode
    cost_over: Annotated[int, Field(ge=0, le=100_000)] | None = None
    days_over: Annotated[int, Field(ge=0, le=400)] | None = None
    awards: list[AwardCode] = []

    @model_validator(mode="after")
    def _has_a_limit(self) -> Self:
        if self.decider == Decider.LINE_MANAGER:
            raise ValueError("the line manager always decides first; name only those above.")
        if self.cost_over is None and self.days_over is None and not self.awards:
            raise ValueError("it has no limit; give cost_over, days_over or awards.")
        return self


class LinePart(Part):
    """A sentence of the policy, word for word, and where it stands."""

    text: Annotated[str, StringConstraints(min_length=10, max_length=600, strip_whitespace=True)]
    source: Annotated[str, StringConstraints(min_length=5, max_length=120, strip_whitespace=True)]
    applies: AppliesCode = Applies.ALWAYS


class TermsPart(Part):
    """What holds under the policy: the part that is kept as `content`. What is left out is as `Terms` has it."""

    needs_approval_here: bool = Terms.needs_approval_here
    stages: list[StagePart] = []
    hold_days: Days = Terms.hold_days
    offer_hours: Annotated[int, Field(ge=1, le=336)] = Terms.offer_hours
    late_cancel_days: Annotated[int, Field(ge=0, le=60)] = Terms.late_cancel_days
    remind_after_days: Days = Terms.remind_after_days
    escalate_after_days: Days = Terms.escalate_after_days
    on_duty_percent: Annotated[int, Field(ge=0, le=100)] = Terms.on_duty_percent
    lines: Annotated[list[LinePart], Field(max_length=12)] = []

    @model_validator(mode="after")
    def _stages_go_up(self) -> Self:
        ranks = [_LOWEST_FIRST.index(stage.decider) for stage in self.stages]
        if ranks != sorted(set(ranks)):
            raise ValueError("stages go up, each decider once: service manager, academy lead, chief officer.")
        return self

    @model_validator(mode="after")
    def _reminds_first(self) -> Self:
        if self.remind_after_days >= self.escalate_after_days:
            raise ValueError("it goes up before anybody was reminded; remind_after_days must be smaller.")
        return self

    @property
    def terms(self) -> Terms:
        """The same as the rules read it."""
        return Terms(
            needs_approval_here=self.needs_approval_here,
            stages=tuple(
                StageLimit(
                    each.decider.value, each.cost_over, each.days_over, tuple(code.value for code in each.awards)
                )
                for each in self.stages
            ),
            hold_days=self.hold_days,
            offer_hours=self.offer_hours,
            late_cancel_days=self.late_cancel_days,
            remind_after_days=self.remind_after_days,
            escalate_after_days=self.escalate_after_days,
            on_duty_percent=self.on_duty_percent,
            lines=tuple(PolicyLine(line.text, line.source, line.applies.value) for line in self.lines),
        )


class TrainingPolicyFile(OwnFile, TermsPart):
    """A whole policy: for whom, from when, and its terms."""

    @property
    def content(self) -> dict[str, Any]:
        """The terms as they are kept with the version."""
        return self.model_dump(mode="json", include=set(TermsPart.model_fields))
