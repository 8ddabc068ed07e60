"""What is due of one's own plan towards a sitting, and that the sitting has moved."""

from datetime import date

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from pathways.selectors.milestones import due_dates, moved_sittings, plan_address


def _due(actor: Actor, on: date) -> list[Item]:
    due = [
        Item(
            what=each.title,
            why="From your plan towards the panel.",
            url=plan_address(each.journey),
            action="Open your plan",
            due_on=each.due_on,
        )
        for each in due_dates(actor)
    ]
    moved = [
        Item(what="Count your dates again", why=says, url=plan_address(journey), action="Open your plan")
        for journey, says in moved_sittings(actor)
    ]
    return [*due, *moved]


declare(Provider("pathways.plan", _due))
