"""That questions of moderation were answered: apps whose panels asked them have themselves told, and tell whom it
concerns by names their panels may know."""

from collections.abc import Callable
from datetime import datetime

from academy.identity.actor import Actor
from asye.models import Recommendation

Telling = Callable[[Recommendation, Actor, datetime], None]

_told: list[Telling] = []


def also(tell: Telling) -> None:
    """Have this app told as well, in the transaction of the recommendation that answers."""
    _told.append(tell)


def tell_answered(made: Recommendation, *, by: Actor, at: datetime) -> None:
    """Tell every app that registered itself."""
    for tell in _told:
        tell(made, by, at)
