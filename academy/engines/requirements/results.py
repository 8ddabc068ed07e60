"""What the engine says: a tree in sentences. Never a share, a score or a judgement about a person. Pure."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from academy.engines.facts.facts import Fact
from academy.engines.requirements.spans import Span
from academy.ui.states import Shape, State


class Standing(Enum):
    """How a requirement stands on the day. What runs out soon is met, and will not be for long; of what is in progress
    something is there or expected, and not enough yet."""

    MET = ("Met", Shape.MET)
    SOON = ("Runs out soon", Shape.AGEING)
    IN_PROGRESS = ("In progress", Shape.DOING)
    NOT_YET = ("Not yet", Shape.NOT_YET)

    @property
    def state(self) -> State:
        return State(*self.value)


@dataclass(frozen=True, kw_only=True)
class Result:
    """How one requirement stands: what is asked, how it stands in a sentence, since when and until when it is met.

    `action` is the next step in words, `link` where it is taken; both empty where nothing is to be done. `help` is what
    the policy adds where it is not met. `facts` are what it rests on, `parts` the results of what it is made of, and
    `least` of how many of them it is enough. `foreseen` are the stretches on which it is met if all that is expected
    comes; None where nothing is expected.
    """

    what: str
    says: str
    standing: Standing
    since: date | None = None
    until: date | None = None
    action: str = ""
    link: str = ""
    help: str = ""
    facts: tuple[Fact, ...] = ()
    parts: tuple["Result", ...] = ()
    least: int = 0
    foreseen: tuple[Span, ...] | None = None
    is_open: bool = True

    @property
    def is_met(self) -> bool:
        return self.standing in (Standing.MET, Standing.SOON)

    @property
    def runs_out_soon(self) -> bool:
        return self.standing is Standing.SOON

    @property
    def is_begun(self) -> bool:
        """Is it met, or something of it there or expected?"""
        return self.standing is not Standing.NOT_YET

    @property
    def is_choice(self) -> bool:
        """Are some of its parts enough?"""
        return 0 < self.least < len(self.parts)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The stretches on which it is met, as far as is known and expected."""
        if self.foreseen is not None:
            return self.foreseen
        return (Span(self.since or date.min, self.until),) if self.is_met else ()

    @property
    def expected(self) -> date | None:
        """The day on which it would be met if all that is expected comes; None where it is met or nothing says when."""
        return None if self.is_met else min((span.first for span in self.spans), default=None)
