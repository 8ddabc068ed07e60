"""Keeping who is supported to qualify, and whether she did."""

from dataclasses import dataclass
from datetime import date, datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.models import JobRole, QualifyingSupport
from academy.people.rules.qualifying import can_begin, can_end
from academy.people.services.judging import lock_person, require

NOT_YOURS = "Only the academy or human resources, for the whole organisation, keeps this."


@dataclass(frozen=True, kw_only=True)
class SupportDetails:
    """By which way and towards which job, from when, and when she is expected to qualify."""

    route: str
    towards: JobRole
    from_on: date
    expected_on: date | None = None


@command("people.qualifying.begin")
def begin(
    *, person: Person, organisation: Organisation, details: SupportDetails, by: Actor, at: datetime
) -> QualifyingSupport:
    """Enter that she is supported. Refuses a job that is not social work or occupational therapy (S1-15), a second
    support beside an open one, and who does not keep it."""
    support = QualifyingSupport(person=person, organisation=organisation, entered_at=at, **vars(details))
    if not allows("people.qualifying.keep", by, support):
        raise Refused(NOT_YOURS)
    towards = details.towards
    require(
        can_begin(
            profession=towards.profession,
            is_registered=towards.is_registered,
            from_on=details.from_on,
            expected_on=details.expected_on,
        )
    )
    lock_person(person.pk)
    if QualifyingSupport.objects.open().filter(person=person, organisation=organisation).exists():
        raise Refused("She is supported already. Say first how that one ended.")
    support.save()
    record(support, moved=("", "supported"), about=person.pk, organisation=organisation.pk)
    return support


@command("people.qualifying.qualify")
def qualify(*, support: QualifyingSupport, on: date, by: Actor, at: datetime) -> QualifyingSupport:
    """She qualified on that day."""
    return _end(support, "qualified_on", on=on, by=by)


@command("people.qualifying.stop")
def stop(*, support: QualifyingSupport, on: date, by: Actor, at: datetime) -> QualifyingSupport:
    """The support ended on that day without her qualifying. Why is not asked."""
    return _end(support, "stopped_on", on=on, by=by)


def _end(support: QualifyingSupport, field: str, *, on: date, by: Actor) -> QualifyingSupport:
    held = QualifyingSupport.objects.select_for_update().get(pk=support.pk)
    if not allows("people.qualifying.keep", by, held):
        raise Refused(NOT_YOURS)
    require(can_end(from_on=held.from_on, on=on, today=by.on, is_open=held.is_open))
    setattr(held, field, on)
    held.save(update_fields=[field])
    record(held, moved=("supported", field.removesuffix("_on")), changed=[field], about=held.person_id)
    return held
