"""Where people stand: their ladder, their rung, and the journey they are on. Of many people at once."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from academy.identity.models import Organisation
from academy.people.models import Terms
from academy.people.querysets import holds_on
from pathways.choices import ChoiceState
from pathways.models import Choice, Journey
from pathways.rules.standing import Place, is_for, rung_of
from pathways.schema.ladder import Pathway, Rung, Step
from pathways.selectors.ladders import Ladder, ladder_of, ladders_in_force


@dataclass(frozen=True)
class Standing:
    """Where somebody stands in one organisation, by her post there.

    `ladder` is the edition of her journey where one is under way, else the one in force. `rung` is None where her post
    names no grade or job it knows. `choice` is the pathway agreed, `asked` one that waits for her manager.
    """

    person_id: int
    organisation: Organisation
    place: Place
    ladder: Ladder
    rung: Rung | None
    is_primary: bool
    journey: Journey | None = None
    choice: Choice | None = None
    asked: Choice | None = None

    @property
    def steps(self) -> list[Step]:
        """The steps that lead on from where she stands; her journey's first."""
        steps = [] if self.rung is None else self.ladder.steps_from(self.rung.code)
        return sorted(steps, key=lambda step: self.journey is None or step.code != self.journey.step)

    @property
    def pathway(self) -> Pathway | None:
        """The pathway agreed, else the one that waits to be."""
        chosen = self.choice or self.asked
        return self.ladder.pathway(chosen.pathway) if chosen else None

    def step(self, code: str) -> Step | None:
        """The step of this code, if it leads on from where she stands."""
        return next((step for step in self.steps if step.code == code), None)


def standings_of(
    person_ids: Collection[int], *, on: date, within: Collection[int] | None = None
) -> dict[int, list[Standing]]:
    """Where each of these people stands, one standing per organisation and ladder that is for her, the primary post's
    first; nobody without a post or a ladder has one.

    With `within` only in these organisations. As many queries for many people as for one. The caller answers for who
    may know.
    """
    rows = _terms(person_ids, on=on, within=within)
    ladders = _ladders({row.post.organisation_id for row in rows}, on=on)
    journeys = _journeys(person_ids) if ladders else {}
    found: dict[int, list[Standing]] = {person_id: [] for person_id in person_ids}
    for row in rows:
        place = _place(row)
        journey = journeys.get((row.post.person_id, row.post.organisation_id))
        for ladder in ladders.get(row.post.organisation_id, []):
            if is_for(place, service_kind=ladder.version.service_kind, professions=ladder.content.professions):
                found[row.post.person_id].append(_standing(row, ladder, journey))
    return found


def _terms(person_ids: Collection[int], *, on: date, within: Collection[int] | None) -> list[Terms]:
    terms = Terms.objects.filter(holds_on(on), holds_on(on, "post__"), post__person_id__in=person_ids)
    if within is not None:
        terms = terms.filter(post__organisation_id__in=within)
    related = ("post__organisation", "team__service", "job_role", "grade", "level")
    return list(terms.select_related(*related).order_by("-post__is_primary", "post__from_on", "pk"))


def _ladders(organisation_ids: Collection[int], *, on: date) -> dict[int, list[Ladder]]:
    found: dict[int, list[Ladder]] = defaultdict(list)
    for ladder in ladders_in_force(organisation_ids, on=on) if organisation_ids else ():
        found[ladder.version.organisation_id].append(ladder)
    return found


def _journeys(person_ids: Collection[int]) -> dict[tuple[int, int], tuple[Journey, list[Choice]]]:
    """The journeys under way with the choices that stand or wait, by person and organisation."""
    journeys = Journey.objects.open().filter(person_id__in=person_ids)
    live = Choice.objects.filter(
        state__in=[ChoiceState.ASKED, ChoiceState.AGREED], journey__in=journeys.values("pk")
    ).order_by("asked_at", "pk")
    choices: dict[int, list[Choice]] = defaultdict(list)
    for choice in live:
        choices[choice.journey_id].append(choice)
    found = journeys.select_related("ladder__organisation", "sitting")
    return {(row.person_id, row.organisation_id): (row, choices[row.pk]) for row in found}


def _place(row: Terms) -> Place:
    return Place(
        service_kind=row.team.service.kind,
        profession=row.job_role.profession,
        grade=row.grade.code if row.grade else "",
        level=row.level.code if row.level else "",
        job_role=row.job_role.code,
    )


def _standing(row: Terms, ladder: Ladder, under_way: tuple[Journey, list[Choice]] | None) -> Standing:
    journey, choices = under_way or (None, [])
    if journey is not None and journey.ladder.ladder != ladder.version.ladder:
        journey, choices = None, []
    place = _place(row)
    held = ladder_of(journey.ladder) if journey is not None else ladder
    return Standing(
        person_id=row.post.person_id,
        organisation=row.post.organisation,
        place=place,
        ladder=held,
        rung=rung_of(place, held.rungs),
        is_primary=row.post.is_primary,
        journey=journey,
        choice=next((each for each in choices if each.state == ChoiceState.AGREED), None),
        asked=next((each for each in choices if each.state == ChoiceState.ASKED), None),
    )
