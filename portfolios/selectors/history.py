"""What became of a portfolio: when it was opened, signed, returned and handed in, and by whom."""

from dataclasses import dataclass
from datetime import datetime

from academy.engines.audit.selectors.events import acts_on
from portfolios.choices.portfolios import PortfolioState
from portfolios.models import Portfolio, Snapshot


@dataclass(frozen=True)
class Happened:
    """One change: what it became, when, and who did it."""

    at: datetime
    words: str
    who: str


@dataclass(frozen=True)
class History:
    """Everything on the page, the newest first."""

    happened: tuple[Happened, ...]
    snapshots: tuple[Snapshot, ...]


def history_of(portfolio: Portfolio) -> History:
    """Two queries, and what the audit takes to name people."""
    moves = acts_on(portfolio._meta.label_lower, portfolio.pk).exclude(to_state="").order_by("-at", "-pk")
    happened = tuple(Happened(event.at, _words(event.from_state, event.to_state), _who(event)) for event in moves)
    return History(happened, tuple(portfolio.snapshots.select_related("taken_by").order_by("-number")))


def _words(before: str, after: str) -> str:
    return "Opened" if not before else str(PortfolioState(after).label)


def _who(event: object) -> str:
    """Who did it, for whom where she stood in."""
    actor, deputised = getattr(event, "actor"), getattr(event, "on_behalf_of")
    return f"{actor}, for {deputised}" if deputised else str(actor)
