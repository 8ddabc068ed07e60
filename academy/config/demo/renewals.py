"""How far everybody is with renewing on the day of loading: in the window some acts are noted, outside it none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from academy.config.demo.acting import actor
from academy.config.demo.days import Days, moment
from academy.config.demo.dice import Dice
from academy.development.models import Entry, RenewalAct
from academy.development.rules.renewals import Asks, Cycle, acts_asked, cycle_of
from academy.development.selectors.regulators import asks_in_force
from academy.development.services.renewals import choose, note
from academy.people.models import Registration
from academy.people.querysets import holds_on

REGULATOR = "swe"
# The practitioner sat down so many days before the window closes: on 2 November.
SAT_DOWN = 28
# Of a hundred colleagues so many have noted an act by the end of the window; before that fewer.
NOTED = {"cpd": 78, "form": 74, "fee": 66}


@dataclass(frozen=True)
class Renewals:
    """The season of one regulator on the day of loading."""

    days: Days
    asks: Asks

    @property
    def cycle(self) -> Cycle:
        return cycle_of(self.asks, self.days.on)

    @property
    def past_days(self) -> int:
        """How many days of the window have passed; none outside it."""
        return max(0, (self.days.yesterday - self.cycle.opens_on).days) if self.cycle.is_open(self.days.on) else 0

    def of_the_practitioner(self, pieces: Sequence[Entry]) -> None:
        """She chose her pieces and, when there was time, sent CPD and form; the fee is still to be paid."""
        author = pieces[0].author
        on = min(self.cycle.closes_on - timedelta(days=SAT_DOWN), self.days.yesterday)
        if not self.cycle.starts_on <= on:
            return
        by = actor(author, pieces[0].organisation, on)
        at = max(moment(on, Dice("renewal", author.full_name)), *(entry.kept_at for entry in pieces if entry.kept_at))
        choose(regulator=REGULATOR, entries=pieces, by=by, at=at)
        if self.cycle.is_open(on):
            for act in ("cpd", "form"):
                note(regulator=REGULATOR, act=act, done_on=on, by=by, at=at + timedelta(minutes=10))

    def of_everybody_else(self, *, but: int) -> int:
        """What everybody else noted, in bulk; returns how many acts."""
        rows = Registration.objects.filter(holds_on(self.days.on), regulator=REGULATOR).exclude(person_id=but)
        return len(RenewalAct.objects.bulk_create(each for row in rows.order_by("pk") for each in self._acts(row)))

    def _acts(self, row: Registration) -> Iterator[RenewalAct]:
        for act in acts_asked(self.asks, self.cycle, row.from_on):
            dice = Dice("renewal", row.number, act.code)
            after = dice.below(self._window_days)
            if after >= self.past_days or not dice.happens(NOTED[act.code]):
                continue
            done_on = max(self.cycle.opens_on + timedelta(days=after), row.from_on)
            yield RenewalAct(
                person_id=row.person_id,
                regulator=REGULATOR,
                closes_on=self.cycle.closes_on,
                act=act.code,
                done_on=done_on,
                noted_at=moment(done_on, dice),
            )

    @property
    def _window_days(self) -> int:
        return (self.cycle.closes_on - self.cycle.opens_on).days + 1


def renewals(days: Days) -> Renewals:
    """The season as the regulator's edition of that day says it."""
    return Renewals(days, asks_in_force(days.on)[REGULATOR])
