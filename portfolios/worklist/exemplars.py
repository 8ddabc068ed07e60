"""Examples that wait for the academy to look at them."""

from datetime import date

from django.utils import timezone

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from portfolios.selectors.exemplars import offered_to


def _to_look_at(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what="Look at an example a colleague offers",
            why="It is shown without names. Look whether anybody can still be told from it.",
            url=exemplar.get_absolute_url(),
            action="Look at it",
            waiting_since=timezone.localdate(exemplar.offered_at),
        )
        for exemplar in offered_to(actor)
    ]


declare(Provider("portfolios.exemplar", _to_look_at))
