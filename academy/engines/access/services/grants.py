"""Giving and withdrawing sight of one thing, and barring somebody from it whatever else would let her."""

from datetime import date, datetime
from typing import TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db import models

from academy.engines.access.models import Bar, Grant
from academy.engines.access.models.dated_line import DatedLine
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.identity.models import Person

Line = TypeVar("Line", bound=DatedLine)


@command("access.grant.give")
def give(
    *, person: Person, thing: models.Model, purpose: str, by: Actor, at: datetime, until_on: date | None = None
) -> Grant:
    """Let a person see a thing from the actor's day on. A grant she holds already only gets the new last day.

    Refuses a last day before the first one.
    """
    grant = _draw(Grant, person=person, thing=thing, purpose=purpose, by=by, at=at, until_on=until_on)
    record(grant, changed=("until_on",), note=purpose, about=person.pk)
    return grant


@command("access.grant.withdraw")
def withdraw(*, grant: Grant, by: Actor, at: datetime) -> Grant:
    """End a grant this moment. Refuses one that was withdrawn before."""
    _end(grant, at=at)
    record(grant, moved=("held", "withdrawn"), changed=("withdrawn_at",), note=grant.purpose, about=grant.person_id)
    return grant


@command("access.bar.set")
def bar(
    *, person: Person, thing: models.Model, purpose: str, by: Actor, at: datetime, until_on: date | None = None
) -> Bar:
    """Keep a person from a thing from the actor's day on, whatever grants and roles she has.

    A bar that holds already only gets the new last day. Refuses a last day before the first one.
    """
    line = _draw(Bar, person=person, thing=thing, purpose=purpose, by=by, at=at, until_on=until_on)
    record(line, changed=("until_on",), note=purpose, about=person.pk)
    return line


@command("access.bar.lift")
def lift(*, bar: Bar, by: Actor, at: datetime) -> Bar:
    """End a bar this moment. Refuses one that was lifted before."""
    _end(bar, at=at)
    record(bar, moved=("held", "withdrawn"), changed=("withdrawn_at",), note=bar.purpose, about=bar.person_id)
    return bar


def _draw(
    kind: type[Line],
    *,
    person: Person,
    thing: models.Model,
    purpose: str,
    by: Actor,
    at: datetime,
    until_on: date | None,
) -> Line:
    if until_on and until_on < by.on:
        raise Refused("The last day cannot be in the past. Choose today or a later day.", field="until_on")
    key = {
        "person": person,
        "thing_type": ContentType.objects.get_for_model(thing),
        "thing_id": thing.pk,
        "purpose": purpose,
        "withdrawn_at": None,
    }
    # one that has run out is closed, not stretched: between its last day and today nobody was allowed anything
    kind._default_manager.filter(**key, until_on__lt=by.on).update(withdrawn_at=at)
    line, _ = kind._default_manager.update_or_create(
        **key,
        defaults={"until_on": until_on},
        create_defaults={"until_on": until_on, "from_on": by.on, "given_by_id": by.person_id, "given_at": at},
    )
    return line


def _end(line: DatedLine, *, at: datetime) -> None:
    ended = type(line)._default_manager.filter(pk=line.pk, withdrawn_at=None).update(withdrawn_at=at)
    if not ended:
        raise Refused("This was already withdrawn. Open the page again to see how it stands.")
    line.withdrawn_at = at
