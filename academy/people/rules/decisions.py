"""A decision about what somebody filled in: beside the reason, the answer it is about."""

from dataclasses import dataclass

from academy.engines.workflow.decisions import ALLOWED, Decision


@dataclass(frozen=True)
class FieldDecision(Decision):
    """`field` names the answer of the form that the reason belongs to."""

    field: str | None = None


def refused(reason: str, field: str | None = None) -> FieldDecision:
    """No; the sentence says what to do instead."""
    return FieldDecision(False, reason, field)


def first_refusal(*decisions: Decision) -> Decision:
    """The first that is not allowed; allowed when all are."""
    return next((decision for decision in decisions if not decision.allowed), ALLOWED)
