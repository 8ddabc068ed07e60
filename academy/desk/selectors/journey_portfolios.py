"""The portfolio a step of one's own journey calls for: which template, the day its sitting gives it, how it stands.

Pathways and portfolios know nothing of each other; the desk knows both.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from pathways.selectors.beside import Beside
from pathways.selectors.journeys import SOURCE, OwnJourney, journeys_seen, own_journey, reference_of
from portfolios.selectors.mine import with_whom
from portfolios.selectors.openers import Opened, Opener, day_differs, opened_for


@dataclass(frozen=True)
class JourneyPortfolio:
    """The page: one's own journey and the portfolio its step calls for. `due_on` is the day of the sitting."""

    journey: OwnJourney
    opened: Opened
    due_on: date | None

    @property
    def differs(self) -> bool:
        """Did the sitting she plans towards move, or did she choose another?"""
        held = self.opened.portfolio
        return held is not None and self.opened.takes_day and day_differs(held, self.due_on)

    @property
    def may_open(self) -> bool:
        return self.opened.portfolio is None and self.opened.template is not None and self.journey.is_open

    @property
    def with_whom(self) -> str:
        return with_whom(self.opened.portfolio) if self.opened.portfolio is not None else ""


def journey_portfolio(journey: Any, actor: Actor) -> JourneyPortfolio:
    """What one's own journey calls for, with what was opened for it. Two queries."""
    own = own_journey(journey)
    opened = opened_for(actor, source=SOURCE, reference=reference_of(journey), template=own.portfolio)
    return JourneyPortfolio(own, opened, _day(own, on=actor.on))


def _day(own: OwnJourney, *, on: date) -> date | None:
    """The last day to hand in to the sitting she plans towards; None for none, a cancelled one, and one gone by."""
    sitting = own.sitting
    if sitting is None or sitting.is_cancelled or sitting.submit_by < on:
        return None
    return sitting.submit_by


def beside_journey(journey: Any, step: Any, actor: Actor) -> Beside | None:
    """The portfolio beside one's own journey; None where its step calls for none or none is in force where she acts."""
    if not step.portfolio or journey.organisation_id != actor.organisation_id:
        return None
    found = journey_portfolio(journey, actor)
    held, template = found.opened.portfolio, found.opened.template
    if held is not None:
        due = f"due by {in_words(held.due_on)}" if held.due_on else ""
        says = "the sitting has another day now" if found.differs else due
        return Beside(label=f"Portfolio: {held.title}", url=_address(journey), state=held.standing.state, says=says)
    if template is None:
        return None
    return Beside(label=f"Open the portfolio it calls for: {template.title}", url=_address(journey))


def told_of(reference: str, actor: Actor) -> Opener | None:
    """The step a portfolio was opened for, to whoever may see the journey; its page is for the person herself."""
    number = reference.removeprefix("journey ")
    journey = journeys_seen(actor).filter(pk=number).first() if number.isdecimal() else None
    if journey is None:
        return None
    is_own_here = (journey.person_id, journey.organisation_id) == (actor.person_id, actor.organisation_id)
    return Opener(own_journey(journey).words, _address(journey) if is_own_here else "")


def _address(journey: Any) -> str:
    return reverse("desk:journey-portfolio", args=[journey.pk])
