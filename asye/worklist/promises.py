"""What waits of promises: her own week to say, and signals to answer."""

from datetime import date

from django.utils import timezone

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from asye.selectors.next_steps import about
from asye.selectors.signals import waiting_signals
from asye.selectors.weeks import own_week

# From Friday to Monday; in between it can be said on her record and on her home page.
ASKED_ON = (4, 5, 6, 0)


def _weeks(actor: Actor, on: date) -> list[Item]:
    asked = own_week(actor) if on.weekday() in ASKED_ON else None
    if asked is None:
        return []
    return [
        Item(
            what=f"Say how the week from {in_words(asked.week_on)} was",
            why="Two taps: your workload, and whether you had your protected time.",
            url=asked.url,
            action="Say it",
            of=about(asked.enrolment.pk),
        )
    ]


def _signals(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Answer the signal about {each.enrolment.person.full_name}’s ASYE",
            why=each.words,
            url=each.get_absolute_url(),
            action="Say what is done",
            waiting_since=timezone.localdate(each.told_at),
            of=about(each.enrolment_id),
        )
        for each in waiting_signals(actor)
    ]


declare(Provider("asye.week", _weeks))
declare(Provider("asye.signal", _signals))
