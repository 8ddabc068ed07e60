"""Journeys as pages show them: what stands, what was, and whether a newer edition came after hers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from academy.identity.actor import Actor
from academy.ui.states import State
from pathways.choices import JourneyState, SittingPurpose
from pathways.models import Journey, LadderVersion, Sitting
from pathways.schema.ladder import Step
from pathways.selectors.beside import Beside, beside
from pathways.selectors.choices import ChoiceRow, called
from pathways.selectors.ladders import Ladder, ladder_of, ladders_in_force
from pathways.selectors.standings import standings_of

# What other apps open for a journey knows it by this source, and by the name `reference_of` gives it.
SOURCE = "journey"


@dataclass(frozen=True)
class JourneyView:
    """A journey with its choices, newest first; `newer` is the edition that came after hers."""

    journey: Journey
    ladder: Ladder
    choices: tuple[ChoiceRow, ...]
    newer: LadderVersion | None
    beside: tuple[Beside, ...] = ()

    @property
    def step(self) -> Step | None:
        return self.ladder.step(self.journey.step)

    @property
    def title(self) -> str:
        """From rung to rung; the step's code where the edition has it no more."""
        if self.step is None:
            return self.journey.step
        return _title(self.ladder, self.step)

    @property
    def state(self) -> State:
        return JourneyState(self.journey.state).state


def journeys_of(person_id: int | None, actor: Actor) -> list[JourneyView]:
    """Somebody's journeys as far as the actor may see them, newest first, each with its choices; as many queries for
    many as for one."""
    seen = Journey.objects.visible_to(actor).filter(person_id=person_id)
    rows = seen.select_related("ladder__organisation")
    journeys = list(rows.prefetch_related("choices__decided_by", "choices__decided_for"))
    newest = _in_force(journeys, on=actor.on)
    return [_journey_view(each, newest, actor) for each in journeys]


@dataclass(frozen=True)
class OwnJourney:
    """One's own journey: where its step leads in short, the sitting she plans towards, and which portfolio the step
    calls for, by the name of its template."""

    journey: Journey
    title: str
    towards: str
    sitting: Sitting | None
    portfolio: str

    @property
    def is_open(self) -> bool:
        return self.journey.is_open

    @property
    def words(self) -> str:
        """As in: the step to BG11, progression panel of June 2027."""
        panel = self.sitting
        said = f", {str(SittingPurpose(panel.purpose).label).lower()} of {panel.on:%B %Y}" if panel else ""
        return f"the step to {self.towards}{said}"


def own_journey(journey: Journey) -> OwnJourney:
    """The same, of a journey that was found as the actor's own. No query where ladder and sitting came with it."""
    ladder = ladder_of(journey.ladder)
    step = ladder.step(journey.step)
    return OwnJourney(
        journey=journey,
        title=journey.step if step is None else _title(ladder, step),
        towards=journey.step if step is None else ladder.rung(step.end).name,
        sitting=journey.sitting,
        portfolio="" if step is None else step.portfolio or "",
    )


def reference_of(journey: Journey) -> str:
    """The name of a journey among what other apps open for it."""
    return f"journey {journey.pk}"


def journeys_seen(actor: Actor) -> QuerySet[Journey]:
    """Journeys the actor may know of, with their ladders and sittings."""
    seen: QuerySet[Journey] = Journey.objects.visible_to(actor).select_related("ladder__organisation", "sitting")
    return seen


@dataclass(frozen=True)
class Start:
    """A step one could set out along: its code, its edition, and from where to where."""

    step: str
    ladder: LadderVersion
    title: str


def starts_of(actor: Actor) -> list[Start]:
    """The steps ahead of somebody in organisations where no journey of hers is under way."""
    if actor.person_id is None:
        return []
    standings = standings_of([actor.person_id], on=actor.on)[actor.person_id]
    under_way = {each.organisation.pk for each in standings if each.journey is not None}
    return [
        Start(step.code, each.ladder.version, _title(each.ladder, step))
        for each in standings
        if each.organisation.pk not in under_way
        for step in each.steps
    ]


def editions_within(actor: Actor) -> QuerySet[LadderVersion]:
    """Editions of the ladders of organisations one belongs to, whichever are in force."""
    return LadderVersion.objects.filter(organisation_id__in=actor.reaches)


def newer_edition(journey: Journey, *, on: date) -> LadderVersion | None:
    """The edition in force of the journey's ladder, where it is not the journey's own; None for one that has ended."""
    return _newer(journey, _in_force([journey], on=on))


def _title(ladder: Ladder, step: Step) -> str:
    return f"{ladder.rung(step.start).name} to {ladder.rung(step.end).name}"


def _in_force(journeys: Iterable[Journey], *, on: date) -> dict[tuple[int, str], LadderVersion]:
    places = {each.organisation_id for each in journeys if each.is_open}
    ladders = ladders_in_force(places, on=on) if places else []
    return {(each.version.organisation_id, each.version.ladder): each.version for each in ladders}


def _newer(journey: Journey, newest: dict[tuple[int, str], LadderVersion]) -> LadderVersion | None:
    found = newest.get((journey.organisation_id, journey.ladder.ladder)) if journey.is_open else None
    return found if found is not None and found.pk != journey.ladder_id else None


def _journey_view(journey: Journey, newest: dict[tuple[int, str], LadderVersion], actor: Actor) -> JourneyView:
    choices = tuple(ChoiceRow(each, called(each)) for each in journey.choices.all())
    ladder = ladder_of(journey.ladder)
    shown = beside(journey, ladder.step(journey.step), actor)
    return JourneyView(journey, ladder, choices, _newer(journey, newest), shown)
