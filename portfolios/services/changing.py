"""Changing what a portfolio holds: by its author, and whoever fills a section, and only while nobody signs it."""

from datetime import datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from portfolios.choices.portfolios import OPEN_TO_AUTHOR, FillerRole, PortfolioState, SectionState
from portfolios.models import Portfolio, Section
from portfolios.workflow import SECTION

CHANGE, WRITE = "portfolios.portfolio.change", "portfolios.section.write"
NOT_HERS = "This section is filled by somebody else."
CLOSED = {
    PortfolioState.SIGNING: "It is being signed. Open it again first; the signatures are then withdrawn, visibly.",
    PortfolioState.ENDORSED: "It is signed. Open it again first; the signatures are then withdrawn, visibly.",
    PortfolioState.SUBMITTED: "It is handed in. Open it again to change it and hand in a new version.",
    PortfolioState.WITHDRAWN: "You withdrew this portfolio. Begin another one.",
}


def changeable(portfolio: Portfolio, *, by: Actor) -> Portfolio:
    """The portfolio as it stands, locked while its author changes it. To be called in a command.

    Refuses everybody else, and a portfolio that is being signed, signed, handed in or withdrawn.
    """
    if not allows(CHANGE, by, portfolio):
        raise Refused("Only the person whose portfolio it is changes it.")
    current = Portfolio.objects.select_for_update().select_related("template").get(pk=portfolio.pk)
    if current.state not in OPEN_TO_AUTHOR:
        raise Refused(CLOSED[PortfolioState(current.state)])
    return current


def changeable_section(section: Section, *, by: Actor) -> Section:
    """A section of such a portfolio, as it stands; its portfolio comes with it. Refuses the same."""
    portfolio = changeable(section.portfolio, by=by)
    current = Section.objects.get(pk=section.pk)
    current.portfolio = portfolio
    return current


def writable(section: Section, *, by: Actor) -> Section:
    """A section as it stands, locked with its portfolio while whoever fills it writes.

    Refuses everybody else, also its author where somebody else fills it, and what `changeable` refuses.
    """
    if section.filled_by == FillerRole.AUTHOR:
        return changeable_section(section, by=by)
    if not allows(WRITE, by, section):
        raise Refused(NOT_HERS)
    portfolio = Portfolio.objects.select_for_update().select_related("template").get(pk=section.portfolio_id)
    if portfolio.state not in OPEN_TO_AUTHOR:
        raise Refused("It is being signed, signed or handed in. Its author opens it again first.")
    current = Section.objects.get(pk=section.pk)
    current.portfolio = portfolio
    return current


@command("portfolios.section.start")
def start(*, section: Section, by: Actor, at: datetime) -> Section:
    """Note that a section was begun. Called by the act that begins it."""
    return apply(SECTION, "start", section, by=by, at=at, values={"changed_at": at})


@command("portfolios.section.reopen")
def reopen(*, section: Section, by: Actor, at: datetime) -> Section:
    """Say that a section is not ready after all. Refuses one that is not ready, and what `writable` refuses."""
    current = writable(section, by=by)
    return apply(SECTION, "reopen", current, by=by, at=at, values={"changed_at": at})


def worked_at(section: Section, *, by: Actor, at: datetime) -> Section:
    """The section as one somebody works at: begun, and no longer ready. To be called in a command."""
    if section.state == SectionState.STARTED:
        return section
    moved = (start if section.state == SectionState.EMPTY else reopen)(section=section, by=by, at=at)
    moved.portfolio = section.portfolio
    return moved
