"""What an actor is to do, and what she waits for from others."""

from academy.engines.worklist.items import Item, most_urgent_first
from academy.engines.worklist.providers import declared
from academy.identity.actor import Actor


def waiting_for(actor: Actor) -> list[Item]:
    """Everything that waits for the actor on her day, most urgent first."""
    return _items(actor, of_others=False)


def waiting_on_others(actor: Actor) -> list[Item]:
    """Everything the actor waits for from others on her day, most urgent first."""
    return _items(actor, of_others=True)


def waiting_of_app(actor: Actor, app: str) -> list[Item]:
    """What of one app waits for the actor, most urgent first. Only that app is asked."""
    own = [each for each in declared() if each.key.startswith(f"{app}.") and not each.waits_on_others]
    return most_urgent_first((item for each in own for item in each.find(actor, actor.on)), on=actor.on)


def waiting_in(actor: Actor, *, app: str, of: str) -> tuple[list[Item], list[Item]]:
    """What waits for the actor within one record of an app, and what she waits for from others there; each most urgent
    first. Only that app is asked."""
    found = (
        [
            item
            for provider in declared()
            if provider.key.startswith(f"{app}.") and provider.waits_on_others is others
            for item in provider.find(actor, actor.on)
            if item.of == of
        ]
        for others in (False, True)
    )
    own, others = (most_urgent_first(items, on=actor.on) for items in found)
    return own, others


def count_for(actor: Actor) -> int:
    """How many things wait for the actor."""
    return len(waiting_for(actor))


def _items(actor: Actor, *, of_others: bool) -> list[Item]:
    providers = [provider for provider in declared() if provider.waits_on_others is of_others]
    found = [item for provider in providers for item in provider.find(actor, actor.on)]
    return most_urgent_first(found, on=actor.on)
