"""Starters, movers and leavers from the table of an HR system: judging rows, and taking them in by the same commands
that keep people by hand, so that every rule and every audit event is the same. A leaver is never deleted."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, cast

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.imports.declarations import Batch, Outcome, Values
from academy.engines.imports.rules.rows import Fault
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.models import Post, StaffNumber
from academy.people.rules import terms as terms_rules
from academy.people.rules.feed_rows import (
    NAMES,
    TERMS,
    Effect,
    Held,
    Wanted,
    effect_of,
    empty_cells,
    faults_of,
    names_differ,
    terms_differ,
)
from academy.people.rules.spans import Span
from academy.people.selectors.feed import Known, known_in
from academy.people.services import leaving, people, posts, terms
from academy.people.services.feed_terms import details_of
from academy.people.services.people import PersonDetails

ONLY_HR = "Only human resources of the organisation take this in."
TAKEN = "This work address belongs to another person. Give one of her own."


class FeedCheck:
    """A judge of the rows of one table. It remembers the numbers it saw, so that a row may name a manager above it."""

    def __init__(self, organisation_id: int) -> None:
        self.known = known_in(organisation_id)
        self.seen: set[str] = set()
        self.last_effect = Effect.NOTHING

    def __call__(self, values: Values) -> list[Fault]:
        faults = [Fault(*each) for each in empty_cells(values)] or list(self._unknown(values))
        faults = faults or self._impossible(values)
        number = values["staff_number"] or ""
        self.seen.add(number)
        if not faults and number not in self.known.by_number:
            # Stands for her in the rows below that name her as manager; nobody has an id below 0.
            self.known.by_number[number] = self.known.held(dict(values)) or Held(-len(self.seen))
        return faults

    def effect(self, values: Values) -> str:
        """What the row just found good will do."""
        return self.last_effect.value

    def _unknown(self, values: Values) -> list[Fault]:
        known, manager = self.known, values["line_manager"]
        faults = []
        if values["staff_number"] in self.seen:
            faults.append(Fault("staff_number", "This number stands in a row above. Give each person one row."))
        for column, names in (("team", known.teams), ("job", known.jobs), ("grade", known.grades)):
            if values[column] and values[column] not in names:
                faults.append(Fault(column, f"There is no {column} “{values[column][:40]}” here. Use its code."))
        if manager and manager not in known.by_number:
            faults.append(
                Fault("line_manager", "Nobody has this number. Put the manager’s row above, or leave it empty.")
            )
        return faults

    def _impossible(self, values: Values) -> list[Fault]:
        held, wanted = self.known.held(dict(values)), self.known.wanted(dict(values))
        self.last_effect = effect_of(wanted, held)
        faults = [Fault(*each) for each in faults_of(wanted, held)]
        owner = self.known.taken.get(wanted.work_email)
        if owner is not None and (held is None or owner != held.person_id):
            faults.append(Fault("work_email", TAKEN))
        return faults or self._terms(values, wanted, held)

    def _terms(self, values: Values, wanted: Wanted, held: Held | None) -> list[Fault]:
        """What the rule about terms says to a row that begins some."""
        begins = self.last_effect in (Effect.STARTS, Effect.RETURNS)
        if not begins and not (self.last_effect == Effect.CHANGES and held and terms_differ(wanted, held)):
            return []
        post = Span(wanted.from_on if begins or held is None or held.post_from_on is None else held.post_from_on)
        last_begin = None if begins or held is None else held.terms_from_on
        decision = terms_rules.can_begin(self.known.proposed(dict(values)), post=post, last_begin=last_begin)
        column = getattr(decision, "field", None) or "from_on"
        return [] if decision.allowed else [Fault(column, decision.reason)]


def checker(by: Actor) -> FeedCheck:
    """A judge for human resources of the organisation acted in."""
    if by.organisation_id is None or not allows("people.feed.take_in", by):
        raise Refused(ONLY_HR)
    return FeedCheck(by.organisation_id)


@command("people.feed.take_in")
def take_in(*, batch: Batch, by: Actor, at: datetime) -> Outcome:
    """Take the rows in, in their order, as one act; each person's own acts are events below it. Rows that change
    nothing cost no query.

    Refuses anybody but human resources, and the whole table where a row is refused by the rules that keep people: what
    it names was changed since the check.
    """
    if by.organisation_id is None or not allows("people.feed.take_in", by):
        raise Refused(ONLY_HR)
    organisation = Organisation.objects.get(pk=by.organisation_id)
    known = known_in(organisation.pk)
    counted = dict.fromkeys(Effect, 0)
    for values in batch.rows:
        effect = _take_in(dict(values), known, organisation=organisation, by=by, at=at)
        counted[effect] += 1
    note = ", ".join(f"{count} {effect.value.lower()}" for effect, count in counted.items() if count)
    record(batch.upload, note=note, about=by.person_id, organisation=organisation.pk)
    unchanged = counted.pop(Effect.NOTHING)
    return Outcome(added=sum(counted.values()), known=unchanged)


def _take_in(values: dict[str, Any], known: Known, *, organisation: Organisation, by: Actor, at: datetime) -> Effect:
    number = values["staff_number"]
    try:
        wanted = known.wanted(values)
        held = known.held(values)
        effect = effect_of(wanted, held)
        if effect is not Effect.NOTHING:
            acts = _ACTS[effect]
            person_id = acts(wanted, held, organisation=organisation, by=by, at=at)
            _note_number(person_id, number, organisation=organisation, at=at)
            known.by_number[number] = _now(wanted, person_id)
    except (KeyError, Refused) as wrong:
        reason = wrong.reason if isinstance(wrong, Refused) else "It names something that is not here any more."
        raise Refused(f"The row of staff number {number}: {reason} Upload the file again.") from wrong
    return effect


def _starts(wanted: Wanted, held: Held | None, *, organisation: Organisation, by: Actor, at: datetime) -> int:
    details = PersonDetails(wanted.given_name, wanted.family_name, work_email=wanted.work_email)
    person = people.add(details=details, by=by, at=at)
    _begin(person, wanted, organisation=organisation, by=by, at=at)
    return person.pk


def _returns(wanted: Wanted, held: Held | None, *, organisation: Organisation, by: Actor, at: datetime) -> int:
    person = _person(held)
    _rename(person, wanted, held, by=by, at=at)
    _begin(person, wanted, organisation=organisation, by=by, at=at)
    return person.pk


def _changes(wanted: Wanted, held: Held | None, *, organisation: Organisation, by: Actor, at: datetime) -> int:
    person = _person(held)
    _rename(person, wanted, held, by=by, at=at)
    if held is not None and terms_differ(wanted, held):
        post = Post.objects.get(pk=held.post_id)
        latest = post.terms.select_related("grade", "level").latest("from_on")
        terms.change(post=post, details=details_of(wanted, latest), from_on=wanted.from_on, by=by, at=at)
    return person.pk


def _leaves(wanted: Wanted, held: Held | None, *, organisation: Organisation, by: Actor, at: datetime) -> int:
    person = _person(held)
    last_day = cast(date, wanted.last_day)
    leaving.leave(person=person, organisation=organisation, last_day=last_day, by=by, at=at)
    return person.pk


_ACTS = {
    Effect.STARTS: _starts,
    Effect.RETURNS: _returns,
    Effect.CHANGES: _changes,
    Effect.LEAVES: _leaves,
}


def _person(held: Held | None) -> Person:
    return Person.objects.get(pk=held.person_id if held else None)


def _begin(person: Person, wanted: Wanted, *, organisation: Organisation, by: Actor, at: datetime) -> None:
    details = details_of(wanted)
    posts.begin(person=person, organisation=organisation, from_on=wanted.from_on, details=details, by=by, at=at)


def _rename(person: Person, wanted: Wanted, held: Held | None, *, by: Actor, at: datetime) -> None:
    if held is None or not names_differ(wanted, held):
        return
    details = PersonDetails(
        wanted.given_name, wanted.family_name, person.known_as, wanted.work_email or person.work_email
    )
    people.change(person=person, details=details, by=by, at=at)


def _note_number(person_id: int, number: str, *, organisation: Organisation, at: datetime) -> None:
    StaffNumber.objects.get_or_create(
        organisation=organisation, number=number, defaults={"person_id": person_id, "entered_at": at}
    )


def _now(wanted: Wanted, person_id: int) -> Held:
    """What is known of somebody after her row was taken in, for the rows below that name her."""
    values: Mapping[str, Any] = {name: getattr(wanted, name) for name in (*NAMES, *TERMS)}
    return replace(Held(person_id), **values, ends_on=wanted.last_day)
