"""How the plans of many people stand: for their manager, and by days only for the academy."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from academy.development.rules.goals import goals_sentence
from academy.development.selectors.goals import goals_waiting, open_days_of
from academy.development.selectors.meetings import Meeting, managed_in, year_with
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.choices import ACADEMY_ROLES, RECORD_ROLES
from academy.people.models import Terms
from academy.people.querysets import holds_on
from academy.people.selectors.people import taken_in

OVERSEERS = (*ACADEMY_ROLES, *RECORD_ROLES)


@dataclass(frozen=True)
class TeamPlan:
    """One of a manager's people: her goals in a sentence, how many wait for agreement, and her meetings."""

    person: Person
    goals: str
    unagreed: int
    meetings: tuple[Meeting, ...]


def people_managed(actor: Actor) -> QuerySet[Person]:
    """Those the actor manages with a post in the organisation acted in, by name."""
    managed = Person.objects.filter(pk__in=managed_in(actor, actor.organisation_id))
    return managed.order_by("family_name", "given_name", "pk")


def team_plans(people: Sequence[Person], actor: Actor) -> list[TeamPlan]:
    """How the plan of each stands, in six queries, however many."""
    ids = [person.pk for person in people]
    days = open_days_of(ids, actor)
    waiting = {each.person.pk: each.count for each in goals_waiting(actor).to_agree}
    year = year_with(ids, actor.organisation_id, on=actor.on)
    return [
        TeamPlan(
            person,
            goals_sentence(days.get(person.pk, []), on=actor.on),
            waiting.get(person.pk, 0),
            year.of(person.pk) if year is not None else (),
        )
        for person in people
    ]


def people_overseen(actor: Actor) -> QuerySet[Person]:
    """Those whose days the actor sees where she acts: her own people, and those of the places her roles take in."""
    held = Terms.objects.filter(
        holds_on(actor.on), holds_on(actor.on, "post__"), post__organisation_id=actor.organisation_id
    )
    there = held.filter(post__person_id=OuterRef("pk"))
    overseen = Exists(there.filter(taken_in(actor, OVERSEERS)))
    people = Person.objects.filter(Exists(there))
    own = people.filter(pk__in=actor.manages)
    return (people.filter(overseen) | own).exclude(pk=actor.person_id).order_by("family_name", "given_name", "pk")
