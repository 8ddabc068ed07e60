"""Choices of a pathway as pages show them: what can be chosen, what was, and how long one has waited for whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from academy.engines.requirements.cases import Case
from academy.engines.requirements.results import Result
from academy.identity.actor import Actor
from academy.identity.models import Person
from pathways.choices import AgreedBy, ChoiceState
from pathways.models import Choice, Journey
from pathways.schema.ladder import Pathway, Step
from pathways.selectors.deciders import deciders_for, with_whom
from pathways.selectors.judging import cases_of
from pathways.selectors.ladders import Ladder, ladder_of
from pathways.selectors.standings import Standing, standings_of


@dataclass(frozen=True)
class Option:
    """A pathway to choose, and how what it asks beforehand stands; `before` is None where it asks nothing."""

    pathway: Pathway
    before: Result | None
    is_chosen: bool
    is_asked: bool

    @property
    def lacks(self) -> bool:
        """Is something asked beforehand that is not there yet? Her manager decides; it is said."""
        return self.before is not None and not self.before.is_met


@dataclass(frozen=True)
class Way:
    """A step ahead that asks for a pathway, with the ones to choose from."""

    standing: Standing
    step: Step
    options: tuple[Option, ...]

    @property
    def may_choose(self) -> bool:
        """Is no choice waiting, and is she on her way along this step or along none?"""
        journey = self.standing.journey
        return self.standing.asked is None and (journey is None or journey.step == self.step.code)

    @property
    def to(self) -> str:
        return self.standing.ladder.rung(self.step.end).name

    def option(self, code: str) -> Option | None:
        return next((each for each in self.options if each.pathway.code == code), None)


@dataclass(frozen=True)
class ChoiceRow:
    """A choice in a list, with what its ladder calls the pathway."""

    choice: Choice
    title: str


@dataclass(frozen=True)
class ChoiceView:
    """One choice with what its ladder says of it, what it asks beforehand today, and who decides."""

    choice: Choice
    ladder: Ladder
    pathway: Pathway | None
    before: Result | None
    deciders: tuple[Person, ...]
    days: int

    @property
    def title(self) -> str:
        return called(self.choice)

    @property
    def step(self) -> Step | None:
        return self.ladder.step(self.choice.journey.step)

    @property
    def to(self) -> str:
        return self.ladder.rung(self.step.end).name if self.step else ""

    @property
    def with_whom(self) -> str:
        """Where it is: "with Helen Moss for 6 days"."""
        return with_whom(self.deciders, self.days)


def called(choice: Choice) -> str:
    """What the ladder of its journey calls the pathway, with the topic; its code where the ladder names it no more."""
    pathway = ladder_of(choice.journey.ladder).pathway(choice.pathway)
    title = pathway.title if pathway else choice.pathway
    return f"{title} ({choice.topic})" if choice.topic else title


def ways_of(actor: Actor) -> list[Way]:
    """The steps ahead of somebody that ask for a pathway, the primary post's first. As many queries for many ladders as
    for one."""
    if actor.person_id is None:
        return []
    standings = standings_of([actor.person_id], on=actor.on)[actor.person_id]
    cases = cases_of(standings, on=actor.on)
    found: list[Way] = []
    for standing in standings:
        case = cases[(standing.person_id, standing.organisation.pk)]
        for step in standing.steps:
            if step.pathways:
                options = tuple(_option(way, standing, case) for way in standing.ladder.pathways_of(step))
                found.append(Way(standing, step, options))
    return found


def choices_of(person_id: int | None, actor: Actor) -> list[ChoiceRow]:
    """All choices of somebody that the actor may see, newest first; one query."""
    rows = Choice.objects.visible_to(actor).filter(journey__person_id=person_id)
    found = rows.select_related("journey__ladder", "decided_by", "decided_for")
    return [ChoiceRow(each, called(each)) for each in found]


def waiting_for(actor: Actor) -> list[Choice]:
    """Choices that the actor decides, as line manager or deputy, oldest first; one query, none for who manages
    nobody."""
    if not actor.manages:
        return []
    hers = Choice.objects.waiting().filter(
        journey__person_id__in=actor.manages, journey__organisation_id__in=actor.reaches
    )
    return list(hers.select_related("journey__person", "journey__ladder").order_by("asked_at", "pk"))


def view_of(choice: Choice, *, on: date) -> ChoiceView:
    """A choice as its page shows it. It comes with its journey and the journey's ladder."""
    journey: Journey = choice.journey
    ladder = ladder_of(journey.ladder)
    pathway = ladder.pathway(choice.pathway)
    whose = (journey.person_id, journey.organisation_id)
    is_asked = choice.state == ChoiceState.ASKED
    deciders = deciders_for(*whose, role=AgreedBy.LINE_MANAGER, on=on).people if is_asked else ()
    days = (on - timezone.localdate(choice.asked_at)).days
    return ChoiceView(choice, ladder, pathway, _before(choice, pathway, on=on), deciders, days)


def _option(pathway: Pathway, standing: Standing, case: Case) -> Option:
    chosen, asked = standing.choice, standing.asked
    return Option(
        pathway=pathway,
        before=pathway.before.judge(case) if pathway.before is not None else None,
        is_chosen=chosen is not None and chosen.pathway == pathway.code,
        is_asked=asked is not None and asked.pathway == pathway.code,
    )


def _before(choice: Choice, pathway: Pathway | None, *, on: date) -> Result | None:
    """How what the pathway asks beforehand stands today, for a choice that waits."""
    if pathway is None or pathway.before is None or choice.state != ChoiceState.ASKED:
        return None
    journey = choice.journey
    standings: Sequence[Standing] = standings_of([journey.person_id], on=on, within=[journey.organisation_id])[
        journey.person_id
    ]
    cases = cases_of(standings, on=on)
    case = cases.get((journey.person_id, journey.organisation_id))
    return pathway.before.judge(case) if case else None
