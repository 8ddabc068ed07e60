"""A choice that waits for the manager goes back with the journey it belongs to."""

from datetime import datetime

from academy.engines.audit.commands import command
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from pathways.models import Choice, Journey
from pathways.workflow import CHOICE


@command("pathways.choice.take_back")
def take_back(*, choice: Choice, by: Actor, at: datetime) -> Choice:
    """Take a choice back before it is decided. Refuses somebody else's and one that does not wait."""
    return apply(CHOICE, "take_back", choice, by=by, at=at)


def let_go(journey: Journey, *, by: Actor, at: datetime) -> None:
    """Take back the choice that waits on this journey, if there is one."""
    for choice in Choice.objects.waiting().filter(journey=journey):
        take_back(choice=choice, by=by, at=at)
