"""My pathway: somebody's ladder with where she stands on it, what lies behind her and what is ahead."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse

from academy.engines.requirements.cases import Case
from academy.engines.requirements.dates import in_words
from academy.engines.requirements.results import Standing as Stands
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.models import Terms
from academy.people.rules.grades import GradeSpell
from academy.people.selectors.grades import grade_history
from academy.people.selectors.vacancies import vacancies_for
from academy.ui.states import Shape, State
from pathways.choices import AgreedBy
from pathways.drawing.letters import in_numbers
from pathways.drawing.marks import BEGUN, DONE, Marks
from pathways.models import LadderVersion
from pathways.rules.graph import Arrow, reached_from
from pathways.rules.standing import Place, rung_of
from pathways.rules.stood import Stretch, latest_of
from pathways.schema.ladder import Rung, Step
from pathways.selectors.beside import Beside, beside
from pathways.selectors.deciders import deciders_for
from pathways.selectors.editions import Map, map_of
from pathways.selectors.journeys import newer_edition
from pathways.selectors.judging import judge_step
from pathways.selectors.standings import Standing
from pathways.selectors.why import case_of, tally_for


@dataclass(frozen=True)
class Row:
    """A rung in the table: its benchmark, how it is reached, and how it stands for her; `link` leads to more."""

    rung: Rung
    how: str
    state: State | None = None
    says: str = ""
    link: str = ""
    vacancies: int = 0


@dataclass(frozen=True)
class Roadmap:
    """The page: `lead` are its first sentences, `steps` lead on, `newer` is the edition that came after hers."""

    standing: Standing
    lead: tuple[str, ...]
    map: Map
    rows: tuple[Row, ...]
    steps: tuple[tuple[Step, str], ...]
    history: tuple[GradeSpell, ...]
    newer: LadderVersion | None
    beside: tuple[Beside, ...] = ()

    @property
    def is_choosing(self) -> bool:
        """Is there a pathway to choose, and none chosen?"""
        return self.standing.pathway is None and any(step.pathways for step, _ in self.steps)


def roadmap_of(standing: Standing, person: Person, actor: Actor) -> Roadmap:
    """Everything the page shows of one standing of hers; as many queries however long the ladder is."""
    on = actor.on
    case = case_of(standing, on=on)
    stood = _stood(standing, on=on)
    marks = _marks(standing, case, stood, name=person.given_name)
    newer = newer_edition(standing.journey, on=on) if standing.journey is not None else None
    return Roadmap(
        standing=standing,
        lead=tuple(_lead(standing, newer, on=on)),
        map=map_of(standing.ladder.content, title=_title(standing), marks=marks),
        rows=tuple(_rows(standing, case, actor, marks=marks, stood=stood)),
        steps=tuple((step, _address(standing, step)) for step in standing.steps),
        history=tuple(grade_history(person.pk, organisations=[standing.organisation.pk])),
        newer=newer,
        beside=_beside(standing, actor),
    )


def _beside(standing: Standing, actor: Actor) -> tuple[Beside, ...]:
    journey = standing.journey
    return beside(journey, standing.ladder.step(journey.step) if journey else None, actor)


def marks_of(standing: Standing, person: Person, *, on: date) -> Marks:
    """What a map tells of her."""
    return _marks(standing, case_of(standing, on=on), _stood(standing, on=on), name=person.given_name)


def _marks(standing: Standing, case: Case, stood: dict[str, Stretch], *, name: str) -> Marks:
    here = standing.rung.code if standing.rung else ""
    arrows = [Arrow(step.start, step.end) for step in standing.ladder.steps]
    behind = frozenset(rung.code for rung in standing.ladder.rungs if here in reached_from(rung.code, arrows))
    return Marks(
        here=here,
        name=name,
        behind=behind,
        pathway=standing.pathway.code if standing.pathway else "",
        stages=_stages(standing, case),
        stood={
            code: f"you stood here from {in_words(each.first)} to {in_words(each.last)}"
            for code, each in stood.items()
            if each.last is not None and code in behind
        },
    )


def _stages(standing: Standing, case: Case) -> dict[tuple[str, str], str]:
    """How each stage of the pathways ahead stands; nothing of those that are not begun."""
    found = {}
    for step in standing.steps:
        for way in standing.ladder.pathways_of(step):
            for stage in way.stages:
                result = stage.requires.judge(case)
                if result.is_begun:
                    found[way.code, stage.code] = DONE if result.is_met else BEGUN
    return found


def _stood(standing: Standing, *, on: date) -> dict[str, Stretch]:
    """The rungs she stands and stood on in this organisation, each with its latest stretch. One query."""
    rows = Terms.objects.filter(
        post__person_id=standing.person_id, post__organisation_id=standing.organisation.pk, from_on__lte=on
    )
    fields = ("post_id", "from_on", "until_on", "grade__code", "level__code", "job_role__code")
    found = []
    for post, first, last, grade, level, job in rows.values_list(*fields):
        rung = rung_of(Place(grade=grade or "", level=level or "", job_role=job), standing.ladder.rungs)
        if rung is not None:
            found.append(Stretch(post, rung.code, first, last if last is not None and last < on else None))
    return latest_of(found)


def _lead(standing: Standing, newer: LadderVersion | None, *, on: date) -> list[str]:
    version = standing.ladder.version
    said = [f"{version.title}, {standing.organisation.short_name}, edition {version.code}."]
    if newer is not None:
        began, since = in_words(version.valid_from), in_words(newer.valid_from)
        said.append(f"You are under the edition of {began}, with which you began; a newer one holds since {since}.")
    step = standing.steps[0] if standing.steps else None
    if step is None:
        return [*said, "No step of this ladder leads on from where you stand."] if standing.rung else said
    start, end = standing.ladder.rung(step.start), standing.ladder.rung(step.end)
    number = len(standing.ladder.pathways_of(step))
    if number:
        leads = f"pathway{' leads' if number == 1 else 's lead'}"
        said.append(f"{in_numbers(number)} {leads} from {start.name} to {end.name}.")
        said.append(_chosen(standing, on=on))
    return said


def _chosen(standing: Standing, *, on: date) -> str:
    """Which pathway she chose, and with whose agreement she may change it."""
    people = deciders_for(standing.person_id, standing.organisation.pk, role=AgreedBy.LINE_MANAGER, on=on).people
    manager = people[0].full_name if people else "your manager"
    chosen, way = standing.choice or standing.asked, standing.pathway
    if chosen is None or way is None:
        return f"You choose one, with {manager}’s agreement."
    said = f"You chose {way.title} on {in_words(chosen.asked_at.date())}"
    if standing.choice is None:
        return f"{said}; {manager} is asked to agree."
    return f"{said}; you may change it, with {manager}’s agreement."


def _rows(standing: Standing, case: Case, actor: Actor, *, marks: Marks, stood: dict[str, Stretch]) -> Iterator[Row]:
    into = {step.end: step for step in reversed(standing.ladder.steps)}
    ahead = {step.end: step for step in reversed(standing.steps)}
    open_now = _open_now(standing, actor)
    for rung in standing.ladder.rungs:
        step = into.get(rung.code)
        bare = Row(rung, step.how if step else "", vacancies=open_now[rung.grade] if step and step.needs_vacancy else 0)
        if rung.code == marks.here:
            since = f"{stood[rung.code].first:%B %Y}" if rung.code in stood else ""
            yield replace(bare, state=State(f"Here since {since}" if since else "You are here", Shape.DOING))
        elif rung.code in ahead:
            yield replace(
                bare, says=_counted(standing, ahead[rung.code], case), link=_address(standing, ahead[rung.code])
            )
        else:
            yield replace(bare, says=_elsewhere(rung, marks))


def _counted(standing: Standing, step: Step, case: Case) -> str:
    """How many of the things a step asks are met: a count of parts, never a share."""
    way = standing.pathway if standing.pathway in standing.ladder.pathways_of(step) else None
    tally = tally_for(judge_step(standing.ladder, step, case, pathway=way))
    met = tally.count(Stands.MET) + tally.count(Stands.SOON)
    return f"{met} of {len(tally.blocks)} met" if tally.blocks else "How you get there"


def _elsewhere(rung: Rung, marks: Marks) -> str:
    if rung.code in marks.behind:
        return "Behind you"
    return "" if rung.reference else "Later"


def _open_now(standing: Standing, actor: Actor) -> Counter[str | None]:
    """How many vacancies of each grade she could apply for today; one query."""
    rows = vacancies_for(actor).filter(organisation_id=standing.organisation.pk, grade__isnull=False)
    return Counter(rows.values_list("grade__code", flat=True))


def _address(standing: Standing, step: Step) -> str:
    return f"{reverse('pathways:why', args=[step.code])}?of={standing.organisation.slug}"


def _title(standing: Standing) -> str:
    rungs = standing.ladder.rungs
    return f"The ladder {rungs[0].name} to {rungs[-1].name} and its pathways"


def whom_to_ask(actor: Actor, standing: Standing | None) -> str:
    """A sentence on why there is no picture, and who can change that."""
    if standing is None:
        return "No ladder in the portal is for your post. Ask your academy whether there is one you stand on."
    people = deciders_for(standing.person_id, standing.organisation.pk, role=AgreedBy.LINE_MANAGER, on=actor.on).people
    manager = people[0].full_name if people else "your manager"
    return (
        f"Your post names no grade or job that “{standing.ladder.version.title}” knows, so the portal does not guess "
        f"where you stand. Ask {manager} to have your grade written down with your post."
    )
