"""What waits of moderation: recommendations that no panel has yet."""

from datetime import date

from django.urls import reverse
from django.utils import timezone

from academy.engines.access.permissions import allows
from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from academy.ui.wording import counted
from panels.selectors.moderating import moderating_meetings, to_put_to_a_panel

BEGIN = "panels.moderation.begin"


def _putting(actor: Actor, on: date) -> list[Item]:
    """Only where a sitting takes them: an employer without a panel moderates by hand, on the page of the year."""
    if not allows(BEGIN, actor, None) or not moderating_meetings(actor):
        return []
    waiting = list(to_put_to_a_panel(actor))
    if not waiting:
        return []
    return [
        Item(
            what=f"Put {counted(len(waiting), 'ASYE')} to a panel",
            why="The assessors have recommended. Moderation is next.",
            url=reverse("panels:moderation"),
            action="Choose a sitting",
            waiting_since=timezone.localdate(waiting[0].recommended_at),
        )
    ]


declare(Provider("panels.moderation", _putting))
