"""Whom cases wait for, as whoever looks may know it."""

from typing import Any

from django.utils import timezone

from panels.choices.cases import CaseKind, CaseState
from panels.models import Case
from panels.rules.ball import Ball, Waiting, ball, ball_outside
from panels.rules.releasing import told_by
from panels.rules.visibility import As
from panels.selectors.looked import is_settled
from panels.selectors.policies import rules_of
from panels.selectors.sight import Sees
from panels.selectors.wording import is_inside
from portfolios.choices.portfolios import PortfolioState


def waiting_of(case: Case, *, is_settled: bool | None = None) -> Waiting:
    """What the rule judges of a case whose portfolio and policy came with it. No query."""
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
        is_settled=is_settled,
        told_by=told_by(rules_of(case.policy)) if case.state == CaseState.DECIDED else As.LEAD,
    )


def ball_inside(case: Case) -> Ball | None:
    """For the panel and the academy."""
    return ball(waiting_of(case))


def ball_for(case: Case, sees: Sees) -> Ball | None:
    """For whoever looks: outside the panel it waits for the panel until it is told. Four queries where it is to be
    known whether reviews that are in ask for another look, else none."""
    if not is_inside(sees):
        return ball_outside(waiting_of(case))
    settled = is_settled(case) if case.state == CaseState.REVIEWS_IN else None
    return ball(waiting_of(case, is_settled=settled))
