"""What is shared and shown in the demo: one example in the library, and a portfolio a colleague is let read."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from academy.config.demo.acting import actor
from academy.config.demo.cast import Cast
from academy.config.demo.days import moment, working_day
from academy.config.demo.dice import Dice
from academy.identity.actor import Actor
from portfolios.choices.portfolios import Reach
from portfolios.models import Portfolio, Snapshot
from portfolios.services.exemplars import offer, show
from portfolios.services.shares import Letting, share

AMARA, NEWLY, COLLEAGUE, LEAD = "practitioner", "nqsw", "mei-ling", "lead"
ABOUT = "How a short course changed one thing in practice, told with what it was like for the person."
NOTE = "Is it clear in the first section what I do differently today?"
DAYS_OPEN = 30


@dataclass(frozen=True)
class Examples:
    """One example and one share of one loading."""

    cast: Cast

    def write(self) -> int:
        """Both; returns how many examples stand in the library."""
        owner, academy = self._as(NEWLY, 2), self._as(LEAD, 1)
        snapshot = Snapshot.objects.filter(portfolio__person_id=owner.person_id).order_by("-number", "-pk")[0]
        offered = offer(snapshot=snapshot, reach=Reach.PARTNERSHIP, about=ABOUT, by=owner, at=self._at(owner, "offers"))
        show(exemplar=offered, by=academy, at=self._at(academy, "shows"))
        self._shared()
        return 1

    def _shared(self) -> None:
        by = self._as(AMARA, 3)
        portfolio = Portfolio.objects.filter(person_id=by.person_id).order_by("pk")[0]
        letting = Letting(person=self.cast.people[COLLEAGUE], until_on=by.on + timedelta(days=DAYS_OPEN), note=NOTE)
        share(portfolio=portfolio, letting=letting, by=by, at=self._at(by, "shares"))

    def _as(self, key: str, days_ago: int) -> Actor:
        on = working_day(self.cast.days.around(-days_ago))
        return actor(self.cast.people[key], self.cast.posts[key].organisation, on)

    def _at(self, by: Actor, *seed: object) -> datetime:
        return moment(by.on, Dice("examples", *seed))
