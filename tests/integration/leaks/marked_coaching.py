"""Coaching: what two people wrote to each other, and what a coach says who is not on the list."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Model

from academy.identity.actor import Actor
from tests.factories.coaching import CoachMeetingFactory, CoachProfileFactory, match_in
from tests.scenarios.small_world import SmallWorld

# What it is, the word, who is shown it by some page, and who may know it.
Told = tuple[str, str, str, Callable[[Actor], bool]]


def coaching_kept(small: SmallWorld) -> Iterator[Told]:
    """Coaching under way with a meeting, a request that was declined, and a coach of the other council."""
    coach = CoachProfileFactory(
        person=small.colleague, organisation=small.council, about="Zqunlistedcoach", listed=False, capacity=5
    )
    running = match_in("running", person=small.report, profile=coach, words="Zqhopesforcoaching")
    CoachMeetingFactory(match=running)
    declined = match_in("declined", person=small.report, profile=coach, declined_because="Zqdeclinedbecause")
    there = CoachProfileFactory(person=small.neighbour, organisation=small.other_council, about="Zqcoachthere")
    yield "what somebody hopes for from coaching", "Zqhopesforcoaching", "report", _sees(running)
    yield "why a coach declined", "Zqdeclinedbecause", "report", _sees(declined)
    yield "words of a coach who is not listed", "Zqunlistedcoach", "colleague", _sees(coach)
    yield "words of a coach elsewhere", "Zqcoachthere", "lead elsewhere", _sees(there)


def _sees(thing: Model) -> Callable[[Actor], bool]:
    """Whoever may know that it exists."""
    rows: Any = type(thing)._default_manager
    return lambda actor: bool(rows.visible_to(actor).filter(pk=thing.pk).exists())
