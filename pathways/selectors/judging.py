"""How the steps ahead of people stand: every requirement judged from their facts. Of many people at once.

What comes out is said to people; nobody's progression is decided by it (D1-54, D5-05).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from academy.engines.facts.providers import facts_of
from academy.engines.requirements.cases import Case
from academy.engines.requirements.composition import all_of, any_of
from academy.engines.requirements.results import Result
from pathways.schema.ladder import Asked, Pathway, Step
from pathways.selectors.ladders import Ladder
from pathways.selectors.standings import Standing
from pathways.selectors.wording import words_for


@dataclass(frozen=True)
class PartJudged:
    """One thing a step asks, and how it stands. `code` is the ladder's; `weeks` how long it takes to put together."""

    code: str
    result: Result
    weeks: int = 0
    is_evidence: bool = True


@dataclass(frozen=True)
class StepJudged:
    """How a step stands: what it asks, the pathway, and the gates before anything is handed in.

    `pathway` is the one judged; None where one is still to be chosen or none is asked.
    """

    step: Step
    pathway: Pathway | None
    asked: tuple[PartJudged, ...]
    way: PartJudged | None
    gates: tuple[PartJudged, ...]

    @property
    def parts(self) -> tuple[PartJudged, ...]:
        """All of it, in the order of the policy."""
        return (*self.asked, *([self.way] if self.way else []), *self.gates)

    @property
    def evidence(self) -> Result:
        """What is to be there when something is handed in, without the gates."""
        return all_of([part.result for part in (*self.asked, *([self.way] if self.way else []))])

    @property
    def result(self) -> Result:
        """All of it as one tree."""
        return all_of([part.result for part in self.parts])


def judge_step(ladder: Ladder, step: Step, case: Case, *, pathway: Pathway | None) -> StepJudged:
    """How a step stands for the person whose case it is, by the pathway chosen or by any of them. Asks nothing of the
    database: the case holds the facts and the words.
    """
    return StepJudged(
        step=step,
        pathway=pathway,
        asked=tuple(_judged(each, case) for each in step.requires),
        way=_way(ladder, step, case, pathway=pathway),
        gates=tuple(_judged(each, case) for each in step.gates),
    )


def judge_pathway(pathway: Pathway, case: Case) -> Result:
    """How one pathway stands: what is asked before, then its stages."""
    before = [pathway.before.judge(case)] if pathway.before is not None else []
    return all_of([*before, *(stage.requires.judge(case) for stage in pathway.stages)], what=pathway.title)


def cases_of(standings: Iterable[Standing], *, on: date) -> dict[tuple[int, int], Case]:
    """The case of each standing, by person and organisation: her facts of all that the steps ahead of her ask.

    As many queries for many people as for one.
    """
    standing = list(standings)
    keys = frozenset(key for each in standing for step in each.steps for key in each.ladder.keys(step))
    facts = facts_of({each.person_id for each in standing}, on=on, keys=keys) if keys else {}
    words = words_for(keys)
    return {
        (each.person_id, each.organisation.pk): Case(
            on=on,
            facts=facts.get(each.person_id, ()),
            home=each.ladder.home,
            soon_days=each.ladder.content.soon_days,
            words=words,
        )
        for each in standing
    }


def _judged(asked: Asked, case: Case) -> PartJudged:
    return PartJudged(asked.code, asked.requires.judge(case), weeks=asked.weeks, is_evidence=asked.evidence)


def _way(ladder: Ladder, step: Step, case: Case, *, pathway: Pathway | None) -> PartJudged | None:
    ways: Sequence[Pathway] = [pathway] if pathway is not None else ladder.pathways_of(step)
    if not ways:
        return None
    results = [judge_pathway(way, case) for way in ways]
    if pathway is not None:
        return PartJudged(pathway.code, results[0])
    return PartJudged("pathway", any_of(results, what="One of the pathways, whichever is chosen and agreed"))
