"""Why not yet: one step as a tree in sentences, as the person, her manager and the academy see it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from academy.engines.facts.facts import Fact
from academy.engines.requirements.cases import Case
from academy.engines.requirements.results import Result
from academy.engines.requirements.walks import IN_WORDS, Tally, tally_of
from academy.identity.actor import Actor
from academy.people.models import Vacancy
from academy.people.selectors.vacancies import vacancies_for
from academy.ui.charts.blocks import Blocks
from academy.ui.states import State
from pathways.schema.ladder import Pathway, Rung, Step
from pathways.selectors.judging import PartJudged, StepJudged, cases_of, judge_pathway, judge_step
from pathways.selectors.standings import Standing

MOST_SOURCES = 3


@dataclass(frozen=True)
class Source:
    """What meets a requirement, as the app says it that knows; its page for the person herself."""

    says: str
    link: str = ""


@dataclass(frozen=True)
class Line:
    """One requirement as the page shows it. `link` is for the person herself, empty for others. `options` are the ways
    to meet it where one of several is enough and none is there yet; `note` stands beside an option."""

    what: str
    says: str
    state: State
    action: str = ""
    link: str = ""
    help: str = ""
    note: str = ""
    sources: tuple[Source, ...] = ()
    parts: tuple["Line", ...] = ()
    options: tuple["Line", ...] = ()


@dataclass(frozen=True)
class Way:
    """A pathway to look at, and how it stands."""

    pathway: Pathway
    line: Line
    is_shown: bool
    is_chosen: bool


@dataclass(frozen=True)
class Why:
    """A step with everything the page says of it; `case` holds what it was judged from."""

    standing: Standing
    case: Case
    judged: StepJudged
    start: Rung
    end: Rung
    lines: tuple[Line, ...]
    gates: tuple[Line, ...]
    ways: tuple[Way, ...]
    tally: Tally

    @property
    def step(self) -> Step:
        return self.judged.step

    @property
    def shown(self) -> Pathway | None:
        """The pathway looked at; None where one is still to be chosen."""
        return self.judged.pathway

    @property
    def blocks(self) -> Blocks:
        """How all of it stands, one block for each thing."""
        number = len(self.tally.blocks)
        title = f"{number} requirement{'' if number == 1 else 's'} for {self.end.brief}"
        shapes = tuple(standing.state.shape for standing in self.tally.blocks)
        key = tuple((standing.state.shape, f"{count} {IN_WORDS[standing]}") for standing, count in self.tally.counts)
        return Blocks(title, shapes, key)

    @property
    def is_chosen(self) -> bool:
        """Is the pathway looked at the one she chose?"""
        return self.shown is None or self.shown == self.standing.pathway


def why(standing: Standing, step: Step, *, pathway: Pathway | None, on: date, is_own: bool) -> Why:
    """How a step stands on the day by a pathway, or by any of them. As many queries as her facts need."""
    case = case_of(standing, on=on)
    judged = judge_step(standing.ladder, step, case, pathway=pathway)
    return Why(
        standing=standing,
        case=case,
        judged=judged,
        start=standing.ladder.rung(step.start),
        end=standing.ladder.rung(step.end),
        lines=tuple(line_of(part.result, is_own=is_own) for part in (*judged.asked, *_way_shown(judged))),
        gates=tuple(line_of(part.result, is_own=is_own) for part in judged.gates),
        ways=tuple(_ways(standing, step, case, shown=pathway)),
        tally=tally_for(judged),
    )


def case_of(standing: Standing, *, on: date) -> Case:
    """What one standing is judged from."""
    return cases_of([standing], on=on)[standing.person_id, standing.organisation.pk]


def pathway_shown(standing: Standing, step: Step, asked: str) -> Pathway | None:
    """The pathway to look at: the one asked for if the step leads by it, else the one she chose, else none."""
    ways = standing.ladder.pathways_of(step)
    wanted = next((way for way in ways if way.code == asked), None)
    return wanted or (standing.pathway if standing.pathway in ways else None)


def vacancies_above(found: Why, actor: Actor) -> list[Vacancy]:
    """The vacancies of the grade above that the reader could apply for, where the step waits for one; one query."""
    if not found.step.needs_vacancy or found.end.grade is None:
        return []
    here = vacancies_for(actor).filter(organisation_id=found.standing.organisation.pk)
    return list(here.filter(grade__code=found.end.grade))


def line_of(result: Result, *, is_own: bool, note: str = "") -> Line:
    """A requirement with what it is made of, in the order of the policy."""
    is_choice = result.is_choice and not result.is_met
    parts = () if result.is_choice else tuple(line_of(part, is_own=is_own) for part in result.parts)
    return Line(
        what=result.what,
        says=result.says,
        state=result.standing.state,
        action=result.action if is_own and not parts else "",
        link=result.link if is_own and not parts else "",
        help="" if result.is_met else result.help,
        note=note,
        sources=() if parts else tuple(_sources(result, is_own=is_own)),
        parts=parts,
        options=tuple(_options(result.parts, is_own=is_own)) if is_choice else (),
    )


def _options(parts: Sequence[Result], *, is_own: bool) -> Iterator[Line]:
    """The ways to meet a choice: the soonest first, where facts tell which that is; else in the order of the policy."""
    days = sorted(part.expected for part in parts if part.expected is not None)
    quickest = days[0] if len(days) == 1 or (days and days[0] < days[1]) else None
    for part in sorted(parts, key=lambda each: each.expected or date.max):
        is_quickest = quickest is not None and part.expected == quickest
        yield line_of(part, is_own=is_own, note=f"The quickest of the {len(parts)}." if is_quickest else "")


def _sources(result: Result, *, is_own: bool) -> Iterator[Source]:
    """The newest of what meets it, unless the sentence says the same."""
    facts: Iterable[Fact] = sorted(result.facts, key=lambda fact: fact.on, reverse=True)
    told = (fact for fact in facts if fact.source and fact.source.rstrip(".") not in result.says)
    sources = dict.fromkeys(Source(fact.source, fact.link if is_own else "") for fact in told)
    yield from list(sources)[:MOST_SOURCES] if result.is_met else ()


def _way_shown(judged: StepJudged) -> Iterator[PartJudged]:
    if judged.way is not None and judged.pathway is not None:
        yield judged.way


def _ways(standing: Standing, step: Step, case: Case, *, shown: Pathway | None) -> Iterator[Way]:
    for way in standing.ladder.pathways_of(step):
        line = line_of(judge_pathway(way, case), is_own=False)
        yield Way(way, line, is_shown=way == shown, is_chosen=way == standing.pathway)


def tally_for(judged: StepJudged) -> Tally:
    """How a step stands in numbers of things: what is asked, each part of the pathway, and the gates."""
    return tally_of(_counted(judged))


def _counted(judged: StepJudged) -> Iterator[Result]:
    yield from (part.result for part in judged.asked)
    if judged.way is not None:
        yield from judged.way.result.parts if judged.pathway is not None else [judged.way.result]
    yield from (part.result for part in judged.gates)
