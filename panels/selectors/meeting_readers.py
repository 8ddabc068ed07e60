"""Who reads the agenda of a meeting, and how many of its cases each may know of."""

from dataclasses import dataclass
from datetime import date

from academy.engines.access.actors import actor_of_person
from academy.identity.actor import Actor
from academy.identity.models import Person
from panels.choices.panels import MeetingState, MemberSort
from panels.models import AgendaItem, Case, Meeting, Member
from panels.selectors.rooms import seats_of


@dataclass(frozen=True)
class Reader:
    """Somebody with a seat, and how many cases of the agenda she will hear."""

    person: Person
    cases: int


def readers_of(meeting: Meeting, *, on: date) -> list[Reader]:
    """Everybody with a seat on the day, each once. A few queries for each."""
    items = AgendaItem.objects.standing().filter(meeting=meeting)
    people = {seat.person_id: seat.person for seat in seats_of(meeting, on=on)}
    found = []
    for person in people.values():
        seen = Case.objects.at_table(actor_of_person(person, on=on)).order_by().values("pk")
        found.append(Reader(person, items.filter(case__in=seen).count()))
    return found


def meetings_ahead(actor: Actor, *, until: date) -> list[Meeting]:
    """The meetings to come, until that day, of panels on which the actor has a seat; a guest's are those of cases she
    is given. One query."""
    seats = Member.objects.held_on(actor.on).filter(person_id=actor.person_id).exclude(sort=MemberSort.GUEST)
    coming = Meeting.objects.filter(panel__in=seats.order_by().values("panel"), sitting__cancelled_at=None)
    soon = coming.filter(sitting__on__range=(actor.on, until)).exclude(state=MeetingState.CLOSED)
    return list(soon.select_related("sitting", "panel").order_by("sitting__on", "pk"))
