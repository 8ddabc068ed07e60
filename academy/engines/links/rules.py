"""How a link stands at a moment. Pure."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class LinkState(StrEnum):
    """Only an open link can be used; to whoever holds one of the others they all look the same."""

    OPEN = "open"
    SPENT = "spent"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


@dataclass(frozen=True)
class LinkFacts:
    """What decides how a link stands."""

    expires_at: datetime
    spent_at: datetime | None = None
    withdrawn_at: datetime | None = None


def state_at(link: LinkFacts, at: datetime) -> LinkState:
    """How it stands: it can be used up to, not at, the moment it expires."""
    if link.spent_at is not None:
        return LinkState.SPENT
    if link.withdrawn_at is not None:
        return LinkState.WITHDRAWN
    return LinkState.OPEN if at < link.expires_at else LinkState.EXPIRED


def hashed(token: str) -> str:
    """What is stored of a token: its SHA-256."""
    return hashlib.sha256(token.encode()).hexdigest()
