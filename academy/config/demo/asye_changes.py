"""A year of the demo in which hours change, leave is taken and a concern is worked on, each by acts on its days."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from academy.config.demo.asye_years import Year
from asye.choices.enrolments import Role
from asye.choices.year import ChangeKind, PauseReason
from asye.models import Change
from asye.rules.changes import Proposal
from asye.services.changes import Answer, consent, propose, report
from asye.services.concerns import Noted, close, note
from asye.services.pauses import come_back, turn_pauses

REDUCED = Decimal("0.60")
CONCERN = Noted(
    words=(
        "Records of visits are written late: five of the twelve I read were more than a week old, and one had been "
        "needed by the duty team before it was there. The practice behind them is good."
    ),
    plan=(
        "Half an hour after each visit for the record, dictated and then read aloud by the laptop. Dan looks at the "
        "list every Friday and says what he sees. Yasmin reads five records at the end. Nothing else is added."
    ),
    plan_from_on=date.min,
    plan_review_on=date.min,
)
CLOSED = "Twelve records read; the oldest was written on the next morning. The half hour stays in the diary."


@dataclass(frozen=True)
class Changing:
    """What changed in one year."""

    year: Year

    def hours(self, from_on: date) -> None:
        """Fewer hours from a day on, proposed by her and agreed to by the others in the week after."""
        proposal = Proposal(kind=ChangeKind.HOURS, words="Three days a week, for family.", from_on=from_on, fte=REDUCED)
        self._agreed(proposal, on=self.year.before(24, from_on))

    def pause(self, first: date, last: date) -> None:
        """Leave: agreed to three weeks before, begun by the portal on its day, and she is back the day after."""
        shared = PauseReason.SHARED_PARENTAL
        proposal = Proposal(kind=ChangeKind.PAUSE, reason=shared, from_on=first, until_on=last)
        change = self._agreed(proposal, on=self.year.before(24, first))
        turn_pauses(on=first, at=self.year.at(first, "pauses"))
        back_on = self.year.after(1, since=last)
        by = self.year.by(self.year.assessing, back_on)
        come_back(change=change, last_day=last, by=by, at=self._at(back_on))
        self.year.again()

    def concern(self, days: int, *, weeks: int) -> None:
        """Noted so many days into the year with a plan of so many weeks, and closed on the day it is looked at."""
        on = self.year.after(days)
        review_on = self.year.after(7 * weeks, since=on)
        by = self.year.by(self.year.assessing, on)
        noted = Noted(words=CONCERN.words, plan=CONCERN.plan, plan_from_on=on, plan_review_on=review_on)
        concern = note(enrolment=self.year.enrolment, noted=noted, by=by, at=self._at(on))
        closing = self.year.by(self.year.assessing, review_on)
        close(concern=concern, words=CLOSED, by=closing, at=self._at(review_on))

    def _agreed(self, proposal: Proposal, *, on: date) -> Change:
        token = uuid.uuid5(uuid.NAMESPACE_URL, f"demo {self.year.plan.who} {proposal.kind}")
        hers = self.year.by(Role.NQSW, on)
        change = propose(
            enrolment=self.year.enrolment, proposal=proposal, token=token, agrees=True, by=hers, at=self._at(on)
        )
        for number, role in enumerate((self.year.assessing, Role.MANAGER, Role.COORDINATOR)):
            then = self.year.after(2 + number, since=on)
            change = consent(change=change, answer=Answer(agrees=True), by=self.year.by(role, then), at=self._at(then))
        told = self.year.after(7, since=on)
        report(change=change, by=self.year.by(Role.COORDINATOR, told), at=self._at(told))
        self.year.again()
        return change

    def _at(self, on: date) -> datetime:
        return self.year.at(on, "change")
