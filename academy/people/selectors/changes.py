"""What was changed about a person or a team: acts, who did them, and what they changed, in words and without values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from academy.engines.audit.models import Event
from academy.engines.audit.selectors.events import acts_about, acts_on
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.models import Team
from academy.people.rules.changes import APART, act_in_words, fields_in_words


@dataclass(frozen=True)
class Change:
    """One line: what was done, what it changed, the note, by whom and when."""

    what: str
    changed: str
    note: str
    by: str
    at: datetime


def changes_about(person: Person, actor: Actor, *, absences: bool) -> QuerySet[Event]:
    """Acts on a person's record in the organisation acted in; those about absences only for whom they are, and none of
    what is kept apart from the record."""
    found = acts_about(person.pk, app="people", organisation_id=actor.organisation_id)
    for beginning in APART:
        found = found.exclude(act__startswith=beginning)
    return found if absences else found.exclude(act__startswith="people.absence.")


def changes_of(team: Team) -> QuerySet[Event]:
    """Acts on a team, newest first."""
    return acts_on("people.team", team.pk)


def changes_of_organisation(organisation: Organisation) -> QuerySet[Event]:
    """Acts on an organisation, newest first."""
    return acts_on("identity.organisation", organisation.pk)


def in_words(events: Iterable[Event]) -> list[Change]:
    """The events as lines of a list."""
    return [
        Change(
            what=act_in_words(event.act),
            changed=fields_in_words(event.changed),
            note=event.note,
            by=f"{event.actor.name} for {event.on_behalf_of.name}" if event.on_behalf_of else event.actor.name,
            at=event.at,
        )
        for event in events
    ]
