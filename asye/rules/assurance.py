"""Moderation as a policy has it: within the employer, by the partnership, and nationally (D1-64, D1-67, D2-04, S2-46).

Whoever moderates outside the employer gives feedback; the employer's decision stays. Shares are per cent of the years
moderated here, and settings: those that were published differ from year to year.
"""

from dataclasses import dataclass
from decimal import Decimal

from asye.choices.ending import External
from asye.rules.numbers import percent_words
from asye.rules.parts_of_policy import KNOWN_KEYS_ONLY, between


@dataclass(frozen=True, kw_only=True)
class Moderation:
    """`is_joint`: adults' and children's years come before one panel. `external` is None where nothing is settled; a
    share is None where none is set."""

    __pydantic_config__ = KNOWN_KEYS_ONLY
    is_joint: bool = False
    external: External | None = None
    partnership_percent: Decimal | None = None
    national_percent: Decimal | None = None

    def __post_init__(self) -> None:
        shares = {"the partnership": self.partnership_percent, "the national panel": self.national_percent}
        for whose, share in shares.items():
            if share is not None:
                between(f"The share {whose} looks at, in per cent,", share, least=1, most=100)


def panel_words(moderation: Moderation) -> str:
    """Whose years come before the panel of the employer."""
    return "Adults’ and children’s years before one panel" if moderation.is_joint else "A panel for this service"


def outside_words(moderation: Moderation) -> list[str]:
    """What happens outside the employer, and that it changes no decision; empty where nothing is settled."""
    if moderation.external is None:
        return []
    shares = {"the partnership": moderation.partnership_percent, "the national panel": moderation.national_percent}
    looks = [
        f"{whose} looks at {percent_words(share)} of the years" for whose, share in shares.items() if share is not None
    ]
    said = f"{moderation.external.label}: {' and '.join(looks) or 'no share is set'}."
    return [said, "It gives feedback and never changes what the employer decided."]
