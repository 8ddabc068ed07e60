"""What waits of the year's plan: actions for whoever sees to them, from four weeks before their last day."""

from datetime import date, timedelta

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from panels.selectors.concerned import CONCERNED
from panels.selectors.year_plan import to_see_to

AHEAD = timedelta(days=28)


def _seeing_to(actor: Actor, on: date) -> list[Item]:
    """No query for whom panels do not concern: who sees to an action is one of those they do."""
    if CONCERNED not in actor.marks:
        return []
    return [
        Item(
            what=f"The year’s plan: {each.words}",
            why="The academy planned it after moderation, and you see to it.",
            url=each.get_absolute_url(),
            action="Say how it goes, or close it",
            due_on=each.due_on,
        )
        for each in to_see_to(actor, until=on + AHEAD)
    ]


declare(Provider("panels.actions", _seeing_to))
