"""Sittings, and what the cast chose on their way: the practitioner's pathway agreed, one begun under an older edition,
and what waits for their managers. All by acts.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dateutil.relativedelta import TH, relativedelta

from academy.config.demo.acting import actor
from academy.config.demo.cast import Cast
from academy.config.demo.days import Days, moment, working_day
from academy.config.demo.dice import Dice
from academy.identity.actor import Actor
from academy.identity.models import Person
from pathways.models import Agreement, Choice, LadderVersion, Sitting
from pathways.selectors.standings import standings_of
from pathways.services import agreements, choices, sittings

LEAD, HELEN = "lead", "manager"
AMARA, TOM, INES = "practitioner", "tom", "ines"
STEP = "to-bg11"
JUNE, SEPTEMBER = 6, 9
SIX_WEEKS, ONE_WEEK = timedelta(weeks=6), timedelta(weeks=1)
KNOWN_BEFORE = timedelta(days=200)  # a sitting of the past was entered so long before
MODERATION_IN = 58
# Tom set out under the edition before the present one.
SET_OUT_ON = date(2026, 6, 15)
WISHES = {
    AMARA: choices.Wish(
        pathway="mca-bia",
        words="I start from the five principles in every assessment, and read the Code with Mei-Ling each month.",
    ),
    TOM: choices.Wish(
        pathway="specialist",
        topic="Law",
        words="I should like to be the one in the team who can explain a tribunal to a family.",
    ),
    INES: choices.Wish(
        pathway="practice-educator",
        words="I supported a student for three weeks in spring. The team is agreed, and there is a desk.",
    ),
}
ANOTHER = choices.Wish(pathway="amhp", words="Law has led me to mental health. I have talked it over in supervision.")
GROUNDS = {
    AMARA: choices.Grounds(
        service_area="South locality works with many people who may lack capacity to decide where they live.",
        business_need="Assessments wait for eleven weeks. We need two more assessors by next summer.",
    ),
    TOM: choices.Grounds(
        service_area="Everybody in the locality meets the law; few can explain it.",
        business_need="The legal literacy group has lost its lead.",
    ),
}


@dataclass(frozen=True)
class Pathways:
    """Sittings and choices of one loading."""

    cast: Cast

    @property
    def days(self) -> Days:
        return self.cast.days

    def write(self) -> tuple[int, int]:
        """All of it; returns how many sittings and how many choices there are."""
        self._sittings()
        self._chosen_and_agreed(AMARA, days_ago=40)
        set_out = min(SET_OUT_ON, self.days.around(-160))
        self._chosen_and_agreed(TOM, days_ago=(self.days.on - set_out).days)
        self._chosen(TOM, ANOTHER, days_ago=6)
        self._chosen(INES, WISHES[INES], days_ago=6)
        self._counted()
        return Sitting.objects.count(), Choice.objects.count()

    def _sittings(self) -> None:
        """Progression on the third Thursday of June and September, from the last one of last year to next year's; a
        moderation soon."""
        last, year = (self.days.on.year - 1, SEPTEMBER), self.days.on.year
        for number, month in (last, *((each, month) for each in (year, year + 1) for month in (JUNE, SEPTEMBER))):
            self._sitting("progression", date(number, month, 1) + relativedelta(weekday=TH(3)))
        self._sitting("moderation", working_day(self.days.around(MODERATION_IN)))

    def _sitting(self, purpose: str, day: date) -> None:
        submit_by = day - SIX_WEEKS
        plan = sittings.Plan(purpose=purpose, on=day, submit_by=submit_by, endorse_by=submit_by - ONE_WEEK)
        by = self._as(LEAD, working_day(min(self.days.yesterday, day - KNOWN_BEFORE)))
        organisation = self.cast.posts[LEAD].organisation
        sittings.add(organisation=organisation, plan=plan, by=by, at=_at(by, "sitting", day))

    def _chosen_and_agreed(self, who: str, *, days_ago: int) -> None:
        choice = self._chosen(who, WISHES[who], days_ago=days_ago)
        theirs = self._as(HELEN, self.days.around(4 - days_ago))
        choices.agree(choice=choice, grounds=GROUNDS[who], by=theirs, at=_at(theirs, "agrees", who))

    def _chosen(self, who: str, wish: choices.Wish, *, days_ago: int) -> Choice:
        by = self._as(who, self.days.around(-days_ago))
        ladder = self._ladder(self.cast.people[who], by.on)
        return choices.ask(ladder=ladder, step=STEP, wish=wish, by=by, at=_at(by, "chooses", who))

    def _counted(self) -> None:
        """Tom's module counts because Helen agreed; whether his training of staff does waits for her."""
        module = self._asked("specialist-module", "Law for social workers, spring term, 30 credits, passed.", 70)
        theirs = self._as(HELEN, self.days.around(-66))
        reason = "I have seen the transcript, and two reports that show it."
        agreements.agree(agreement=module, reason=reason, by=theirs, at=_at(theirs, "counts", "module"))
        self._asked("training-of-staff", "Two lunches on tribunals for the locality, 19 people came.", 4)

    def _asked(self, code: str, words: str, days_ago: int) -> Agreement:
        by = self._as(TOM, self.days.around(-days_ago))
        wish = agreements.Wish(code=code, words=words)
        organisation = self.cast.posts[TOM].organisation
        return agreements.ask(organisation=organisation, wish=wish, by=by, at=_at(by, "counts", code))

    def _ladder(self, person: Person, on: date) -> LadderVersion:
        """The edition she goes by on that day."""
        return standings_of([person.pk], on=on)[person.pk][0].ladder.version

    def _as(self, who: str, on: date) -> Actor:
        return actor(self.cast.people[who], self.cast.posts[who].organisation, on)


def _at(by: Actor, *seed: object) -> datetime:
    return moment(by.on, Dice("pathways", *seed))
