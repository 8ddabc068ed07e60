"""Appraisals and half-year reviews: begun, planned, written by both in their own parts, signed by both, locked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from academy.development.choices.plans import MOST_WORDS, MeetingState, Party
from academy.development.models import Appraisal, AppraisalAddendum
from academy.development.rules.appraisals import (
    answer_faults,
    held_reason,
    missing_for_signature,
    part_of,
    planned_reason,
)
from academy.development.selectors.appraisal_policies import terms_kept_by
from academy.development.selectors.meetings import duty_and_policy, manager_in, unreviewed_goals
from academy.development.workflow.plans import APPRAISAL
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.services.judging import lock_person

PART = {Party.PERSON: "own", Party.MANAGER: "manager_part"}
MAY_WRITE = {Party.PERSON: "development.appraisal.prepare", Party.MANAGER: "development.appraisal.hold"}
UNSIGNED = {"own_signed_at": None, "manager_signed_at": None, "manager_signed_by": None}


@dataclass(frozen=True, kw_only=True)
class Place:
    """Which meeting: in which organisation, of which kind."""

    organisation_id: int
    kind: str


@command("development.appraisal.begin")
def begin(*, person: Person, place: Place, planned_on: date | None, by: Actor, at: datetime) -> Appraisal:
    """Begin the appraisal or half-year review of this appraisal year; either of the two may, so that both find it.

    It keeps the policy in force today. Refuses anybody but the two, a meeting that is not asked of her this year, one
    begun before, somebody without a line manager, and a planned day that has passed.
    """
    if not allows("development.appraisal.begin", by, person) or place.organisation_id not in by.reaches:
        raise Refused("Only she and her line manager begin this.")
    lock_person(person.pk)
    manager_id = manager_in(person.pk, place.organisation_id, by.on)
    if manager_id is None:
        raise Refused("She has no line manager here. Ask human resources to name one; then begin.")
    reason = planned_reason(planned_on, on=by.on)
    if reason:
        raise Refused(reason, field="planned_on")
    found = duty_and_policy(person.pk, place.organisation_id, place.kind, on=by.on)
    if found is None:
        raise Refused("This meeting is not asked of her this year. There is nothing to begin.")
    duty, policy = found
    year = Appraisal.objects.standing().filter(person=person, organisation_id=place.organisation_id)
    if year.filter(kind=place.kind, year_on=duty.year_on).exists():
        raise Refused("It is begun already. Open it from the plan.")
    made = Appraisal.objects.create(
        person=person,
        organisation_id=place.organisation_id,
        manager_id=manager_id,
        policy=policy,
        kind=place.kind,
        year_on=duty.year_on,
        due_on=duty.due_on,
        planned_on=planned_on,
        begun_at=at,
        changed_at=at,
    )
    record(made, moved=("", MeetingState.OPEN), about=person.pk, organisation=place.organisation_id)
    return made


@command("development.appraisal.plan")
def plan(*, appraisal: Appraisal, planned_on: date | None, by: Actor, at: datetime) -> Appraisal:
    """Plan the day of the talk, or leave it open again. Refuses others, a day that has passed, and what is signed."""
    current = unsigned(appraisal, by=by, permission="development.appraisal.arrange")
    reason = planned_reason(planned_on, on=by.on)
    if reason:
        raise Refused(reason, field="planned_on")
    current.planned_on = planned_on
    current.save(update_fields=["planned_on"])
    note_change(current, changed=("planned_on",))
    return current


@command("development.appraisal.write")
def write_part(*, appraisal: Appraisal, answers: Mapping[str, str], by: Actor, at: datetime) -> Appraisal:
    """Write one's own part: she hers, her manager (or the deputy) the manager's. Neither can write in the other's.

    A change after the first signature takes it away, so that both sign the same words. Refuses others, what both have
    signed, answers over 5,000 characters, and answers to what the template does not ask.
    """
    party = part_of(appraisal.person_id, by.person_id)
    current = unsigned(appraisal, by=by, permission=MAY_WRITE[party])
    asked = terms_kept_by(current.policy, since=timezone.localdate(current.begun_at)).asked(current.kind, party)
    said = {code: answer.strip().replace("\r\n", "\n") for code, answer in answers.items()}
    for fault in answer_faults(said, asked):
        raise Refused(fault.reason, field=fault.field)
    name = PART[party]
    if getattr(current, name) == said:
        note_change(current, changed=())
        return current
    return changed_in(current, {name: said}, by=by, at=at)


@command("development.appraisal.sign")
def sign(*, appraisal: Appraisal, held_on: date | None, by: Actor, at: datetime) -> Appraisal:
    """Sign one's own side. The second signature locks the record; what comes after it is an addendum.

    `held_on` is the day of the talk; the first to sign says it, the second may leave it. Refuses others, who has signed
    already, an unanswered question of one's own part, an open goal that is not reviewed, and a day to come.
    """
    party = part_of(appraisal.person_id, by.person_id)
    current = unsigned(appraisal, by=by, permission=MAY_WRITE[party])
    day = held_on or current.held_on
    begun_on = timezone.localdate(current.begun_at)
    reason = held_reason(day, begun_on=begun_on, on=by.on)
    if reason:
        raise Refused(reason, field="held_on")
    asked = terms_kept_by(current.policy, since=begun_on).asked(current.kind, party)
    ready = missing_for_signature(getattr(current, PART[party]), asked, unreviewed=len(unreviewed_goals(current)))
    if not ready.allowed:
        raise Refused(ready.reason)
    is_second = current.state == MeetingState.SIGNING and (current.held_on == day)
    if current.state == MeetingState.SIGNING and not is_second:
        raise Refused("The other signed for another day of the talk. Ask, or change your part first.", field="held_on")
    name = "sign_last" if is_second else "sign"
    name += "_as_manager" if party == Party.MANAGER else ""
    return apply(APPRAISAL, name, current, by=by, at=at, values={"held_on": day})


@command("development.appraisal.cancel")
def cancel(*, appraisal: Appraisal, note: str, by: Actor, at: datetime) -> Appraisal:
    """Cancel a meeting begun by mistake, with a reason; it can be begun anew. Refuses others and what is signed."""
    return apply(APPRAISAL, "cancel", appraisal, by=by, at=at, note=note)


@command("development.appraisal.add")
def add(*, appraisal: Appraisal, words: str, by: Actor, at: datetime) -> AppraisalAddendum:
    """Add to a record both have signed, under one's own name. Refuses others, nothing said, and what is not signed."""
    if not allows("development.appraisal.add", by, appraisal):
        raise Refused("Only the two who signed add to this record.")
    if not appraisal.is_signed:
        raise Refused("It is not signed yet. Write in your own part instead.")
    said = words.strip().replace("\r\n", "\n")
    if not said or len(said) > MOST_WORDS:
        raise Refused(f"Write what you add, in at most {MOST_WORDS:,} characters.", field="words")
    made = AppraisalAddendum.objects.create(appraisal=appraisal, written_by_id=by.person_id, written_at=at, words=said)
    record(made, moved=("", "added"), about=appraisal.person_id, organisation=appraisal.organisation_id)
    return made


def unsigned(appraisal: Appraisal, *, by: Actor, permission: str) -> Appraisal:
    """The meeting as it is stored now, locked for this transaction. Refuses who may not and what cannot change."""
    if not allows(permission, by, appraisal):
        raise Refused("This is for somebody else to do. You have your own part, or none here.")
    current = Appraisal.objects.select_for_update(of=("self",)).select_related("policy").get(pk=appraisal.pk)
    if not current.is_unsigned:
        raise Refused("It is signed by both or cancelled, and does not change any more. You can add to a signed one.")
    return current


def changed_in(appraisal: Appraisal, values: Mapping[str, Any], *, by: Actor, at: datetime) -> Appraisal:
    """Write values into the meeting; where one has signed, the signature goes. Notes the one event of the command."""
    if appraisal.state == MeetingState.SIGNING:
        return apply(APPRAISAL, "open_again", appraisal, by=by, at=at, values={**values, **UNSIGNED, "changed_at": at})
    _store(appraisal, {**values, "changed_at": at})
    note_change(appraisal, changed=tuple(values))
    return appraisal


def note_change(appraisal: Appraisal, *, changed: tuple[str, ...]) -> None:
    """The event of a command that changes the meeting without moving it."""
    record(appraisal, changed=changed, about=appraisal.person_id, organisation=appraisal.organisation_id)


def _store(appraisal: Appraisal, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(appraisal, name, value)
    appraisal.save(update_fields=list(values))
