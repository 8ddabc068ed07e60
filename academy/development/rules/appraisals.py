"""Who signs an appraisal when: one press each, the second one locks it."""

from datetime import date, datetime
from typing import Protocol

from academy.engines.workflow.decisions import ALLOWED, Decision, refused


class Meeting(Protocol):
    """What is asked of an appraisal to judge it."""

    held_on: date | None
    own_signed_at: datetime | None
    manager_signed_at: datetime | None


def can_sign_last(meeting: Meeting) -> Decision:
    """Has her manager signed, so that hers is the second signature?"""
    if meeting.manager_signed_at is None:
        return refused("You have signed already. It is your manager's turn.")
    return ALLOWED


def can_sign_last_as_manager(meeting: Meeting) -> Decision:
    """Has she signed, so that the manager's is the second signature?"""
    if meeting.own_signed_at is None:
        return refused("It is signed for the manager already. It is the other one's turn.")
    return ALLOWED
