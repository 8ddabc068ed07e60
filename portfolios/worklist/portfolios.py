"""Portfolios that are being gathered and due soon. What is being signed says so itself."""

from datetime import date

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from portfolios.selectors.due import due_soon


def _due(actor: Actor, on: date) -> list[Item]:
    if actor.person_id is None:
        return []
    return [
        Item(
            what=f"Make “{each.title}” ready",
            why="The page says what is still missing.",
            url=each.get_absolute_url(),
            action="Go on",
            due_on=each.due_on,
        )
        for each in due_soon(actor, on=on)
    ]


declare(Provider("portfolios.portfolio", _due))
