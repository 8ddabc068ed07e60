"""Years of the ASYE in the demo: one told whole, by acts on its days; one that is about to begin; and a cohort."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from academy.config.demo.asye_beginnings import Beginnings
from academy.config.demo.asye_changes import Changing
from academy.config.demo.asye_cohort import Cohort
from academy.config.demo.asye_evidence import Gathered
from academy.config.demo.asye_portfolios import Gathering
from academy.config.demo.asye_reviews import Reviewing
from academy.config.demo.asye_weeks import Telling
from academy.config.demo.asye_workshops import Workshops
from academy.config.demo.asye_years import Actors, Year, plans
from academy.config.demo.cast import Cast
from academy.identity.models import Person

NEWLY = "nqsw"
# Fewer hours so many months ago; leave on those days around today.
HOURS_MONTHS, LEAVE = 5, (-127, -71)
CONCERN_DAYS, CONCERN_WEEKS = 100, 5


@dataclass(frozen=True)
class AsyeYears:
    """The years of one loading; `named` are the people of the demo by key or full name."""

    cast: Cast
    named: Mapping[str, Person]
    actors: Actors = field(default_factory=Actors)

    def write(self) -> int:
        """All of them; returns how many."""
        told = plans()
        beginnings = Beginnings(self.cast, self.named, self.actors)
        years = {plan.who: beginnings.begin(plan) for plan in told}
        for year in years.values():
            if year.plan.agreement == "signing" or year.plan.who == NEWLY:
                beginnings.agree(year)
        whole = years.pop(NEWLY)
        self._whole(whole)
        Cohort(list(years.values()), self.cast.people).tell()
        own = [year for year in (whole, *years.values()) if year.organisation == whole.organisation]
        Workshops(own).write()
        return len(told)

    def _whole(self, year: Year) -> None:
        """A year in which much happened: a first review, a concern, fewer hours, leave, a second review."""
        days, changing = self.cast.days, Changing(year)
        self._review(year, "review-3")
        changing.concern(CONCERN_DAYS, weeks=CONCERN_WEEKS)
        changing.hours(days.months_ago(HOURS_MONTHS))
        first, last = (days.around(number) for number in LEAVE)
        changing.pause(first, last)
        self._review(year, "review-6")
        Telling(year).by_acts()
        Gathering(year).tell()

    def _review(self, year: Year, code: str) -> None:
        reviewing, gathered = Reviewing(year), Gathered()
        gathered.stage(year, code, until=reviewing.day_of(code))
        gathered.keep()
        reviewing.tell(code, year.plan.reviews[code])
