"""The renewal season of the people somebody answers for: acts they noted, and counts. Never a title, never a text."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from academy.development.models import RenewalAct, RenewalNudge, Share
from academy.development.rules.nudges import NUDGE_ROLES, WEEK_DAYS
from academy.development.rules.renewals import ActAsked, Asks, Cycle, acts_asked, cycle_of
from academy.development.rules.requirements import (
    Requirement,
    missing_acts,
    requirement_of,
    season_sentence,
)
from academy.development.selectors.regulators import joined_on
from academy.development.selectors.renewals import known_of
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.choices import ACADEMY_ROLES, RECORD_ROLES
from academy.people.models import Registration, Terms
from academy.people.querysets import holds_on
from academy.people.selectors.directory import called, present_terms
from academy.people.selectors.people import taken_in

ROLES = (*ACADEMY_ROLES, *RECORD_ROLES)
FINISHED = "finished"


@dataclass(frozen=True)
class Season:
    """One regulator's cycle as a reader sees it on a day; `own_team` leaves out everybody she does not manage."""

    actor: Actor
    asks: Asks
    cycle: Cycle
    own_team: bool = False

    @classmethod
    def of_team(cls, actor: Actor, asks: Asks) -> "Season":
        """The regulator's present cycle for the people the actor manages."""
        return cls(actor, asks, cycle_of(asks, actor.on), own_team=True)

    @property
    def is_open(self) -> bool:
        return self.cycle.is_open(self.actor.on)


@dataclass(frozen=True)
class Mark:
    """One act of one colleague: the day she noted, or whether it is asked of her at all."""

    act: ActAsked
    done_on: date | None
    is_asked: bool


@dataclass(frozen=True)
class SeasonRow:
    """One colleague: where she works, how her renewal stands, what she shares with the reader, the last reminder."""

    person: Person
    work: str
    requirement: Requirement
    shared: int
    nudge: RenewalNudge | None
    may_nudge: bool

    @property
    def sentence(self) -> str:
        return season_sentence(self.requirement)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every act the regulator asks of anybody, in its order."""
        asks, known = self.requirement.asks, self.requirement.known
        asked = acts_asked(asks, self.requirement.cycle, known.joined_on)
        return tuple(Mark(act, known.done.get(act.code), act in asked) for act in asks.acts)


def people_in(season: Season) -> QuerySet[Person]:
    """The registered colleagues the reader answers for, herself left out, by name, each with what she noted."""
    actor, registered = season.actor, _registered(season)
    people = Person.objects.filter(Exists(registered)).exclude(pk=actor.person_id)
    people = people.filter(pk__in=actor.manages) if season.own_team else people.filter(_answered_for(actor))
    acts = RenewalAct.objects.noted().in_cycle(season.asks.regulator, season.cycle.closes_on)
    flags: dict[str, Any] = {
        f"has_{act.code}": Exists(acts.filter(person=OuterRef("pk"), act=act.code)) for act in season.asks.acts
    }
    return people.annotate(is_newcomer=Exists(_newcomers(season, registered)), **flags).order_by(
        "family_name", "given_name", "pk"
    )


def called_and_missing(people: QuerySet[Person], season: Season, *, name: str, show: str) -> QuerySet[Person]:
    """Of these people those of the name who miss the act, or those who have finished; "" asks for nothing."""
    found = called(people, name)
    if show == FINISHED:
        return found.exclude(_unfinished(season))
    act = season.asks.act(show)
    return found.filter(_missing(act)) if act else found


def tallies_of(people: QuerySet[Person], season: Season) -> dict[str, int]:
    """How many there are ("all"), how many have finished, and how many miss each act; one query."""
    missing = {act.code: Count("pk", filter=_missing(act)) for act in season.asks.acts}
    counted = people.order_by().aggregate(
        all=Count("pk"), unfinished=Count("pk", filter=_unfinished(season)), **missing
    )
    return {
        "all": counted["all"],
        FINISHED: counted["all"] - counted["unfinished"],
        **{act.code: counted[act.code] for act in season.asks.acts},
    }


def rows_of(people: list[Person], season: Season) -> list[SeasonRow]:
    """The people of one page with all that is shown of them; the number of queries does not grow with them."""
    actor = season.actor
    ids = [person.pk for person in people]
    requirements = requirements_in(season, ids)
    terms = {row.post.person_id: row for row in present_terms(actor, ids).order_by("post__is_primary")}
    shared = Counter(Share.objects.open_to(actor).filter(entry__author__in=ids).values_list("entry__author", flat=True))
    nudges = _latest_nudges(ids, season)
    rows = []
    for person in people:
        requirement = requirements[person.pk]
        work, nudge = terms.get(person.pk), nudges.get(person.pk)
        may = season.is_open and bool(missing_acts(requirement)) and nudge is None and _may_nudge(actor, person, work)
        words = f"{work.title}, {work.team.name}" if work else ""
        rows.append(SeasonRow(person, words, requirement, shared[person.pk], nudge, may))
    return rows


def requirements_in(season: Season, person_ids: Collection[int]) -> dict[int, Requirement]:
    """What the season asks of those of these people who are on its register; four queries, five where kinds are asked.

    The caller answers for who may know.
    """
    asks, cycle, on = season.asks, season.cycle, season.actor.on
    joined = {pk: since for (pk, code), since in joined_on(person_ids, on).items() if code == asks.regulator}
    known = known_of(joined, asks, cycle, on=on)
    return {pk: requirement_of(asks, cycle, known[pk], on=on) for pk in joined}


def _registered(season: Season) -> QuerySet[Registration]:
    held = Registration.objects.filter(holds_on(season.actor.on), person=OuterRef("pk"))
    return held.filter(regulator=season.asks.regulator)


def _newcomers(season: Season, registered: QuerySet[Registration]) -> QuerySet[Registration]:
    since = season.asks.newcomers_from
    if since is None:
        return registered.none()
    return registered.filter(from_on__gte=since.in_year(season.cycle.closes_on.year))


def _answered_for(actor: Actor) -> Q:
    """The people she manages, and those who work where one of her roles takes them in."""
    terms = Terms.objects.filter(holds_on(actor.on), holds_on(actor.on, "post__"), taken_in(actor, ROLES))
    return Q(pk__in=actor.manages) | Q(Exists(terms.filter(post__person_id=OuterRef("pk"))))


def _missing(act: ActAsked) -> Q:
    missing = Q(**{f"has_{act.code}": False})
    return missing if act.asked_of_newcomers else missing & Q(is_newcomer=False)


def _unfinished(season: Season) -> Q:
    found = Q(pk__in=[])
    for act in season.asks.acts:
        found |= _missing(act)
    return found


def _latest_nudges(ids: list[int], season: Season) -> dict[int, RenewalNudge]:
    """Reminders of the last week, by person; one query."""
    since = season.actor.on - timedelta(days=WEEK_DAYS)
    rows = RenewalNudge.objects.filter(
        person__in=ids, regulator=season.asks.regulator, sent_at__date__gt=since
    ).select_related("sent_by")
    return {row.person_id: row for row in rows}


def _may_nudge(actor: Actor, person: Person, work: Terms | None) -> bool:
    if person.pk in actor.manages:
        return True
    return work is not None and actor.holds(
        *NUDGE_ROLES,
        organisation_id=work.post.organisation_id,
        service_id=work.team.service_id,
        team_id=work.team_id,
    )


def team_standing(season: Season) -> tuple[int, int]:
    """Of the people in the season: how many are in the season, and how many have not noted everything; one query."""
    counts = tallies_of(people_in(season), season)
    return counts["all"], counts["all"] - counts[FINISHED]
