"""What waits of moderation: recommendations that no panel has yet, and samples nothing came back of."""

from collections import Counter
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone

from academy.engines.access.permissions import allows
from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from academy.ui.wording import counted
from panels.selectors.concerned import READS_SAMPLES
from panels.selectors.moderating import moderating_meetings, to_put_to_a_panel
from panels.selectors.packs import days_named, to_read
from panels.selectors.samples import to_chase
from panels.selectors.wording import of_draw

BEGIN = "panels.moderation.begin"
# A sample is asked after once this long has gone since it was drawn.
ASKED_AFTER = timedelta(days=42)


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


def _chasing(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Ask what came back of a sample: {each.get_tier_display()}",
            why=f"{getattr(each, 'back')} of {counted(getattr(each, 'cases'), 'case')} came back.",
            url=each.get_absolute_url(),
            action="Open it",
            waiting_since=timezone.localdate(each.drawn_at),
        )
        for each in to_chase(actor, before=on - ASKED_AFTER)
    ]


def _reading(actor: Actor, on: date) -> list[Item]:
    """One line for each draw; who reads none is not asked about."""
    waiting = list(to_read(actor)) if READS_SAMPLES in actor.marks else []
    days = days_named(actor, [each.sample_id for each in waiting]) if waiting else {}
    draws = {each.sample_id: each.sample for each in waiting}
    cases = Counter(each.sample_id for each in waiting)
    return [
        Item(
            what=f"Read a sample of moderation: {of_draw(sample)}",
            why=f"{counted(cases[pk], 'case')} without names. It changes no outcome.",
            url=reverse("panels:outside-draw", args=[pk]),
            action="Read it",
            due_on=days.get(pk),
        )
        for pk, sample in draws.items()
    ]


declare(Provider("panels.moderation", _putting))
declare(Provider("panels.samples_outside", _reading))
declare(Provider("panels.samples", _chasing))
