"""Who must agree to a request, in which order and why (S0-65, S2-112; limits are the policy's)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from academy.training.choices import Applies, AwardType, Decider
from academy.training.rules.policies import PolicyLine, StageLimit, Terms
from academy.training.rules.requests import Words
from academy.ui.wording import beginning, within

LOWEST_FIRST = tuple(Decider)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What of a request calls for more than the line manager: pounds together, working days, kind of award."""

    cost: Decimal = Decimal(0)
    days: Decimal = Decimal(0)
    award_type: str = AwardType.NONE


@dataclass(frozen=True)
class StageNeeded:
    """A decision that is needed, and the sentence that says which limit asks for it."""

    decider: Decider
    because: str = ""


def stages_needed(wanted: Wanted, terms: Terms, *, there_are: Collection[str]) -> tuple[StageNeeded, ...]:
    """The decisions a request needs, lowest first; empty when one of them has nobody to make it.

    `there_are` are the deciders for whom somebody other than the person herself is there. The line manager always
    decides first; where a decider is missing, the next one up does, else the next one down, and the sentence says so.
    """
    needed = [StageNeeded(Decider.LINE_MANAGER), *_over_limits(wanted, terms.stages)]
    standing = [_standing(each, there_are) for each in needed]
    return () if None in standing else _merged([each for each in standing if each is not None])


def limits_passed(wanted: Wanted, limit: StageLimit) -> list[str]:
    """Each limit the request passes, as words: "Cost over £500"."""
    passed = []
    if limit.cost_over is not None and wanted.cost > limit.cost_over:
        passed.append(f"cost over £{limit.cost_over:,}")
    if limit.days_over is not None and wanted.days > limit.days_over:
        passed.append(f"more than {limit.days_over} {'day' if limit.days_over == 1 else 'days'}")
    if wanted.award_type in limit.awards:
        passed.append(AwardType(wanted.award_type).label.lower())
    return passed


def lines_that_apply(lines: Iterable[PolicyLine], words: Words, *, is_outside: bool) -> tuple[PolicyLine, ...]:
    """The lines of the policy that speak to a request."""
    spoken_to = {
        Applies.ALWAYS: True,
        Applies.OUTSIDE: is_outside,
        Applies.COST: words.cost > 0,
        Applies.AWARD: words.award_type not in (AwardType.NONE, AwardType.CERTIFICATE),
    }
    return tuple(line for line in lines if spoken_to[Applies(line.applies)])


def _over_limits(wanted: Wanted, limits: tuple[StageLimit, ...]) -> list[StageNeeded]:
    asked = [(limit, limits_passed(wanted, limit)) for limit in limits]
    return [StageNeeded(Decider(limit.decider), _sentence(passed)) for limit, passed in asked if passed]


def _standing(needed: StageNeeded, there_are: Collection[str]) -> StageNeeded | None:
    """The same decision with somebody who is there to make it."""
    if needed.decider in there_are:
        return needed
    place = LOWEST_FIRST.index(needed.decider)
    above, below = LOWEST_FIRST[place + 1 :], LOWEST_FIRST[1:place]
    stands_in = next((each for each in (*above, *reversed(below)) if each in there_are), None)
    if stands_in is None:
        return None
    missing = f"there is no {needed.decider.label.lower()} to ask"
    return StageNeeded(stands_in, _sentence([*filter(None, [needed.because]), missing]))


def _merged(stages: list[StageNeeded]) -> tuple[StageNeeded, ...]:
    """One decision for each decider, lowest first, with every reason for it."""
    reasons: dict[Decider, list[str]] = {}
    for each in stages:
        reasons.setdefault(each.decider, []).extend(filter(None, [each.because]))
    ordered = sorted(reasons, key=LOWEST_FIRST.index)
    return tuple(StageNeeded(decider, _sentence(reasons[decider])) for decider in ordered)


def _sentence(reasons: list[str]) -> str:
    joined = "; ".join(within(reason) for reason in reasons)
    return beginning(joined)
