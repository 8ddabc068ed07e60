"""A round of judging that ends before a decision holds: the case leaves its sitting, or is judged afresh. What
was handed in stays to be read; nobody has the case to judge any more."""

from datetime import datetime

from django.urls import reverse

from academy.engines.audit.commands import command
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from panels.choices.judging import TO_DO
from panels.models import Assignment, Case
from panels.notices.assigning import TAKEN_OFF
from panels.services.telling import tell
from panels.workflow import ASSIGNMENT


def end_round(*, case: Case, reason: str, by: Actor, at: datetime) -> None:
    """Take the case off everybody who has it, also who has handed in, with a reason that is kept; whoever still had to
    judge is told. To be called in a command that has locked the case, while it stands as it stood."""
    standing = list(case.assignments.standing().select_related("person", "case").order_by("pk"))
    waiting = [each.person for each in standing if each.state in TO_DO]
    tell(TAKEN_OFF, case, to=waiting, by=by, at=at, url=reverse("panels:home"))
    for each in standing:
        end(assignment=each, reason=reason, by=by, at=at)


@command("panels.assignment.end")
def end(*, assignment: Assignment, reason: str, by: Actor, at: datetime) -> Assignment:
    """End one assignment of a round. Refuses whoever neither chairs, clerks nor leads, and one that has ended."""
    return apply(ASSIGNMENT, "take_off", assignment, by=by, at=at, note=reason, values={"reason": reason})
