"""Portfolios of years of the ASYE in the demo: opened by whose year it is, what was gathered put where it belongs."""

from dataclasses import dataclass
from datetime import date

from academy.config.demo.asye_years import Year
from academy.development.models import Entry
from asye.choices.enrolments import Role
from asye.services.opening import open_for_year
from portfolios.choices.evidence import EvidenceKind, Giver
from portfolios.models import Evidence, Portfolio
from portfolios.services.items import Chosen, put_in
from portfolios.services.sections import mark_ready, write_section

OPENED, GATHERED_AGO, WRITTEN_AGO = 45, 12, 4
PLAN = (
    "Three plans so far. The first was about saying what a person wants before it is decided, and capacity for one "
    "decision at a time. The second about records on the same day and chairing. The third goes to the spring: an "
    "enquiry of my own, feedback from ten people, and a statement for the court."
)
# Which pieces go into which section of the template.
SECTIONS: dict[str, dict[str, str]] = {
    "observations": {"kind": EvidenceKind.OBSERVATION},
    "people": {"kind": EvidenceKind.FEEDBACK, "feedback__giver": Giver.PERSON},
    "professionals": {"kind": EvidenceKind.FEEDBACK, "feedback__giver": Giver.PROFESSIONAL},
    "records": {"kind": EvidenceKind.WORK},
}


@dataclass(frozen=True)
class Gathering:
    """The portfolio of one year."""

    year: Year

    def tell(self) -> Portfolio:
        """Opened early in the year; what is complete is in it, and its page says what is missing."""
        opened_on = self.year.after(OPENED)
        by, at = self.year.by(Role.NQSW, opened_on), self.year.at(opened_on, "portfolio")
        portfolio: Portfolio = open_for_year(enrolment=self.year.enrolment, by=by, at=at)
        for code, which in SECTIONS.items():
            found = Evidence.objects.complete().filter(person=self.year.people[Role.NQSW], **which)
            self._put(portfolio, code, Chosen(evidence=list(found.filter(happened_on__gte=self.year.after(0)))))
        own = Entry.objects.written_by(self.year.people[Role.NQSW].pk).kept()
        critical = own.filter(kind="critical", started_on__gte=self.year.after(0))
        self._put(portfolio, "reflections", Chosen(entries=list(critical.order_by("-started_on", "-pk")[:1])))
        self._written(portfolio, on=self.year.before(WRITTEN_AGO, self.year.days.on))
        return portfolio

    def _put(self, portfolio: Portfolio, code: str, chosen: Chosen) -> None:
        on = self.year.before(GATHERED_AGO, self.year.days.on)
        if len(chosen):
            section = portfolio.sections.get(code=code)
            put_in(section=section, chosen=chosen, by=self.year.by(Role.NQSW, on), at=self.year.at(on, "puts in"))

    def _written(self, portfolio: Portfolio, *, on: date) -> None:
        section, by = portfolio.sections.get(code="plan"), self.year.by(Role.NQSW, on)
        write_section(section=section, text=PLAN, by=by, at=self.year.at(on, "writes"))
        mark_ready(section=section, by=by, at=self.year.at(on, "is ready"))
