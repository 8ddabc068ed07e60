"""What is next in a year for whoever looks: the lines her worklist has about it, and what she waits for from others.

A worklist line of ASYE that says `of=about(enrolment_id)` shows here by itself.
"""

from dataclasses import dataclass

from academy.engines.worklist.selectors.items import waiting_in
from academy.engines.worklist.wording import todo
from academy.identity.actor import Actor
from academy.ui.lists import Todo
from asye.choices.enrolments import ENDED
from asye.models import Enrolment, Milestone
from asye.selectors.awaited import to_come


@dataclass(frozen=True)
class NextSteps:
    """Hers to do, what she waits for, and the next day of the year that is not done yet; None after the last, and once
    the year has ended."""

    to_do: list[Todo]
    waiting: list[Todo]
    next_day: Milestone | None


def about(enrolment_id: int) -> str:
    """The name of a year in worklist lines: `Item(..., of=about(review.enrolment_id))`."""
    return f"asye.enrolment:{enrolment_id}"


def next_steps(enrolment: Enrolment, actor: Actor) -> NextSteps:
    """What is next in this year for the actor on her day, most urgent first."""
    own, others = waiting_in(actor, app="asye", of=about(enrolment.pk))
    days = () if enrolment.state in ENDED else to_come([enrolment])[enrolment.pk]
    return NextSteps(
        to_do=[todo(item, on=actor.on) for item in own],
        waiting=[todo(item, on=actor.on) for item in others],
        next_day=next((each for each in days if each.due_on >= actor.on), None),
    )
