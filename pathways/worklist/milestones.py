"""What is due of one's own plan towards a sitting, and that the sitting has moved."""

from datetime import date

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from pathways.selectors.milestones import due_of, plan_address


def _due(actor: Actor, on: date) -> list[Item]:
    due = due_of(actor)
    dates = [
        Item(
            what=each.title,
            why="From your plan towards the panel.",
            url=plan_address(each.journey),
            action="Open your plan",
            due_on=each.due_on,
        )
        for each in due.dates
    ]
    moved = [
        Item(what="Count your dates again", why=says, url=plan_address(journey), action="Open your plan")
        for journey, says in due.moved
    ]
    return [*moved, *dates]


declare(Provider("pathways.plan", _due))
