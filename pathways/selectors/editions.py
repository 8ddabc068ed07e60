"""Editions of ladders to read: those of one's organisations, those shown to everybody, and all that one says."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q, QuerySet

from academy.engines.requirements.cases import Case, Wording
from academy.engines.requirements.dates import in_words
from academy.engines.requirements.node import Node
from academy.engines.requirements.results import Result
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from pathways.choices import JourneyState
from pathways.drawing.marks import NOBODY, Marks
from pathways.drawing.shapes import Picture
from pathways.drawing.tall import tall
from pathways.drawing.telling import RungTold, about, told
from pathways.drawing.wide import wide
from pathways.models import Journey, LadderVersion
from pathways.schema.ladder import Asked, LadderContent, Pathway, Rung, Step
from pathways.selectors.ladders import Ladder, ladders_in_force
from pathways.selectors.wording import words_for


@dataclass(frozen=True)
class Asks:
    """What is asked in words, of nobody in particular; `enough` says how many of its parts are, where not all."""

    what: str
    enough: str = ""
    parts: tuple["Asks", ...] = ()


@dataclass(frozen=True)
class StepSaid:
    """A step with what it asks, and the pathways it may be made by."""

    step: Step
    start: Rung
    end: Rung
    asks: tuple[Asks, ...]
    gates: tuple[Asks, ...]
    pathways: tuple[Pathway, ...]


@dataclass(frozen=True)
class PathwaySaid:
    """A pathway with what is asked before it and in each of its stages."""

    pathway: Pathway
    before: Asks | None
    stages: tuple[tuple[str, Asks], ...]


@dataclass(frozen=True)
class Map:
    """A ladder as two pictures, as a sentence and as a list."""

    wide: Picture
    tall: Picture
    title: str
    about: str
    told: tuple[RungTold, ...]


@dataclass(frozen=True)
class EditionSaid:
    """All that an edition says, of nobody in particular."""

    content: LadderContent
    map: Map
    hows: tuple[tuple[Rung, str], ...]
    steps: tuple[StepSaid, ...]
    pathways: tuple[PathwaySaid, ...]


@dataclass(frozen=True)
class EditionLine:
    """An edition in a list: when it holds, in words."""

    version: LadderVersion
    words: str
    is_in_force: bool


@dataclass(frozen=True)
class LadderLine:
    """A ladder of an organisation with all its editions, the newest first."""

    title: str
    organisation: Organisation
    editions: tuple[EditionLine, ...]


def editions_seen(actor: Actor) -> QuerySet[LadderVersion]:
    """The editions of the organisations one belongs to that were not withdrawn, and those of one's own journeys."""
    own = Q(pk__in=Journey.objects.filter(person_id=actor.person_id, state=JourneyState.OPEN).values("ladder"))
    kept: QuerySet[LadderVersion] = LadderVersion.objects.not_withdrawn(actor.on)
    here = Q(pk__in=kept.filter(organisation_id__in=actor.reaches).values("pk"))
    found: QuerySet[LadderVersion] = LadderVersion.objects.filter(here | own)
    return found.select_related("organisation")


def ladder_lines(actor: Actor) -> list[LadderLine]:
    """Every ladder one may read with its editions; one query."""
    rows = editions_seen(actor).order_by("organisation__name", "ladder", "-valid_from", "-pk")
    groups: dict[tuple[int, str], list[LadderVersion]] = {}
    for row in rows:
        groups.setdefault((row.organisation_id, row.ladder), []).append(row)
    return [_ladder_line(rows, on=actor.on) for rows in groups.values()]


def other_editions(version: LadderVersion, actor: Actor) -> LadderLine:
    """The edition among those of its ladder; one query."""
    rows = editions_seen(actor).filter(organisation_id=version.organisation_id, ladder=version.ladder)
    return _ladder_line(list(rows.order_by("-valid_from", "-pk")), on=actor.on)


def public_ladders(organisation: Organisation, *, on: date) -> list[Ladder]:
    """The ladders of an organisation in force that everybody may read, by title; one query."""
    return [each for each in ladders_in_force([organisation.pk], on=on) if each.version.is_public]


def edition_said(content: LadderContent, *, home: str, title: str, on: date, marks: Marks = NOBODY) -> EditionSaid:
    """All that a ladder says. One query for the names of courses, none where it asks for none."""
    keys = {key for node in _nodes(content) for key in node.keys(home)}
    case = Case(on=on, facts=(), home=home, words=_plain(words_for(keys)))
    into = {step.end: step.how for step in reversed(content.steps)}
    return EditionSaid(
        content=content,
        map=map_of(content, title=title, marks=marks),
        hows=tuple((rung, into.get(rung.code, "")) for rung in content.rungs),
        steps=tuple(_step(step, content, case) for step in content.steps),
        pathways=tuple(_pathway(way, case) for way in content.pathways),
    )


def map_of(content: LadderContent, *, title: str, marks: Marks = NOBODY) -> Map:
    """The ladder as a map, with what is told of somebody."""
    return Map(wide(content, marks), tall(content, marks), title, about(content, marks), told(content, marks))


def _ladder_line(rows: Sequence[LadderVersion], *, on: date) -> LadderLine:
    now = next((row for row in rows if _holds(row, on)), None)
    lines = tuple(EditionLine(row, _when(row, now, on=on), is_in_force=row == now) for row in rows)
    named = now or rows[0]
    return LadderLine(named.title, named.organisation, lines)


def _holds(row: LadderVersion, on: date) -> bool:
    is_over = row.valid_to is not None and row.valid_to < on
    return row.valid_from <= on and not is_over and (row.withdrawn_on is None or row.withdrawn_on > on)


def _when(row: LadderVersion, now: LadderVersion | None, *, on: date) -> str:
    first = in_words(row.valid_from)
    if row == now:
        return f"in force since {first}"
    if row.valid_from > on:
        return f"from {first}"
    return f"from {first} to {in_words(row.valid_to)}" if row.valid_to else f"from {first}, followed by a newer one"


def _nodes(content: LadderContent) -> Iterator[Node]:
    for step in content.steps:
        yield from (each.requires for each in (*step.requires, *step.gates))
    for way in content.pathways:
        yield from (stage.requires for stage in way.stages)
        if way.before is not None:
            yield way.before


def _plain(words: dict[str, Wording]) -> dict[str, Wording]:
    """Without the addresses where things are booked."""
    return {key: Wording(each.title) for key, each in words.items()}


def _step(step: Step, content: LadderContent, case: Case) -> StepSaid:
    rungs = {rung.code: rung for rung in content.rungs}
    ways = {way.code: way for way in content.pathways}
    return StepSaid(
        step=step,
        start=rungs[step.start],
        end=rungs[step.end],
        asks=_asked(step.requires, case),
        gates=_asked(step.gates, case),
        pathways=tuple(ways[code] for code in step.pathways),
    )


def _pathway(way: Pathway, case: Case) -> PathwaySaid:
    stages = tuple((stage.title, _beside(_asks(stage.requires.judge(case)), stage.title)) for stage in way.stages)
    return PathwaySaid(way, _asks(way.before.judge(case)) if way.before is not None else None, stages)


def _beside(asks: Asks, title: str) -> Asks:
    """What is asked beside a title: nothing where that says it already."""
    return replace(asks, what="") if asks.what.casefold() == title.casefold() else asks


def _asked(asked: Iterable[Asked], case: Case) -> tuple[Asks, ...]:
    return tuple(_asks(each.requires.judge(case)) for each in asked)


def _asks(result: Result) -> Asks:
    """The words of a requirement, which the engine says beside how it stands."""
    enough = ""
    if result.is_choice and " of these" not in result.what and " any " not in result.what:
        enough = "any one of these" if result.least == 1 else f"any {result.least} of these"
    return Asks(result.what, enough, tuple(_asks(part) for part in result.parts))
