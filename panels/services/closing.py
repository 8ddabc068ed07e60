"""Reviews are in without another one coming: whoever was left to hand in has been taken off or has declined."""

from datetime import datetime

from academy.engines.audit.commands import Refused, command
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from panels.choices.cases import CaseState
from panels.choices.judging import AssignmentState
from panels.models import Case
from panels.selectors.policies import rules_of
from panels.services.locking import locked
from panels.workflow import CASE

CLOSE = "panels.case.close_reviews"
STILL_OPEN = "Somebody has this case to judge and has not handed in. Wait for her, or take it off her first."
NONE_IN = "Nobody has reviewed this case. Give it to somebody first."


def close_where_all_are_in(case: Case, *, by: Actor, at: datetime) -> None:
    """Where everybody who still has the case to review has handed in, and they are as many as its policy asks, the
    reviews are in. The portal says so, whoever left; otherwise nothing happens."""
    held = Case.objects.select_for_update(of=("self",)).select_related("policy").get(pk=case.pk)
    states = _standing(held)
    enough = rules_of(held.policy).reviewers <= len(states)
    if held.state == CaseState.IN_REVIEW and enough and states == [AssignmentState.DONE] * len(states):
        close_reviews(case=held, by=Actor.system("panels", on=by.on), at=at)


@command("panels.case.close_reviews")
def close_reviews(*, case: Case, by: Actor, at: datetime) -> Case:
    """Go on with the reviews there are, also where they are fewer than the policy asks.

    Refuses whoever neither chairs, clerks nor leads, a case that is not in review, one that somebody still has to judge
    and one that nobody has reviewed.
    """
    held = locked(case, CLOSE, by=by)
    states = _standing(held)
    if not states:
        raise Refused(NONE_IN)
    if states != [AssignmentState.DONE] * len(states):
        raise Refused(STILL_OPEN)
    return apply(CASE, "close_reviews", held, by=by, at=at)


def _standing(case: Case) -> list[str]:
    return list(case.assignments.reviews().standing().order_by("pk").values_list("state", flat=True))
