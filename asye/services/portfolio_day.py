"""The portfolio of a year: due on the day it is to be handed in."""

from datetime import date, datetime

from academy.identity.actor import Actor
from asye.choices.year import MilestoneKind
from asye.models import Enrolment
from asye.selectors.portfolio import SOURCE, reference_of
from portfolios.services import days


def day_of(enrolment: Enrolment) -> date | None:
    """The day on which the portfolio is to be handed in; None while no dates are known. One query."""
    handed_in = enrolment.milestones.filter(kind=MilestoneKind.SUBMISSION).order_by("-due_on", "-pk")
    found: date | None = handed_in.values_list("due_on", flat=True).first()
    return found


def keep_day(enrolment: Enrolment, *, by: Actor, at: datetime) -> None:
    """Let the portfolio take the day the year has for it now. Called wherever dates of a year are set or moved; does
    nothing where no portfolio is open or its day is the same."""
    due_on = day_of(enrolment)
    if due_on is not None:
        days.move_day(source=SOURCE, reference=reference_of(enrolment), due_on=due_on, by=by, at=at)
