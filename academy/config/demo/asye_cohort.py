"""A cohort of the ASYE in the demo: years at every stage, on track or to act on, and what is claimed for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from academy.config.demo.asye_agreed import Agreed
from academy.config.demo.asye_changes import CONCERN
from academy.config.demo.asye_endings import Ending, final_by
from academy.config.demo.asye_evidence import Gathered
from academy.config.demo.asye_reviews import LOCKED, Reviewing
from academy.config.demo.asye_weeks import Telling
from academy.config.demo.asye_years import Year
from academy.identity.models import Person
from asye.choices.ending import GrantPart
from asye.choices.enrolments import Role
from asye.models import GrantClaim
from asye.services.claims import claim_part, pay_part
from asye.services.concerns import Noted, note

FINAL, OPTIONAL = "final", "review-9"
# A grant is claimed so many days after it is due, and paid as many days after that.
CLAIMED_AFTER, PAID_AFTER = 21, 70
MODERATORS = {"adults": "moderator", "children": "chair"}
DECIDERS = {"adults": "psw", "children": "chair"}


@dataclass(frozen=True)
class Cohort:
    """The years of one cohort, begun already; `people` are the cast by key."""

    years: Sequence[Year]
    people: Mapping[str, Person]

    def tell(self) -> None:
        """Agreements, evidence, reviews, weeks, and how each year stands or ended."""
        gathered = Gathered()
        days = {(year.plan.who, code): self._day_of(year, code) for year in self.years for code in year.plan.reviews}
        for year in self.years:
            for code in year.plan.seen or year.plan.reviews:
                gathered.stage(year, code, until=days.get((year.plan.who, code)) or Reviewing(year).day_of(code))
        gathered.keep()
        for year in self.years:
            if year.plan.agreement == "signed":
                Agreed(year).agreement()
            self._reviews(year, days)
            self._stands(year)
        self._claims()

    def _reviews(self, year: Year, days: Mapping[tuple[str, str], date]) -> None:
        for code, state in year.plan.reviews.items():
            if code == FINAL:
                Reviewing(year).not_needed(OPTIONAL)
            if state == LOCKED:
                Agreed(year).review(code, days[year.plan.who, code])
            else:
                Reviewing(year).tell(code, state)

    def _stands(self, year: Year) -> None:
        service = year.enrolment.policy.service
        if year.plan.weeks == "over":
            self._concern(year)
        if year.plan.agreement != "due" or not year.plan.ends:
            Telling(year).in_bulk()
        Ending(year, self.people[MODERATORS[service]], self.people[DECIDERS[service]]).tell()

    def _day_of(self, year: Year, code: str) -> date:
        found, latest = Reviewing(year).day_of(code), final_by(year)
        return min(found, year.before(0, latest)) if latest is not None and code == FINAL else found

    def _concern(self, year: Year) -> None:
        """A plan of support whose day has gone by."""
        on = year.before(45, year.days.on)
        noted = Noted(
            words=CONCERN.words, plan=CONCERN.plan, plan_from_on=on, plan_review_on=year.before(6, year.days.on)
        )
        note(enrolment=year.again(), noted=noted, by=year.by(year.assessing, on), at=year.at(on, "concern"))

    def _claims(self) -> None:
        """First parts of the grant: claimed three weeks after the start, and paid some weeks later."""
        today = self.years[0].days.on
        for year in self.years:
            if year.plan.ends == "deferred":
                continue
            for claim in GrantClaim.objects.filter(enrolment=year.enrolment, part=GrantPart.REGISTRATION):
                due_on = claim.due_on or today
                claimed_on = due_on + timedelta(days=CLAIMED_AFTER)
                if claimed_on < today:
                    by = year.by(Role.COORDINATOR, claimed_on)
                    reference = f"DfE-{due_on:%y%m}-{claim.pk:03d}"
                    claim_part(claim=claim, reference=reference, by=by, at=year.at(claimed_on, "claims"))
                paid_on = claimed_on + timedelta(days=PAID_AFTER)
                if paid_on < today:
                    pay_part(claim=claim, by=year.by(Role.COORDINATOR, paid_on), at=year.at(paid_on, "paid"))
