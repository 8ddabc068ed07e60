"""How long people take to answer and to hand in, and what is over time. Never how anybody judges. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median

from panels.choices.judging import TO_DO, AssignmentState


@dataclass(frozen=True, kw_only=True)
class Given:
    """A case given to somebody to review: asked, answered and done on days, to be answered and done by others."""

    state: AssignmentState
    asked_on: date
    answer_by: date
    due_on: date
    answered_on: date | None = None
    done_on: date | None = None

    def is_late(self, on: date) -> bool:
        """Is it neither answered nor handed in by the last day for it, which is inclusive?"""
        if self.state == AssignmentState.ASKED and on > self.answer_by:
            return True
        return self.state in TO_DO and on > self.due_on


@dataclass(frozen=True, kw_only=True)
class Turnaround:
    """Of everything given to somebody how much stands how; the days are medians in calendar days, None of none."""

    asked: int
    waiting: int
    in_hand: int
    done: int
    declined: int
    late: int
    days_to_answer: float | None
    days_to_hand_in: float | None


def turnaround_of(given: Iterable[Given], *, on: date) -> Turnaround:
    """How somebody stands on the day. What was taken off her counts as asked and as nothing else; who hands in without
    having answered before counts for handing in alone."""
    rows = list(given)
    states = [each.state for each in rows]
    return Turnaround(
        asked=len(rows),
        waiting=states.count(AssignmentState.ASKED),
        in_hand=states.count(AssignmentState.ACCEPTED),
        done=states.count(AssignmentState.DONE),
        declined=states.count(AssignmentState.DECLINED),
        late=sum(each.is_late(on) for each in rows),
        days_to_answer=_median((each.asked_on, each.answered_on) for each in rows),
        days_to_hand_in=_median((each.asked_on, each.done_on) for each in rows),
    )


def _median(spans: Iterable[tuple[date, date | None]]) -> float | None:
    days = [(last - first).days for first, last in spans if last is not None]
    return float(median(days)) if days else None
