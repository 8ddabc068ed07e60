"""Moderation as a policy has it: within the employer, by the partnership, and nationally (D1-64, D1-67, D2-04, S2-46).

Whoever moderates outside the employer gives feedback; the employer's decision stays. Shares are per cent of the years
moderated here, and settings: those that were published differ from year to year.
"""

from dataclasses import dataclass
from decimal import Decimal

from asye.choices.ending import External
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
