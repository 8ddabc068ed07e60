"""Leaving an organisation: everything somebody holds there ends, and nothing of it is lost."""

from datetime import date, datetime
from itertools import chain

from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.models import Leaving, Post, Terms
from academy.people.models.dated import Dated
from academy.people.rules import endings
from academy.people.rules.leaving import can_stay
from academy.people.rules.roles import keeps
from academy.people.rules.service_length import joined_on
from academy.people.rules.spans import Span
from academy.people.services.judging import lock_organisation, lock_person, require
from academy.people.workflow import LEAVING


@command("people.person.leave")
def leave(*, person: Person, organisation: Organisation, last_day: date, by: Actor, at: datetime) -> Person:
    """End posts, terms, memberships, roles and deputies of a person in one organisation after her last day. Record and
    account stay: she can still sign in and take her own writing with her. Where a post ends, a leaver event is kept,
    with the first day of the unbroken service that ends (S2-06).

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
    _keep_event(person, organisation, last_day=last_day, at=at)
    ended = [name for name, of_name in held.items() if of_name]
    record(person, moved=("here", "left"), changed=ended, about=person.pk, organisation=organisation.pk)
    return person


@command("people.leaving.take_back")
def stay(*, leaving: Leaving, by: Actor, at: datetime) -> Leaving:
    """She stays after all: what ended with her last day goes on, and the event is taken back.

    Refuses who does not keep the organisation, a last day that is over, and somebody who has another open primary post
    there by now.
    """
    require(can_stay(leaving.last_on, today=by.on))
    lock_organisation(leaving.organisation_id)
    lock_person(leaving.person_id)
    taken_back = apply(LEAVING, "take_back", leaving, by=by, at=at)
    rows = list(chain.from_iterable(_held(leaving.person, leaving.organisation, until_on=leaving.last_on).values()))
    _refuse_second_primary(taken_back, rows)
    for row in rows:
        row.until_on = None
        row.save(update_fields=["until_on"])
    return taken_back


def _keep_event(person: Person, organisation: Organisation, *, last_day: date, at: datetime) -> None:
    """The leaver event, where employment ended: memberships of candidates and partners end without one."""
    posts = list(person.posts.filter(organisation=organisation).order_by("-is_primary", "-from_on", "-pk"))
    joined = joined_on((Span(post.from_on, post.until_on) for post in posts), last_day)
    if joined is None:
        return
    known = Leaving.objects.standing().filter(person=person, organisation=organisation, last_on=last_day)
    if not known.exists():
        last = next(post for post in posts if Span(post.from_on, post.until_on).holds_on(last_day))
        values = {"post": last, "joined_on": joined, "last_on": last_day, "entered_at": at}
        Leaving.objects.create(person=person, organisation=organisation, **values)


def _refuse_second_primary(leaving: Leaving, rows: list[Dated]) -> None:
    here = leaving.person.posts.filter(organisation=leaving.organisation_id, until_on=None, is_primary=True)
    if here.exists() and any(isinstance(row, Post) and row.is_primary for row in rows):
        raise Refused("She has another primary post here by now. End that one first.")


def _held(person: Person, organisation: Organisation, *, until_on: date | None = None) -> dict[str, list[Dated]]:
    """Everything without a last day, or with this one, by what the person calls it; the terms of a post end with it."""
    here = {"organisation": organisation, "until_on": until_on}
    terms = Terms.objects.filter(post__person=person, post__organisation=organisation, until_on=until_on)
    return {
        "posts": [*person.posts.filter(**here), *terms],
        "memberships": [*person.memberships.filter(**here)],
        "role_holdings": [*person.role_holdings.filter(**here)],
        "deputies": [*person.deputies.filter(**here)],
        "stands_in": [*person.stands_in.filter(**here)],
    }
