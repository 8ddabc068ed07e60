"""What a new starter's record still needs, in the order in which it is done."""

from dataclasses import dataclass
from enum import Enum


class NextStep(Enum):
    """One step of the way in."""

    POST = "post"
    REGISTRATION = "registration"
    INVITATION = "invitation"


@dataclass(frozen=True)
class WayIn:
    """What is known of somebody's way in. `awaits_post` is a new starter without a post; `is_registered_job` says that
    a present or coming job asks for registration."""

    awaits_post: bool
    is_registered_job: bool
    is_registered: bool
    has_account: bool
    is_invited: bool
    is_here: bool


def next_step(way: WayIn) -> NextStep | None:
    """The one thing to do next; None when nothing is missing, and for somebody who has left."""
    if not way.is_here:
        return None
    if way.awaits_post:
        return NextStep.POST
    if way.is_registered_job and not way.is_registered:
        return NextStep.REGISTRATION
    if not way.has_account and not way.is_invited:
        return NextStep.INVITATION
    return None
