"""Weeks of a year of the ASYE in the demo, said by acts or in bulk, and early signals of what was not kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from academy.config.demo.acting import portal
from academy.config.demo.asye_years import Year
from academy.config.demo.dice import Dice
from asye.choices.enrolments import Role
from asye.choices.year import Kept, Promise
from asye.models import Week
from asye.rules.promises import Run, Said, limit_of, run_of
from asye.rules.weeks import weeks_of
from asye.selectors.policies import rules_of
from asye.selectors.promises import promises_of, ran_in
from asye.services.signals import answer_signal, raise_signal
from asye.services.weeks import answer_week

FRIDAY = timedelta(days=4)
# In these weeks of the year nobody met for supervision, where the plan says that it was missed early.
MISSED_EARLY = range(10, 14)
# In so many of the last weeks it was not kept, where the plan says so; the academy was told so many days ago.
LATELY = {"missed": 10, "over": 3}
TOLD_AGO = 5
# So many of the latest weeks are said by acts of her own.
BY_ACTS = 6
# Of a hundred weeks without supervision so many are said; of all in so many the protected time was not whole.
ANSWERED, PARTLY = 75, 14
USED_FOR = (
    "Reading on capacity",
    "My critical reflection",
    "Shadowing in the safeguarding hub",
    "The workshop, and writing it up",
    "Court reports, two of them",
    "E-learning on self-neglect",
    "",
    "",
)
ANSWERED_WITH = (
    "I have spoken to the manager and the assessor. Two sessions are in the diary, and a deputy is named for next time."
)


@dataclass(frozen=True)
class Telling:
    """The weeks of one year."""

    year: Year

    def by_acts(self) -> None:
        """The latest weeks said on their Fridays, but the last; what was missed early was told, and the academy
        answered."""
        signalled_on = self.year.after(7 * MISSED_EARLY.stop)
        *weeks, _ = self._weeks()
        early = [said for said in weeks if said.week_on + FRIDAY <= signalled_on]
        later, acts = weeks[len(early) : -BY_ACTS], weeks[-BY_ACTS:]
        self._write(early)
        self._signal(signalled_on, answered=True)
        self._write(later)
        for said in acts:
            on = said.week_on + FRIDAY
            answer_week(enrolment=self.year.enrolment, said=said, by=self.year.by(Role.NQSW, on), at=self._at(on))

    def in_bulk(self) -> None:
        """All of them; a promise not kept lately is told and not answered."""
        self._write(self._weeks())
        if self.year.plan.weeks in LATELY:
            self._signal(self.year.days.around(-TOLD_AGO), answered=False)

    def _write(self, weeks: Iterable[Said]) -> None:
        Week.objects.bulk_create(
            Week(
                enrolment=self.year.enrolment,
                week_on=said.week_on,
                protected=said.protected,
                workload_percent=said.percent,
                supervised=said.supervised,
                used_for=said.used_for,
                **dict.fromkeys(("answered_at", "changed_at"), self._at(said.week_on + FRIDAY)),
            )
            for said in weeks
        )

    def _signal(self, on: date, *, answered: bool) -> None:
        """As the portal does once a day: every promise that was broken as often as the policy lets pass."""
        enrolment = self.year.again()
        limits = rules_of(enrolment.policy).signals
        kept = promises_of([enrolment], on=on)[enrolment.pk]
        for promise in Promise:
            run: Run = run_of(promise, kept)
            if run.times >= limit_of(promise, limits):
                signal = raise_signal(enrolment=enrolment, run=run, by=portal(on), at=self._at(on))
                if answered:
                    then = self.year.after(3, since=on)
                    by = self.year.by(Role.COORDINATOR, then)
                    answer_signal(signal=signal, answer=ANSWERED_WITH, by=by, at=self._at(then))

    def _weeks(self) -> list[Said]:
        """What she says, week by week, of those asked about up to yesterday."""
        yesterday = self.year.days.yesterday
        asked = weeks_of(ran_in(self.year.enrolment), on=yesterday)
        return list(self._said([week for week in asked if week + FRIDAY <= yesterday]))

    def _said(self, weeks: list[date]) -> Iterator[Said]:
        first, late = weeks[0] if weeks else None, set(weeks[len(weeks) - LATELY.get(self.year.plan.weeks, 0) :])
        for week in weeks:
            dice = Dice("asye week", self.year.plan.who, week - (first or week))
            number = (week - (first or week)).days // 7
            lately = self.year.plan.weeks if week in late else ""
            met = self._met(number, is_late=bool(lately))
            if not (lately or met or number in MISSED_EARLY or dice.happens(ANSWERED)):
                continue
            protected = Kept.PARTLY if dice.happens(PARTLY) else Kept.YES
            yield Said(
                week_on=week,
                protected=protected,
                percent=100 if lately == "over" else dice.pick((75, 80, 80, 85, 85, 90)),
                supervised=met,
                used_for=dice.pick(USED_FOR),
            )

    def _met(self, number: int, *, is_late: bool) -> bool:
        """Did the two meet that week: weekly at first, then every second week, unless the plan says they did not."""
        if number in MISSED_EARLY and self.year.plan.weeks == "missed early":
            return False
        if is_late and self.year.plan.weeks == "missed":
            return False
        return number < 6 or number % 2 == 0

    def _at(self, on: date) -> datetime:
        return self.year.at(on, "week")
