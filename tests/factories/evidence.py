"""Evidence policies as files say them, for tests."""

from typing import Any

from portfolios.schema.evidence import EvidencePolicyFile


def evidence_policy(**said: Any) -> EvidencePolicyFile:
    """An organisation's policy that says only its title, with the parts that are named added."""
    head = {"organisation": "bristol", "code": "2026", "valid_from": "2026-01-01", "title": "Evidence of practice"}
    return EvidencePolicyFile.model_validate({**head, **said}, strict=False)
