"""Whom a year waits for, what for, and since when. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from academy.ui.wording import within
from asye.choices.enrolments import EnrolmentState, Role
from asye.choices.year import AgreementState, MilestoneKind, ReviewState
from asye.rules.board import Asked, Due, Known

# Who acts with no part in the year, and what on.
BODIES = {
    EnrolmentState.RECOMMENDED: ("Moderation", "to look at the recommendation"),
    EnrolmentState.MODERATED: ("The employer", "to decide"),
    EnrolmentState.RELEASED: ("The next employer", "to take the record up"),
}
# Dates that have no record of their own beside them, and who does what on them.
BY_DATE = {
    MilestoneKind.OBSERVATION: (Role.ASSESSOR, "to observe her practice"),
    MilestoneKind.SUBMISSION: (Role.NQSW, "to hand the portfolio in"),
}


@dataclass(frozen=True)
class Ball:
    """What the year waits for: of those with these parts, or of a body; `what` is "to sign the agreement"."""

    roles: tuple[Role, ...]
    what: str
    since_on: date
    body: str = ""


@dataclass(frozen=True)
class Written:
    """An agreement or a review in hand: how it stands, since when, and whose word or name is missing."""

    state: str
    title: str
    since_on: date
    missing: tuple[Role, ...] = ()


def ball(
    state: str, known: Known, *, agreement: Written | None, reviews: Iterable[Written], changed_on: date, on: date
) -> Ball | None:
    """The one it has waited for longest; None where nobody is asked for anything."""
    if state in BODIES:
        body, what = BODIES[EnrolmentState(state)]
        return Ball((), what, changed_on, body=body)
    found = [
        *([] if agreement is None else [_agreement(agreement)]),
        *(_review(each) for each in reviews),
        *(_change(each) for each in known.changes if each.missing),
        *(Ball((Role.COORDINATOR,), "to answer the signal", each.told_on) for each in known.signals),
        *(Ball((Role.COORDINATOR,), f"to name the {each.role.label}", on) for each in known.vacant),
        *(_date(each) for each in known.dates if each.kind in BY_DATE and each.due_on < on and not each.is_optional),
    ]
    return min(found, key=lambda each: (each.since_on, each.what), default=None)


def days_waited(since_on: date, *, on: date) -> int:
    """Whole days up to today; nothing waits less than none."""
    return max((on - since_on).days, 0)


def _agreement(agreement: Written) -> Ball:
    if agreement.state == AgreementState.SIGNING:
        return Ball(agreement.missing, "to sign the agreement", agreement.since_on)
    if Role.NQSW in agreement.missing:
        return Ball((Role.NQSW,), "to hand in the learning needs", agreement.since_on)
    return Ball((Role.ASSESSOR,), "to write the agreement", agreement.since_on)


def _review(review: Written) -> Ball:
    title = f"the {within(review.title)}"
    if review.state == ReviewState.SCHEDULED:
        return Ball((Role.ASSESSOR,), f"to hold {title}", review.since_on)
    if review.state == ReviewState.SIGNING:
        return Ball(review.missing, f"to sign {title}", review.since_on)
    if review.missing:
        return Ball(review.missing, f"to write a part of {title}", review.since_on)
    return Ball((Role.ASSESSOR,), f"to send {title} to be signed", review.since_on)


def _change(change: Asked) -> Ball:
    kind = within(change.kind)
    return Ball(change.missing, f"to answer the proposed change: {kind}", change.asked_on)


def _date(due: Due) -> Ball:
    role, what = BY_DATE[MilestoneKind(due.kind)]
    return Ball((role,), what, due.due_on)
