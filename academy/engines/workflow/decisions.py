"""A decision: may it be done, and if not, the sentence that says why and what to do. Pure; every `rules` may use it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Decision:
    """What a rule answers. A refusal always carries its reason; a yes needs none."""

    allowed: bool
    reason: str = ""

    def __post_init__(self) -> None:
        if not self.allowed and not self.reason:
            raise ValueError("A refusal says why.")


ALLOWED = Decision(True)


def refused(reason: str) -> Decision:
    """No, and the sentence for the person that says what to do instead."""
    return Decision(False, reason)
