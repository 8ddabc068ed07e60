"""The directory of coaches and mentors: who is found, how many places each has left, and what stands between two."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from academy.development.choices.coaching import CoachArea, CoachFormat
from academy.development.models import CoachMatch, CoachProfile, CoachProfileArea
from academy.development.rules.coaching import Places, Relation
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.models import Membership, Post, Terms
from academy.people.querysets import holds_on
from academy.people.selectors.directory import Job, cards_of
from academy.people.selectors.line_management import organisations_managed
from academy.people.selectors.places import Choices
from academy.ui.states import Shape, State


@dataclass(frozen=True)
class Wanted:
    """What is asked for; empty asks for nothing."""

    words: str = ""
    kind: str = ""
    area: str = ""
    format: str = ""
    is_free: bool = False


@dataclass(frozen=True)
class CoachRow:
    """A coach in the directory: what she offers, what she works as, and whether she has a place."""

    profile: CoachProfile
    jobs: tuple[Job, ...]
    places: Places
    on: date

    @property
    def areas(self) -> list[str]:
        return [str(CoachArea(each.area).label) for each in self.profile.areas.all()]

    @property
    def availability(self) -> State:
        """How many places are free, or from which day she takes somebody again."""
        if self.places.is_away(self.on):
            return State("Takes nobody new yet", Shape.AGEING)
        if not self.places.left:
            return State("No free place", Shape.NOT_YET)
        return State(f"{self.places.left} of {self.places.capacity} places free", Shape.MET)


def coaches_wanted(actor: Actor, wanted: Wanted) -> QuerySet[CoachProfile]:
    """Coaches and mentors the actor may ask and looks for, by name. Who has left an organisation is found there no
    more, and nobody finds herself."""
    coaches = (
        CoachProfile.objects.visible_to(actor)
        .filter(_is_there(actor), listed=True)
        .exclude(person_id=actor.person_id)
        .select_related("person", "organisation")
        .prefetch_related("areas")
    )
    for word in wanted.words.split():
        coaches = coaches.filter(_says(word))
    if wanted.kind:
        coaches = coaches.filter(kind=wanted.kind)
    if wanted.area:
        coaches = coaches.filter(_helps_with([wanted.area]))
    if wanted.format:
        coaches = coaches.filter(format__in=[wanted.format, CoachFormat.EITHER])
    with_places = with_taken(coaches)
    if wanted.is_free:
        with_places = with_places.filter(_has_a_place(actor.on))
    return with_places.order_by("person__family_name", "person__given_name", "pk")


def with_taken(coaches: QuerySet[CoachProfile]) -> QuerySet[CoachProfile]:
    """The coaches with the number of places that are taken, as `taken`."""
    matches = CoachMatch.objects.taking_a_place().filter(profile=OuterRef("pk")).order_by().values("profile")
    taken = Subquery(matches.annotate(number=Count("pk")).values("number"), output_field=IntegerField())
    return coaches.annotate(taken=Coalesce(taken, 0))


def rows_of(coaches: Sequence[CoachProfile], actor: Actor) -> list[CoachRow]:
    """The coaches of one page with their jobs; in three queries for however many."""
    people: list[Person] = [each.person for each in coaches]
    jobs = {card.person.pk: card.jobs for card in cards_of(people, actor)}
    return [CoachRow(each, jobs[each.person_id], places_of(each), actor.on) for each in coaches]


def places_of(coach: CoachProfile) -> Places:
    """The places of a coach who was read with `taken`."""
    return Places(capacity=coach.capacity, taken=getattr(coach, "taken"), free_from=coach.free_from)


def relation_to(actor: Actor, coach: CoachProfile) -> Relation:
    """How the actor stands to a coach today; three queries."""
    if actor.person_id == coach.person_id:
        return Relation(is_herself=True)
    matches = CoachMatch.objects.taking_a_place().filter(profile=coach, person_id=actor.person_id)
    manages = organisations_managed(actor.person_id or 0, by=coach.person_id, on=actor.on)
    relation = Relation(
        is_matched=matches.exists(),
        is_her_manager=bool(manages),
        is_managed_by_her=coach.person_id in actor.manages,
    )
    return replace(relation, **_beside(actor, coach))


def areas_of(coach: CoachProfile) -> Choices:
    """What this coach can be asked for: her areas, or all where she names none."""
    named = [each.area for each in coach.areas.all()]
    return [(area.value, str(area.label)) for area in CoachArea if not named or area in named]


def _beside(actor: Actor, coach: CoachProfile) -> dict[str, bool]:
    """What the two have in common: a team, or a line manager."""
    both = [actor.person_id, coach.person_id]
    rows = Terms.objects.filter(holds_on(actor.on), holds_on(actor.on, "post__"), post__person_id__in=both)
    told = list(rows.values_list("post__person_id", "team_id", "line_manager_id"))
    own = [(team, manager) for person, team, manager in told if person == actor.person_id]
    hers = [(team, manager) for person, team, manager in told if person == coach.person_id]
    managers = {manager for _, manager in own if manager is not None}
    return {
        "shares_team": bool({team for team, _ in own} & {team for team, _ in hers}),
        "shares_manager": bool(managers & {manager for _, manager in hers}),
    }


def _says(word: str) -> Q:
    """The word stands in her name or her words, or in the name of something she helps with."""
    person = Q(person__given_name__icontains=word) | Q(person__family_name__icontains=word)
    named = [area.value for area in CoachArea if word.lower() in area.label.lower()]
    text = person | Q(person__known_as__icontains=word) | Q(about__icontains=word) | Q(when__icontains=word)
    return text | _helps_with(named) if named else text


def _helps_with(areas: Sequence[str]) -> Q:
    return Q(Exists(CoachProfileArea.objects.filter(profile=OuterRef("pk"), area__in=areas)))


def _has_a_place(on: date) -> Q:
    return Q(Q(free_from__isnull=True) | Q(free_from__lte=on), taken__lt=F("capacity"))


def _is_there(actor: Actor) -> Q:
    """She belongs to the organisation on the day, by a post or a membership.

    Each organisation's people are read once; asked row by row, a database without statistics reads all posts for each.
    """
    there = Q(pk__in=[])
    for organisation_id in sorted(actor.reaches):
        posts = Post.objects.filter(holds_on(actor.on), organisation_id=organisation_id).values("person")
        members = Membership.objects.filter(holds_on(actor.on), organisation_id=organisation_id).values("person")
        there |= Q(Q(person__in=posts) | Q(person__in=members), organisation_id=organisation_id)
    return there
