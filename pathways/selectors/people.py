"""How the next step of many people stands, for who manages or oversees them. Constant in queries, linear in people."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from academy.engines.requirements.walks import Tally
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.models import Terms
from academy.people.querysets import holds_on
from academy.people.selectors.directory import called
from pathways.choices import AgreementState, ChoiceState
from pathways.models import Agreement, Choice
from pathways.schema.ladder import Rung, Step
from pathways.selectors.judging import StepJudged, cases_of, judge_step
from pathways.selectors.ladders import Ladder, ladders_in_force
from pathways.selectors.planning import Outlook, closings_by_place, outlook_of
from pathways.selectors.seeing import people_seen, standings_seen
from pathways.selectors.standings import Standing
from pathways.selectors.why import tally_for


@dataclass(frozen=True)
class Ahead:
    """Where somebody stands, and how her next step does; without a step where none leads on."""

    standing: Standing
    judged: StepJudged | None = None
    outlook: Outlook | None = None

    @property
    def step(self) -> Step | None:
        return self.judged.step if self.judged else None

    @property
    def above(self) -> Rung | None:
        """The rung her next step leads to."""
        return self.standing.ladder.rung(self.judged.step.end) if self.judged else None

    @property
    def tally(self) -> Tally | None:
        """How many of the things it asks stand how."""
        return tally_for(self.judged) if self.judged else None


@dataclass(frozen=True)
class PersonAhead:
    """A line of the list: somebody, each of her standings, and how many things she asked for wait to be agreed."""

    person: Person
    aheads: tuple[Ahead, ...]
    waiting: int


@dataclass(frozen=True)
class WantedPeople:
    """What is asked for; empty asks for nothing. `rung` is `ladder's id:rung`."""

    name: str = ""
    rung: str = ""
    is_waiting: bool = False


def judged_ahead(
    standings: Mapping[int, Sequence[Standing]], *, on: date, every_step: bool = False
) -> dict[int, list[Ahead]]:
    """How the next step of each of these people stands, one for each of her standings; with `every_step` each step that
    leads on. As many queries for many people as for one. The caller answers for who may know."""
    every = [each for own in standings.values() for each in own]
    cases = cases_of(every, on=on)
    places = {(each.organisation.pk, str(step.purpose)) for each in every for step in each.steps if step.has_panel}
    sittings = closings_by_place(places, on=on) if places else {}

    def judged(standing: Standing, step: Step) -> Ahead:
        place = standing.organisation.pk
        pathway = standing.pathway if standing.pathway in standing.ladder.pathways_of(step) else None
        found = judge_step(standing.ladder, step, cases[standing.person_id, place], pathway=pathway)
        return Ahead(standing, found, outlook_of(found, sittings.get((place, str(step.purpose)), []), on=on))

    def aheads(standing: Standing) -> list[Ahead]:
        steps = standing.steps if every_step else standing.steps[:1]
        return [judged(standing, step) for step in steps] or [Ahead(standing)]

    return {pk: [each for standing in own for each in aheads(standing)] for pk, own in standings.items()}


def people_wanted(actor: Actor, wanted: WantedPeople) -> QuerySet[Person]:
    """The people whose standing the actor may see and asks for, by family name."""
    people = called(people_seen(actor), wanted.name)
    if wanted.rung:
        people = people.filter(Exists(_on_rung(actor, wanted.rung).filter(post__person_id=OuterRef("pk"))))
    if wanted.is_waiting:
        choices = Choice.objects.visible_to(actor).filter(state=ChoiceState.ASKED, journey__person_id=OuterRef("pk"))
        agreements = Agreement.objects.visible_to(actor).filter(state=AgreementState.ASKED, person_id=OuterRef("pk"))
        people = people.filter(Exists(choices) | Exists(agreements))
    return people.order_by("family_name", "given_name", "pk")


def rows_of(people: Sequence[Person], actor: Actor) -> list[PersonAhead]:
    """The people of one page with everything shown of them, in a number of queries that does not grow with them."""
    ids = [person.pk for person in people]
    found = judged_ahead(standings_seen(ids, actor), on=actor.on) if ids else {}
    waiting = Counter(_waiting(ids, actor)) if ids else Counter()
    return [PersonAhead(person, tuple(found[person.pk]), waiting[person.pk]) for person in people]


def steps_ahead(person: Person, actor: Actor) -> list[Ahead]:
    """Every step that leads on from where somebody stands, as far as the actor may see it."""
    return judged_ahead(standings_seen([person.pk], actor), on=actor.on, every_step=True)[person.pk]


def rungs_to_filter(actor: Actor) -> list[tuple[str, str]]:
    """The rungs of the ladders in force where the actor belongs, for a filter. One query."""
    ladders = ladders_in_force(actor.reaches, on=actor.on)
    return [
        (f"{ladder.version.pk}:{rung.code}", _rung_words(ladder, rung, ladders))
        for ladder in ladders
        for rung in ladder.rungs
    ]


def _rung_words(ladder: Ladder, rung: Rung, ladders: Sequence[Ladder]) -> str:
    return rung.name if len(ladders) == 1 else f"{rung.name} – {ladder.version.title}"


def _on_rung(actor: Actor, code: str) -> QuerySet[Terms]:
    """What holds on the day in posts that stand on a rung: by its grade, level and jobs, as far as it names them; where
    it names no level, none that another rung of the grade names."""
    held = Terms.objects.filter(holds_on(actor.on), holds_on(actor.on, "post__"))
    for ladder in ladders_in_force(actor.reaches, on=actor.on):
        for rung in ladder.rungs:
            if f"{ladder.version.pk}:{rung.code}" == code:
                return held.filter(_describes(rung, ladder), post__organisation=ladder.version.organisation)
    return held.none()


def _describes(rung: Rung, ladder: Ladder) -> Q:
    found = Q()
    if rung.grade is not None:
        found &= Q(grade__code=rung.grade)
    if rung.level is not None:
        found &= Q(level__code=rung.level)
    elif rung.grade is not None:
        named = [each.level for each in ladder.rungs if each.grade == rung.grade and each.level is not None]
        found &= Q(level=None) | ~Q(level__code__in=named)
    if rung.job_roles:
        found &= Q(job_role__code__in=rung.job_roles)
    if ladder.version.service_kind:
        found &= Q(team__service__kind=ladder.version.service_kind)
    return found


def _waiting(ids: Collection[int], actor: Actor) -> Iterable[int]:
    """The person of each choice and each agreement that waits, as far as the actor may see it; two queries."""
    choices = Choice.objects.visible_to(actor).filter(state=ChoiceState.ASKED, journey__person_id__in=ids)
    yield from choices.values_list("journey__person_id", flat=True)
    agreements = Agreement.objects.visible_to(actor).filter(state=AgreementState.ASKED, person_id__in=ids)
    yield from agreements.values_list("person_id", flat=True)
