"""Time away, with a category and never a reason."""

from datetime import date, datetime

from academy.engines.audit.commands import command, record
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.models import Absence
from academy.people.rules import endings
from academy.people.rules.spans import Span
from academy.people.services.judging import lock_person, require


@command("people.absence.enter")
def enter(
    *, person: Person, category: str, from_on: date, by: Actor, at: datetime, until_on: date | None = None
) -> Absence:
    """Enter that somebody is away; without a last day it goes on. Refuses days in the wrong order and days on which she
    is entered as away already."""
    lock_person(person.pk)
    span = Span(from_on, until_on)
    others = [Span(other.from_on, other.until_on) for other in person.absences.all()]
    require(endings.is_in_order(span), endings.is_alone(span, others, what="an absence"))
    absence = Absence.objects.create(person=person, category=category, from_on=from_on, until_on=until_on)
    record(absence, changed=("category", "from_on", "until_on"), about=person.pk)
    return absence


@command("people.absence.end")
def end(*, absence: Absence, last_day: date, by: Actor, at: datetime) -> Absence:
    """Note the last day away. Refuses an absence that has one, and a day before it began."""
    lock_person(absence.person_id)
    absence.refresh_from_db()
    require(endings.can_end(Span(absence.from_on, absence.until_on), last_day))
    absence.until_on = last_day
    absence.save(update_fields=["until_on"])
    record(absence, moved=("away", "back"), changed=("until_on",), about=absence.person_id)
    return absence
