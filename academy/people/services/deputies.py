"""Who may act for an absent approver."""

from datetime import date, datetime

from academy.engines.audit.commands import command, record
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.models import Deputy
from academy.people.rules import deputies as rules
from academy.people.rules import endings
from academy.people.rules.roles import keeps
from academy.people.rules.spans import Span
from academy.people.selectors.belonging import is_staff_of
from academy.people.services.judging import lock_person, require


@command("people.deputy.name")
def name(
    *,
    person: Person,
    deputy: Person,
    organisation: Organisation,
    from_on: date,
    by: Actor,
    at: datetime,
    until_on: date | None = None,
) -> Deputy:
    """Name who stands in for somebody over a time. People name their own; for others the organisation's keepers do.

    Refuses oneself, somebody without a post there, and the same deputy twice at the same time.
    """
    if by.person_id != person.pk:
        require(keeps(by, organisation.pk))
    lock_person(person.pk)
    same = Deputy.objects.filter(person=person, deputy=deputy, organisation=organisation)
    require(
        rules.can_stand_in(
            Span(from_on, until_on),
            person_id=person.pk,
            deputy_id=deputy.pk,
            both_are_staff=all(is_staff_of(each.pk, organisation.pk, from_on) for each in (person, deputy)),
            same_pair=[Span(other.from_on, other.until_on) for other in same],
        )
    )
    row = Deputy.objects.create(
        person=person, deputy=deputy, organisation=organisation, from_on=from_on, until_on=until_on
    )
    record(row, changed=("deputy", "from_on", "until_on"), about=person.pk, organisation=organisation.pk)
    return row


@command("people.deputy.end")
def end(*, row: Deputy, last_day: date, by: Actor, at: datetime) -> Deputy:
    """End standing in after its last day. Refuses an ended one, a day before it began, and what naming refuses."""
    if by.person_id != row.person_id:
        require(keeps(by, row.organisation_id))
    lock_person(row.person_id)
    row.refresh_from_db()
    require(endings.can_end(Span(row.from_on, row.until_on), last_day))
    row.until_on = last_day
    row.save(update_fields=["until_on"])
    record(row, moved=("held", "ended"), changed=("until_on",), about=row.person_id, organisation=row.organisation_id)
    return row
