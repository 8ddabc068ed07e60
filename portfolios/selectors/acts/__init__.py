"""What somebody can do now with a piece of evidence: one module for each kind, told here by one line."""

from collections.abc import Callable

from academy.identity.actor import Actor
from portfolios.choices.evidence import EvidenceKind
from portfolios.models import Evidence
from portfolios.rules.pieces import PIECES
from portfolios.selectors.acts import case_audits, feedback, observations, pieces
from portfolios.selectors.acts.act import Act

__all__ = ["Act", "acts_of"]

ACTS: dict[EvidenceKind, Callable[[Evidence, Actor], list[Act]]] = {
    EvidenceKind.OBSERVATION: observations.acts,
    EvidenceKind.FEEDBACK: feedback.acts,
    EvidenceKind.AUDIT: case_audits.acts,
    **dict.fromkeys(PIECES, pieces.acts),
}


def acts_of(evidence: Evidence, actor: Actor) -> list[Act]:
    """What the actor can do with it now, in the order of its page; nothing where its kind offers nothing."""
    acts = ACTS.get(EvidenceKind(evidence.kind))
    return acts(evidence, actor) if acts is not None else []
