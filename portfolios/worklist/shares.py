"""What somebody is let read and has not opened yet."""

from datetime import date

from django.utils import timezone

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from portfolios.selectors.readers import shared_with


def _to_read(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Read “{each.share.portfolio.title}”",
            why=f"{each.share.portfolio.person.full_name} lets you read it.",
            url=each.share.thing.get_absolute_url(),
            action="Read it",
            due_on=each.share.until_on,
            waiting_since=timezone.localdate(each.share.shared_at),
        )
        for each in shared_with(actor)
        if not each.is_read
    ]


declare(Provider("portfolios.shared", _to_read))
