"""A year of the ASYE as the demo tells it: what is planned of it, whose it is, and who acts in it on which day."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from academy.config.demo import reading
from academy.config.demo.acting import actor
from academy.config.demo.days import Days, moment, working_day
from academy.config.demo.dice import Dice
from academy.config.demo.places import Places
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from asye.choices.enrolments import Role
from asye.models import Enrolment

SATURDAY, DAYS_OF_A_WEEK = 5, 7
A_MOMENT = timedelta(minutes=4)


@dataclass(frozen=True, kw_only=True)
class YearPlan:
    """What is told of one year. `qualified` is months ago. It starts with the post, or in the week of the day `starts`
    around today; `enrolled` are days after that.

    `assesses` is who assesses and `role` as what; `agreement` how far it is (due, needs, signing, signed; `unsigned`
    are the parts whose signature is missing); `reviews` how far each is; `seen` the reviews before which practice was
    observed; `weeks` how the promises were kept; `ends` what became of the year.
    """

    who: str
    assesses: str
    qualified: int
    organisation: str = "bristol"
    coordinates: str = "coordinator"
    role: str = "assessor"
    starts: int | None = None
    enrolled: int = 1
    knowledge: str = ""
    agreement: str = "signed"
    unsigned: tuple[str, ...] = ()
    reviews: Mapping[str, str] = field(default_factory=dict)
    seen: tuple[str, ...] = ()
    weeks: str = "steady"
    ends: str = ""


@dataclass
class Actors:
    """Who acts on which day. What somebody is, is found once for a month: nobody here changes in the middle of one."""

    found: dict[tuple[int, int, date], Actor] = field(default_factory=dict)

    def of(self, person: Person, organisation: Organisation, on: date) -> Actor:
        key = (person.pk, organisation.pk, on.replace(day=1))
        if key not in self.found:
            self.found[key] = actor(person, organisation, on)
        return replace(self.found[key], on=on)


@dataclass(kw_only=True)
class Year:
    """A year under way in the demo: the enrolment, who has which part in it, and what was told of each day last."""

    plan: YearPlan
    days: Days
    actors: Actors
    places: Places
    organisation: Organisation
    people: dict[Role, Person]
    enrolment: Enrolment
    last: dict[date, datetime] = field(default_factory=dict)

    @property
    def assessing(self) -> Role:
        """The part of whoever assesses under this employer's policy."""
        return Role(self.plan.role)

    def after(self, days: int, *, since: date | None = None) -> date:
        """So many days into the year, or after a day: a working day, and never later than yesterday."""
        day = (since or self.enrolment.starts_on) + timedelta(days=days)
        ahead = DAYS_OF_A_WEEK - day.weekday() if day.weekday() >= SATURDAY else 0
        return min(day + timedelta(days=ahead), self.days.yesterday)

    def before(self, days: int, until: date) -> date:
        """So many days before a day: a working day of the year."""
        return max(working_day(until - timedelta(days=days)), self.enrolment.starts_on)

    def by(self, role: Role, on: date) -> Actor:
        """Whoever has that part, as she acts on the day."""
        return self.actors.of(self.people[role], self.organisation, on)

    def at(self, on: date, *seed: object) -> datetime:
        """A moment of that day, behind whatever was told of it before."""
        found = moment(on, Dice("asye", self.plan.who, *seed))
        self.last[on] = max(found, self.last[on] + A_MOMENT) if on in self.last else found
        return self.last[on]

    def again(self) -> Enrolment:
        """The enrolment as it is stored now."""
        self.enrolment = Enrolment.objects.select_related("person", "policy", "organisation").get(pk=self.enrolment.pk)
        return self.enrolment


def plans() -> list[YearPlan]:
    """The years of the file, in its order."""
    several = ("unsigned", "seen")
    rows = reading.content("asye/years.yaml")
    return [YearPlan(**{**row, **{name: tuple(row.get(name, ())) for name in several}}) for row in rows]


def texts() -> Any:
    """What is written in years: agreements, reviews, plans, reports."""
    return reading.content("asye/texts.yaml")
