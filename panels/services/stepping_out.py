"""Whoever a tie takes out of a case judges it no more: it is taken off her, and somebody else is to be found."""

from datetime import datetime

from django.urls import reverse

from academy.engines.audit.commands import command
from academy.engines.notify.kinds import NoticeContext
from academy.engines.notify.services import notices
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from panels.models import Assignment, Tie
from panels.notices.ties import RELIEVED, STEPPED_OUT
from panels.selectors.benches import chairs_of
from panels.services.closing import close_where_all_are_in
from panels.services.telling import tell
from panels.workflow import ASSIGNMENT

BECAUSE = "Something connects her with the candidate."


def step_out(tie: Tie, *, by: Actor, at: datetime) -> None:
    """Take off whoever a tie takes out of its case everything of it she was given to judge, a review she has handed in
    too: what is off her counts no more. The portal does it, whoever found the tie.

    She is told that a case is not hers any more, but not which: she does not see it now. Who chairs is told to find
    somebody else. Where nothing was given to her, nothing happens.
    """
    case, portal = tie.case, Actor.system("panels", on=by.on)
    given = list(case.assignments.standing().filter(person_id=tie.person_id))
    for assignment in given:
        take_out(assignment=assignment, by=portal, at=at)
    if not given:
        return
    close_where_all_are_in(case, by=portal, at=at)
    if tie.person_id != by.person_id:
        here = NoticeContext(url=reverse("panels:home"))
        notices.send(kind=RELIEVED, to=tie.person, context=here, by=portal, at=at)
    url = reverse("panels:assign", args=[case.pk])
    tell(STEPPED_OUT, case, to=chairs_of(case, on=by.on), by=by, at=at, url=url, who=tie.person.full_name)


@command("panels.assignment.step_out")
def take_out(*, assignment: Assignment, by: Actor, at: datetime) -> Assignment:
    """Take one assignment off somebody a tie takes out of the case. Refuses everybody but the portal, and one that is
    over."""
    return apply(ASSIGNMENT, "step_out", assignment, by=by, at=at, values={"reason": BECAUSE})
