"""An ASYE that a panel moderated goes back to its year: what the panel decided, with the answers of its reviewers."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from academy.engines.audit.commands import Refused
from academy.identity.actor import Actor
from asye.rules.moderation import ModerationResult
from asye.services.moderation import record_moderation
from panels.models import Case
from panels.selectors.reviews import reviews_held


def give_back(*, case: Case, by: Actor, at: datetime) -> Any:
    """Record in the year what the panel decided of its recommendation, as part of telling it. A check or a test holds
    where no reviewer said no; the words to the assessor are the panel's, then the reviewers', without their names.

    Refuses what the year refuses: whoever does not moderate or has a part in it, a recommendation that is not the last,
    and a test no reviewer answered.
    """
    decision = case.decisions.order_by("-number").first()
    if decision is None or case.recommendation is None:
        raise Refused("There is nothing to give back. The panel has not decided on this case.")
    reviews = reviews_held([case])[case.pk]
    result = ModerationResult(
        result=decision.outcome,
        moderated_on=decision.decided_on,
        checks=_said(review.checks for review in reviews),
        tests=_said(review.tests for review in reviews),
        notes=decision.reasons,
        to_assessor=_words([decision.wording, *(review.to_assessor for review in reviews)]),
        to_nqsw=_words(review.to_candidate for review in reviews),
    )
    return record_moderation(recommendation=case.recommendation, result=result, by=by, at=at)


def _said(answers: Iterable[dict[str, bool]]) -> dict[str, bool]:
    found: dict[str, bool] = {}
    for each in answers:
        for code, is_met in each.items():
            found[code] = found.get(code, True) and bool(is_met)
    return found


def _words(texts: Iterable[str]) -> str:
    return "\n\n".join(text.strip() for text in texts if text.strip())
