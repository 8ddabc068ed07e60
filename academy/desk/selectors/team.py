"""A manager's people in rows: who, where, whether she is away, and what each app tells of her."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from academy.engines.columns.columns import Cell, Column, declared
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.models import Absence
from academy.people.selectors.directory import called, present_terms


@dataclass(frozen=True)
class Named:
    """One cell under the heading of its column; None where the column does not concern this person."""

    label: str
    cell: Cell | None


@dataclass(frozen=True)
class TeamRow:
    """One person of the team. `away_until` is the last day of an absence of today; None without one or an end."""

    person: Person
    work: str
    is_away: bool
    away_until: date | None
    cells: tuple[Named, ...]


def team_of(actor: Actor, *, name: str = "") -> QuerySet[Person]:
    """The people the actor manages or stands in to manage today, of a name where one is asked for, by family name."""
    people = Person.objects.filter(pk__in=actor.manages)
    return called(people, name).order_by("family_name", "given_name", "pk")


def rows_of(people: Sequence[Person], actor: Actor) -> list[TeamRow]:
    """The people of one page with everything shown of them, in a number of queries that does not grow with them."""
    ids = [person.pk for person in people]
    terms = {row.post.person_id: row for row in present_terms(actor, ids).order_by("post__is_primary")}
    away = {row.person_id: row for row in Absence.objects.held_on(actor.on).filter(person__in=ids)}
    read = [(column, column.read(actor, ids)) for column in declared()] if ids else []
    return [
        TeamRow(
            person=person,
            work=f"{work.title}, {work.team.name}" if (work := terms.get(person.pk)) else "",
            is_away=person.pk in away,
            away_until=away[person.pk].until_on if person.pk in away else None,
            cells=tuple(Named(column.label, cells.get(person.pk)) for column, cells in read),
        )
        for person in people
    ]


def headings() -> list[Column]:
    """The columns of the table, in their order."""
    return declared()
