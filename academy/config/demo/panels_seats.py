"""Panels of the demo with who sits on them, and the sittings they have taken up."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta

from academy.config.demo import reading
from academy.config.demo.panels_hands import Hands, before
from panels.models import Meeting, Member, Panel
from panels.services import panels
from panels.services.sittings import take_up
from pathways.choices import SittingPurpose
from pathways.models import Sitting
from pathways.services import sittings
from pathways.services.sittings import Plan

LEAD, CHAIR, CLERK = "lead", "chair", "clerk"
BEGINS, PLACE = time(9, 30), "City Hall, room 1.08"
TERM = relativedelta(years=3, days=-1)
# A sitting was held so many days ago at the least, so that what followed it is told, too.
OVER = 46
# Panels were set up so many days before the sitting held last.
SET_UP = 118
# Moderation met so many days ago, and takes years up to so many days before it meets.
MODERATED, TAKES_UNTIL, KNOWN = 19, 2, 70


@dataclass(frozen=True)
class Seats:
    """The panels of one loading."""

    hands: Hands

    def write(self) -> dict[str, Panel]:
        """Panels with their seats, by purpose."""
        on = before(self.last_sitting().on, SET_UP)
        return {row["purpose"]: self._set_up(row, on) for row in reading.content("panels/seats.yaml")}

    def last_sitting(self) -> Sitting:
        """The progression sitting that was held last, and told."""
        until = self.hands.days.around(-OVER)
        return self._sittings(SittingPurpose.PROGRESSION).filter(on__lte=until).latest("on")

    def taken_up(self, panel: Panel, sitting: Sitting, on: date) -> Meeting:
        """The sitting as the panel holds it."""
        by, at = self.hands.by(LEAD, on), self.hands.at(on)
        return take_up(sitting=sitting, panel=panel, begins=BEGINS, place=PLACE, by=by, at=at)

    def coming(self, purpose: str) -> Sitting:
        """The next sitting that still takes cases after today."""
        return self._sittings(purpose).filter(submit_by__gt=self.hands.days.on).earliest("on")

    def moderated(self) -> Sitting:
        """A sitting of moderation some weeks ago."""
        day = self.hands.ago(MODERATED)
        submit_by = day - timedelta(days=TAKES_UNTIL)
        plan = Plan(purpose=SittingPurpose.MODERATION, on=day, submit_by=submit_by, endorse_by=submit_by)
        on = before(day, KNOWN)
        organisation = self.hands.organisation
        return sittings.add(organisation=organisation, plan=plan, by=self.hands.by(LEAD, on), at=self.hands.at(on))

    def _sittings(self, purpose: str) -> Any:
        return Sitting.objects.filter(organisation=self.hands.organisation, purpose=purpose)

    def _set_up(self, row: dict[str, Any], on: date) -> Panel:
        by = self.hands.by(LEAD, on)
        said = {"organisation": self.hands.organisation, "purpose": row["purpose"], "title": row["title"]}
        panel = panels.set_up(**said, by=by, at=self.hands.at(on))
        Member.objects.bulk_create(
            Member(
                panel=panel,
                person=self.hands.named[seat["who"]],
                from_on=on,
                until_on=on + TERM,
                appointed_by=self.hands.named[LEAD],
                appointed_at=self.hands.at(on),
                **{name: value for name, value in seat.items() if name != "who"},
            )
            for seat in row["seats"]
        )
        return panel
