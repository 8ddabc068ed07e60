"""Feedback: what somebody said, who of the named ones said it, and what the practitioner takes from it."""

from collections.abc import Callable, Iterator
from typing import Any

from academy.identity.actor import Actor
from portfolios.models import Evidence
from tests.factories.people import NOW
from tests.factories.portfolios import FeedbackFactory, evidence_in
from tests.scenarios.small_world import SmallWorld

# What it is, the word, who is shown it by some page, and who may know it.
Told = tuple[str, str, str, Callable[[Actor], bool]]


def feedback_kept(small: SmallWorld) -> Iterator[Told]:
    """Somebody's feedback: come by a card, by a manager outside, and asked of her own manager."""

    def made(state: str, title: str, *, reflection: str = "", signer: Any = None, **said: Any) -> Evidence:
        whose = {"person": small.report, "organisation": small.council}
        piece = evidence_in(state, kind="feedback", title=title, reflection=reflection, signer=signer, **whose)
        return Evidence.objects.get(pk=FeedbackFactory(evidence=piece, **said).pk)

    come: dict[str, Any] = {"agreed_to_use": True, "given_at": NOW}
    answers = {"Did she listen?": "Zqsometimesface"}
    words = {"went_well": "Zqshelistens", "could_be_better": "Zqringfirst", "anything_else": "Zqthankyou"}
    by_card = made("complete", "Zqcardabout", reflection="Zqwhatitake", answers=answers, **words, **come)
    named = {"giver": "manager", "way": "link", "giver_name": "Zqnursesand", "giver_role": "Zqwardmanager"}
    by_link = made("complete", "Zqlinkabout", went_well="Zqclearplans", **named, **come)
    asked = made("asked", "Zqaskedabout", signer=small.manager, giver="manager", way="link")
    made("draft", "Zqvoiceabout", way="recorded")
    yield "what a carer said went well", "Zqshelistens", "report", _sees(by_card)
    yield "what a carer said could be better", "Zqringfirst", "report", _sees(by_card)
    yield "what else a carer said", "Zqthankyou", "report", _sees(by_card)
    yield "a face somebody chose", "Zqsometimesface", "report", _sees(by_card)
    yield "what she takes from feedback", "Zqwhatitake", "report", _sees(by_card)
    yield "what somebody outside said", "Zqclearplans", "report", _sees(by_link)
    yield "who outside gave feedback", "Zqnursesand", "report", _sees(by_link)
    yield "as what somebody outside gave it", "Zqwardmanager", "report", _sees(by_link)
    yield "what feedback is asked about", "Zqaskedabout", "manager", _sees(asked)


def _sees(piece: Evidence) -> Callable[[Actor], bool]:
    """Whoever may know that it exists."""
    return lambda actor: Evidence.objects.visible_to(actor).filter(pk=piece.pk).exists()
