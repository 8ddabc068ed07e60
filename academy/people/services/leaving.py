"""Leaving an organisation: everything somebody holds there ends, and nothing of it is lost."""

from datetime import date, datetime
from itertools import chain

from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.models import Terms
from academy.people.models.dated import Dated
from academy.people.rules import endings
from academy.people.rules.roles import keeps
from academy.people.rules.spans import Span
from academy.people.services.judging import lock_organisation, lock_person, require


@command("people.person.leave")
def leave(*, person: Person, organisation: Organisation, last_day: date, by: Actor, at: datetime) -> Person:
    """End posts, terms, memberships, roles and deputies of a person in one organisation after her last day. Record and
    account stay: she can still sign in and take her own writing with her.

    Refuses somebody who holds nothing there, a day before something of it begins, and an actor who does not keep the
    organisation.
    """
    require(keeps(by, organisation.pk))
    lock_organisation(organisation.pk)
    lock_person(person.pk)
    held = _held(person, organisation)
    rows = list(chain.from_iterable(held.values()))
    if not rows:
        raise Refused("This person holds nothing in the organisation that could end.", field="person")
    require(*(endings.can_end(Span(row.from_on), last_day) for row in rows))
    for row in rows:
        row.until_on = last_day
        row.save(update_fields=["until_on"])
    ended = [name for name, of_name in held.items() if of_name]
    record(person, moved=("here", "left"), changed=ended, about=person.pk, organisation=organisation.pk)
    return person


def _held(person: Person, organisation: Organisation) -> dict[str, list[Dated]]:
    """Everything without a last day, by what the person calls it; the terms of a post end with it."""
    here = {"organisation": organisation, "until_on": None}
    terms = Terms.objects.filter(post__person=person, post__organisation=organisation, until_on=None)
    return {
        "posts": [*person.posts.filter(**here), *terms],
        "memberships": [*person.memberships.filter(**here)],
        "role_holdings": [*person.role_holdings.filter(**here)],
        "deputies": [*person.deputies.filter(**here)],
        "stands_in": [*person.stands_in.filter(**here)],
    }
