"""What can be done now with a piece somebody verifies: by the practitioner, and by whom she asked."""

from django.urls import reverse

from academy.identity.actor import Actor
from portfolios.choices.evidence import EvidenceState
from portfolios.models import Evidence
from portfolios.rules.pieces import asked_of
from portfolios.selectors.acts.act import Act


def acts(evidence: Evidence, actor: Actor) -> list[Act]:
    """The practitioner asks, keeps, changes, adds files, calls back and withdraws; the other verifies or sends back."""
    if evidence.person_id != actor.person_id:
        return _seconds(evidence) if evidence.state == EvidenceState.ASKED else []
    if evidence.state == EvidenceState.DRAFT:
        return _prepared(evidence)
    withdraw = [] if evidence.is_withdrawn else [_act(evidence, "Withdraw it", "withdraw-piece")]
    return [*(_waiting(evidence) if evidence.state == EvidenceState.ASKED else []), *withdraw]


def _prepared(evidence: Evidence) -> list[Act]:
    kind = asked_of(evidence.kind)
    keep = [_act(evidence, "Keep it as it is", "keep-piece")] if kind.is_kept_alone else []
    files = [_act(evidence, "Files", "evidence-files")] if kind.takes_files else []
    return [
        _act(evidence, kind.ask, "ask-piece", is_primary=True),
        *keep,
        _act(evidence, "Change it", "change-piece"),
        *files,
        _act(evidence, "Withdraw it", "withdraw-piece"),
    ]


def _waiting(evidence: Evidence) -> list[Act]:
    return [_act(evidence, "Take back what I asked", "call-back-piece")]


def _seconds(evidence: Evidence) -> list[Act]:
    return [
        _act(evidence, asked_of(evidence.kind).verify, "verify-piece", is_primary=True),
        _act(evidence, "Send it back", "send-back-piece"),
    ]


def _act(evidence: Evidence, words: str, url_name: str, *, is_primary: bool = False) -> Act:
    return Act(words=words, url=reverse(f"portfolios:{url_name}", args=[evidence.pk]), is_primary=is_primary)
