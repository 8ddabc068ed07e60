"""How somebody's posts unfold: spells of work with first days, drawn from a career. Pure."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from academy.config.demo.days import Days
from academy.config.demo.dice import Dice
from academy.config.demo.reading import Career, Step, TeamPlan

DAY = timedelta(days=1)
FLEXIBLE = "Flexible working agreed"
MOVED = "Moved team"
# Of a hundred people who could, so many work part time later, and so many came from another team.
PART_TIMERS = 22
MOVERS = 18


@dataclass(frozen=True)
class Spell:
    """Work of one kind in one team, from a first to a last day; without a last day it goes on."""

    from_on: date
    until_on: date | None
    team: str
    step: Step


@dataclass(frozen=True)
class Sketch:
    """One invented person of the crowd: her name, her career, and what she did when."""

    given: str
    family: str
    organisation: str
    plan: TeamPlan
    career: Career
    spells: tuple[Spell, ...]

    @property
    def from_on(self) -> date:
        return self.spells[0].from_on

    @property
    def until_on(self) -> date | None:
        return self.spells[-1].until_on

    @property
    def leads(self) -> list[Spell]:
        """When she led a team, acting up included."""
        return [spell for spell in self.spells if spell.step.job == "team-manager"]


def spells_of(career: Career, plan: TeamPlan, *, days: Days, dice: Dice, others: list[str]) -> tuple[Spell, ...]:
    """Spells without a gap: each ends the day before the next begins, the last with the post if she left.

    `others` are teams of the same service that she may have come from.
    """
    begun = [(days.months_ago(dice.between(*step.months)), plan.team, step) for step in career.steps]
    if career.left is None and len(begun) == 1 and others and dice.happens(MOVERS):
        begun = _moved(begun[0], days, dice, from_team=dice.pick(others))
    if career.left is None and career.writes in ("practitioner", "therapist", "support") and dice.happens(PART_TIMERS):
        begun = _fewer_hours(begun, days, dice)
    last = days.months_ago(dice.between(*career.left)) - DAY if career.left else None
    ends = [following[0] - DAY for following in begun[1:]]
    return tuple(
        Spell(from_on, until_on, team, step)
        for (from_on, team, step), until_on in zip(begun, [*ends, last], strict=True)
    )


Begun = tuple[date, str, Step]


def _moved(only: Begun, days: Days, dice: Dice, *, from_team: str) -> list[Begun]:
    from_on, team, step = only
    moved_on = days.months_ago(dice.between(4, 16))
    if moved_on <= from_on:
        return [only]
    return [(from_on, from_team, step), (moved_on, team, replace(step, reason=MOVED))]


def _fewer_hours(begun: list[Begun], days: Days, dice: Dice) -> list[Begun]:
    from_on, team, step = begun[-1]
    changed_on = days.months_ago(dice.between(2, 20))
    if changed_on <= from_on:
        return begun
    fte = dice.pick(("0.50", "0.60", "0.60", "0.80", "0.80", "0.80", "0.90"))
    return [*begun, (changed_on, team, replace(step, fte=fte, reason=FLEXIBLE))]
