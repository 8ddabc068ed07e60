"""Whom cases wait for, as whoever looks may know it."""

from typing import Any

from django.utils import timezone

from panels.choices.cases import CaseKind, CaseState
from panels.models import Case
from panels.rules.ball import Ball, Waiting, ball, ball_outside
from panels.selectors.sight import Sees
from panels.selectors.wording import is_inside
from portfolios.choices.portfolios import PortfolioState


def waiting_of(case: Case) -> Waiting:
    """What the rule judges of a case whose portfolio came with it. No query."""
    portfolio: Any = case.portfolio
    is_signing = portfolio is not None and portfolio.state == PortfolioState.SIGNING
    is_endorsed = portfolio is not None and portfolio.state in (PortfolioState.ENDORSED, PortfolioState.SUBMITTED)
    return Waiting(
        state=CaseState(case.state),
        kind=CaseKind(case.kind),
        moved_on=timezone.localdate(case.moved_at),
        accepted_on=timezone.localdate(case.accepted_at) if case.accepted_at else None,
        signing_on=timezone.localdate(portfolio.signing_at) if is_signing and portfolio.signing_at else None,
        wants_word=is_endorsed and case.has_formal_open is None and not case.is_external,
    )


def ball_inside(case: Case) -> Ball | None:
    """For the panel and the academy."""
    return ball(waiting_of(case))


def ball_for(case: Case, sees: Sees) -> Ball | None:
    """For whoever looks: outside the panel it waits for the panel until it is told."""
    return ball(waiting_of(case)) if is_inside(sees) else ball_outside(waiting_of(case))
