"""The practitioner's portfolio for BG11, half gathered: what fits is in it, and its page says what is missing."""

from dataclasses import dataclass
from datetime import date, datetime

from academy.config.demo.acting import actor
from academy.config.demo.cast import Cast
from academy.config.demo.days import moment, working_day
from academy.config.demo.dice import Dice
from academy.development.models import Entry
from academy.identity.actor import Actor
from pathways.models import Journey, Sitting
from portfolios.models import Evidence, Portfolio, Section
from portfolios.selectors.templates import template_for
from portfolios.services.items import Chosen, put_in, say_what_it_shows
from portfolios.services.portfolios import Opening, open_portfolio
from portfolios.services.sections import mark_ready, write_section

AMARA = "practitioner"
PURPOSE = "progression"
ACCOUNT = (
    "Two years ago I carried out assessments. Today I decide with people, and can say how. What changed first was "
    "waiting: I leave a silence alone until somebody has found their words, and I write down those words and not mine."
    "\n\nThe law became a tool. I used to name the five principles in a list; now each of them stands at the decision "
    "it was about, with what I did because of it. Mrs A wished to go home against all advice. I asked what would have "
    "to be there for it to work, and three of four things were there already."
)
SHOWS = "That I put the question again, in other words, before I write down that somebody cannot decide."
KINDS = {
    "observed": ("observation", "work"),
    "feedback": ("feedback",),
    "audited": ("audit",),
    "enabling": ("project", "training"),
}
LATEST = 3


@dataclass(frozen=True)
class PortfolioGathered:
    """One portfolio of one loading."""

    cast: Cast

    def write(self) -> int:
        """All of it; returns how many of its sections hold pieces."""
        portfolio = self._opened(days_ago=21)
        self._written(self._section(portfolio, "account"), days_ago=18)
        for code, kinds in KINDS.items():
            evidence = Evidence.objects.complete().filter(person=self.cast.people[AMARA], kind__in=kinds)
            self._put(self._section(portfolio, code), Chosen(evidence=list(evidence)), days_ago=9)
        entries = Entry.objects.written_by(self.cast.people[AMARA].pk).kept().order_by("-started_on", "-pk")
        latest = Chosen(entries=list(entries[:LATEST]))
        return self._put(self._section(portfolio, "learning"), latest, days_ago=8)

    def _opened(self, *, days_ago: int) -> Portfolio:
        by = self._as(days_ago)
        template = template_for(by.organisation_id, purpose=PURPOSE, on=by.on)
        journey = Journey.objects.open().filter(person_id=by.person_id).first()
        sitting = Sitting.objects.filter(purpose=PURPOSE, on__gt=self.cast.days.on).order_by("on", "pk").first()
        if template is None or journey is None or sitting is None:
            raise LookupError("The demo has no template, no journey or no sitting for the practitioner's portfolio.")
        opening = Opening(due_on=sitting.submit_by, source="journey", reference=f"journey {journey.pk}")
        return open_portfolio(template=template, opening=opening, by=by, at=_at(by, "opens"))

    def _written(self, section: Section, *, days_ago: int) -> None:
        by = self._as(days_ago)
        write_section(section=section, text=ACCOUNT, by=by, at=_at(by, "writes"))

    def _put(self, section: Section, chosen: Chosen, *, days_ago: int) -> int:
        by = self._as(days_ago)
        if len(chosen):
            items = put_in(section=section, chosen=chosen, by=by, at=_at(by, "puts in", section.code))
            if section.code == "observed":
                say_what_it_shows(item=items[0], shows=SHOWS, by=by, at=_at(by, "says", section.code))
        if section.code == "audited":
            mark_ready(section=section, by=by, at=_at(by, "is ready", section.code))
        return section.portfolio.sections.filter(items__isnull=False).count()

    def _section(self, portfolio: Portfolio, code: str) -> Section:
        section: Section = portfolio.sections.get(code=code)
        return section

    def _as(self, days_ago: int) -> Actor:
        on: date = working_day(self.cast.days.around(-days_ago))
        return actor(self.cast.people[AMARA], self.cast.posts[AMARA].organisation, on)


def _at(by: Actor, *seed: object) -> datetime:
    return moment(by.on, Dice("portfolios", *seed))
