"""Observations: what the practitioner asks the observer to look at, what was seen, what she takes from it, and why an
observer could not.
"""

from collections.abc import Callable, Iterator
from typing import Any

from academy.identity.actor import Actor
from portfolios.models import Evidence
from tests.factories.people import NOW
from tests.factories.portfolios import ObservationFactory, evidence_in
from tests.scenarios.small_world import SmallWorld

# What it is, the word, who is shown it by some page, and who may know it.
Told = tuple[str, str, str, Callable[[Actor], bool]]


def observations_kept(small: SmallWorld) -> Iterator[Told]:
    """Somebody observed by her manager, in each of the states in which somebody writes; and one by somebody outside."""

    def made(state: str, title: str, *, reflection: str = "", because: str = "", **said: Any) -> Evidence:
        whose = {"person": small.report, "organisation": small.council}
        words = {"title": title, "reflection": reflection, "returned_because": because}
        piece = evidence_in(state, kind="observation", **whose, **words)
        given = {"observer": small.manager, **said}
        return Evidence.objects.get(pk=ObservationFactory(evidence=piece, **given).pk)

    seen: dict[str, Any] = {
        "seen": "Zqseenlast",
        "strengths": "Zqstrengths",
        "to_develop": "Zqtodevelop",
        "seen_at": NOW,
    }
    asked = made("asked", "Zqvisitplanned", focus="Zqlookatthis")
    answered = made("answered", "Zqvisitwritten", **{**seen, "seen": "Zqseenfirst"})
    reflected = made("reflected", "Zqvisitreflected", reflection="Zqreflection", **seen, reflected_at=NOW)
    judged: dict[str, Any] = {**seen, "seen": "Zqseenlongago", "strengths": "", "to_develop": ""}
    judged |= {"reflected_at": NOW, "judged_at": NOW, "judgement": "shown", "judgement_reason": "Zqwhyshown"}
    complete = made("complete", "Zqvisitcomplete", **judged)
    outside: dict[str, Any] = {"observer": None, "outsider_name": "Zqobserveroutside", "relation": "assessor"}
    back = made("draft", "Zqvisitsentback", because="Zqcannotcome", **outside)
    yield "what is to be looked at", "Zqlookatthis", "report", _sees(asked)
    yield "what was seen and is to be reflected on", "Zqseenfirst", "report", _sees(answered)
    yield "what was seen", "Zqseenlast", "report", _sees(reflected)
    yield "what was done well", "Zqstrengths", "report", _either(answered, reflected)
    yield "what is to be developed", "Zqtodevelop", "report", _either(answered, reflected)
    yield "what she takes from it", "Zqreflection", "report", _sees(reflected)
    yield "why an observer judged so", "Zqwhyshown", "report", _sees(complete)
    yield "who outside observes", "Zqobserveroutside", "report", _sees(back)
    yield "why an observer cannot come", "Zqcannotcome", "report", _sees(back)


def _either(*pieces: Evidence) -> Callable[[Actor], bool]:
    return lambda actor: any(_sees(piece)(actor) for piece in pieces)


def _sees(piece: Evidence) -> Callable[[Actor], bool]:
    """Whoever may know that it exists."""
    return lambda actor: Evidence.objects.visible_to(actor).filter(pk=piece.pk).exists()
