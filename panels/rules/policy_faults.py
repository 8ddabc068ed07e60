"""Where parts of a panel policy contradict each other: codes used twice, criteria nobody could judge, what is asked for
another purpose."""

from collections.abc import Iterator
from itertools import chain, combinations

from academy.engines.reference.faults import Fault, repeats
from panels.choices.judging import Overall, Standing
from panels.choices.outcomes import OF_PROGRESSION, Outcome
from panels.choices.panels import Names
from panels.rules.parts_of_policy import CriteriaSet, Criterion
from panels.rules.policy import PLAIN, PanelRules
from pathways.choices import SittingPurpose

HEIGHT = {Standing.NOT_MET: 0, Standing.BORDERLINE: 1, Standing.MET: 2}
ALWAYS = (Outcome.PROGRESSED, Outcome.NOT_YET)
# What moderation of an ASYE takes from its programme, or never asks.
NOT_OF_MODERATION = ("criteria", "checks", "outcomes", "plan_needs")


def contradictions(rules: PanelRules, *, purpose: SittingPurpose) -> list[Fault]:
    """Everything in a policy that contradicts something else in it or is not for such a panel, each with where it
    stands and what to do about it."""
    of_purpose = _of_moderation(rules) if purpose == SittingPurpose.MODERATION else _of_progression(rules)
    return [*_repeated(rules), *_times(rules), *_spread(rules), *of_purpose]


def _repeated(rules: PanelRules) -> Iterator[Fault]:
    yield from repeats(rules, "criteria", "checks")
    for number, each in enumerate(rules.criteria):
        at = ("criteria", number)
        yield from repeats(each, "criteria", at=at)
        for place, criterion in enumerate(each.criteria):
            yield from repeats(criterion, "levels", at=(*at, "criteria", place))


def _times(rules: PanelRules) -> Iterator[Fault]:
    if rules.answer_days > rules.review_days:
        yield ("answer_days",), f"a review is due after {rules.review_days} days. Ask for an answer before"


def _spread(rules: PanelRules) -> Iterator[Fault]:
    """Views of the whole are compared as a criterion is, so reviews may always be as far apart as these."""
    criteria = (criterion for each in rules.criteria for criterion in each.criteria)
    widest = max(chain((len(Overall) - 1,), (len(criterion.levels) - 1 for criterion in criteria)))
    if rules.triggers.spread > widest:
        yield ("triggers", "spread"), f"reviews are at most {widest} levels apart here. Ask for no more, or say 0"


def _of_moderation(rules: PanelRules) -> Iterator[Fault]:
    """An ASYE is judged by the five tests, without names (D1-63, D1-65), and jointly only where both services sit."""
    if rules.names == Names.NAMED:
        yield ("names",), "an ASYE is read without names. Say blind or throughout"
    if rules.moderation.is_joint and not rules.both_services:
        yield ("both_services",), "a joint panel has members of both services. Say true"
    for name in NOT_OF_MODERATION:
        if getattr(rules, name) != getattr(PLAIN, name):
            yield (name,), "moderation takes this from the ASYE programme and its five tests. Leave it out"


def _of_progression(rules: PanelRules) -> Iterator[Fault]:
    yield from _outcomes(rules)
    yield from _default_set(rules)
    yield from _overlaps(rules)
    yield from _levels(rules)
    if rules.moderation != PLAIN.moderation:
        yield ("moderation",), "this is about the ASYE alone. Leave it out, and say it in the policy for moderation"


def _outcomes(rules: PanelRules) -> Iterator[Fault]:
    for number, outcome in enumerate(rules.outcomes):
        if outcome not in OF_PROGRESSION:
            yield ("outcomes", number), f"{outcome} is said of an ASYE alone. Open here: {', '.join(OF_PROGRESSION)}"
    missing = [outcome.value for outcome in ALWAYS if outcome not in rules.outcomes]
    if missing:
        yield ("outcomes",), f"a panel can say yes and not yet. Add {' and '.join(missing)}"


def _default_set(rules: PanelRules) -> Iterator[Fault]:
    if not any(each.is_default for each in rules.criteria):
        yield ("criteria",), "no set is for all the other steps. Add one without for_steps and for_pathways"


def _overlaps(rules: PanelRules) -> Iterator[Fault]:
    """Of two sets that are as closely written, none is for a case of the other."""
    for (_, one), (number, other) in combinations(enumerate(rules.criteria), 2):
        if one.narrowness == other.narrowness and _meet(one, other):
            yield ("criteria", number), f"{one.code} is for the same cases. Give each step and pathway one set"


def _meet(one: CriteriaSet, other: CriteriaSet) -> bool:
    steps, pathways = set(one.for_steps) & set(other.for_steps), set(one.for_pathways) & set(other.for_pathways)
    return (bool(steps) or not one.for_steps) and (bool(pathways) or not one.for_pathways)


def _levels(rules: PanelRules) -> Iterator[Fault]:
    for number, each in enumerate(rules.criteria):
        for place, criterion in enumerate(each.criteria):
            said = _of_levels(criterion)
            if said:
                yield ("criteria", number, "criteria", place, "levels"), said


def _of_levels(criterion: Criterion) -> str:
    standings = [level.standing for level in criterion.levels]
    if not {Standing.MET, Standing.NOT_MET} <= set(standings):
        return "one level means met, and one not_met. Add the missing one"
    heights = [HEIGHT[standing] for standing in standings]
    return "" if heights == sorted(heights) else "they go from the lowest to the highest: not_met, borderline, met"
