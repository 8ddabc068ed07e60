"""Whom a case waits for, what for, and since when. Pure.

Outside the panel a case waits for the panel from the day it is accepted until it is told, whatever goes on inside: from
what it waits for nobody learns that it is decided.
"""

from dataclasses import dataclass
from datetime import date

from panels.choices.cases import WITH_PANEL, CaseKind, CaseState
from panels.rules.visibility import As

# How each is called on a page for whoever it does not wait for.
CALLED = {
    As.CANDIDATE: "The candidate",
    As.MANAGER: "The line manager",
    As.CLERK: "The clerk",
    As.CHAIR: "The chair",
    As.REVIEWER: "The reviewers",
    As.MODERATOR: "Who looks at it again",
    As.MEMBER: "The panel",
    As.LEAD: "The academy lead",
    As.RECRUITER: "Who recruits",
}
# Who acts in a state, and what on; a case in preparation is judged apart.
IN_STATE = {
    CaseState.RECEIVED: (As.CLERK, "to look it through"),
    CaseState.CHANGES_ASKED: (As.CANDIDATE, "to mend what was asked for"),
    CaseState.CHANGES_MADE: (As.CLERK, "to look at what was mended"),
    CaseState.ACCEPTED: (As.CHAIR, "to give it to reviewers"),
    CaseState.IN_REVIEW: (As.REVIEWER, "to judge it"),
    CaseState.REVIEWS_IN: (As.CHAIR, "to go through its reviews"),
    CaseState.LOOKED_AGAIN: (As.MODERATOR, "to look at the reviews"),
    CaseState.ON_AGENDA: (As.MEMBER, "to decide in the meeting"),
    CaseState.DECIDED: (As.LEAD, "to tell what was decided"),
    CaseState.DEFERRED: (As.CLERK, "to take it up for a sitting"),
}
# Of reviews that are in, where it is known whether everything that asks for another look has had one.
SETTLED = {True: "to put it on the agenda", False: "to have its reviews looked at once more"}
BY_INTERVIEW = (As.RECRUITER, "to invite to an interview")


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """What is known of a case: how it stands and since when, when it was accepted, and of one in preparation since when
    its portfolio waits for the line manager's name, and whether she still has to say that nothing formal is open.

    `is_settled` says of reviews that are in whether nothing asks for another look any more; None where that is not
    looked up. `told_by` is who tells what was decided, as the policy has it."""

    state: CaseState
    moved_on: date
    kind: CaseKind = CaseKind.PROGRESSION
    accepted_on: date | None = None
    signing_on: date | None = None
    wants_word: bool = False
    is_settled: bool | None = None
    told_by: As = As.LEAD


@dataclass(frozen=True)
class Ball:
    """Whose turn it is, what to do, and since when."""

    whose: As
    what: str
    since_on: date

    @property
    def called(self) -> str:
        """Who that is, for somebody else."""
        return CALLED[self.whose]


def ball(waiting: Waiting) -> Ball | None:
    """Whom the case waits for, as the panel and the academy see it; nobody once it is told or withdrawn."""
    if waiting.state == CaseState.DRAFT:
        return _in_preparation(waiting)
    if waiting.state == CaseState.ACCEPTED and waiting.kind == CaseKind.APPOINTMENT:
        return Ball(*BY_INTERVIEW, waiting.moved_on)
    whose, what = IN_STATE.get(waiting.state, (None, ""))
    if waiting.state == CaseState.DECIDED:
        whose = waiting.told_by
    if waiting.state == CaseState.REVIEWS_IN and waiting.is_settled is not None:
        what = SETTLED[waiting.is_settled]
    return Ball(whose, what, waiting.moved_on) if whose else None


def ball_outside(waiting: Waiting) -> Ball | None:
    """The same for whoever is not on the panel: the candidate, her manager."""
    if waiting.state not in WITH_PANEL:
        return ball(waiting)
    if waiting.kind == CaseKind.APPOINTMENT:
        return Ball(*BY_INTERVIEW, waiting.accepted_on or waiting.moved_on)
    return Ball(As.MEMBER, "to judge and decide", waiting.accepted_on or waiting.moved_on)


def _in_preparation(waiting: Waiting) -> Ball:
    if waiting.signing_on is not None:
        return Ball(As.MANAGER, "to sign the portfolio", waiting.signing_on)
    if waiting.wants_word:
        return Ball(As.MANAGER, "to say whether a formal process is open", waiting.moved_on)
    return Ball(As.CANDIDATE, "to hand it in", waiting.moved_on)
