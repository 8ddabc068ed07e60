"""Who acts for panels in the demo, on which day, and in what order within it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from academy.config.demo.asye_years import A_MOMENT, Actors
from academy.config.demo.cast import Cast
from academy.config.demo.days import Days, moment, working_day
from academy.config.demo.dice import Dice
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person

HOME = "bristol"


@dataclass(frozen=True)
class Hands:
    """Whoever acts in one loading; `named` are the people of the demo by key or full name."""

    cast: Cast
    named: Mapping[str, Person]
    actors: Actors = field(default_factory=Actors)
    last: dict[date, datetime] = field(default_factory=dict)

    @property
    def days(self) -> Days:
        return self.cast.days

    @property
    def organisation(self) -> Organisation:
        return self.cast.places.organisations[HOME]

    def ago(self, days: int) -> date:
        """So many days before the day of loading: a working day."""
        return working_day(self.days.around(-days))

    def by(self, who: str | Person, on: date) -> Actor:
        """Somebody, by key or herself, as she acts on the day."""
        return self.actors.of(self.named[who] if isinstance(who, str) else who, self.organisation, on)

    def at(self, on: date) -> datetime:
        """A moment of the day, behind whatever was told of it before."""
        found = self.last[on] + A_MOMENT if on in self.last else moment(on, Dice("panels", on)).replace(hour=8)
        self.last[on] = found
        return found


def before(day: date, days: int) -> date:
    """So many days before a day: a working day."""
    return working_day(day - timedelta(days=days))
