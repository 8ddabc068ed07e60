"""Declaring a second job, withdrawing the declaration, and saying that the job has ended."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.people.choices.second_jobs import COUNTING, SecondJobState
from academy.people.models import SecondJob
from academy.people.notices.second_jobs import WAITING, WaitingContext
from academy.people.rules.second_jobs import can_declare
from academy.people.selectors.second_job_deciders import deciders_of, deputies_of
from academy.people.selectors.second_jobs import place_of, week_of
from academy.people.services.judging import lock_person, require
from academy.people.services.second_job_notices import send_to
from academy.people.workflow import SECOND_JOB

NO_POLICY = "Your organisation has not said how second jobs are decided. Ask its human resources."


@dataclass(frozen=True, kw_only=True)
class Declaration:
    """What somebody says of a second job. Hours are hours a week; without a last day it goes on."""

    employer: str
    role: str
    hours: Decimal
    from_on: date
    until_on: date | None = None
    words: str = ""


@command("people.second_job.declare")
def declare(
    *,
    organisation: Organisation,
    declaration: Declaration,
    by: Actor,
    at: datetime,
    renews: SecondJob | None = None,
) -> SecondJob:
    """Declare a job of one's own, or one that was allowed anew. Whose permission it needs and what the week comes to
    are kept as they are now; too many hours can be declared, and are then refused by who decides (S2-38 to S2-44).

    Refuses an organisation where she has no post, dates that are not in order, hours outside 0.25 to 100, and a second
    renewal of the same job.
    """
    if by.person_id is None or organisation.pk not in by.staff_of:
        raise Refused("Only who has a post in the organisation declares a second job there.")
    require(can_declare(hours=declaration.hours, from_on=declaration.from_on, until_on=declaration.until_on))
    lock_person(by.person_id)
    _refuse_second_renewal(renews, by)
    day = max(declaration.from_on, by.on)
    place = place_of(by.person_id, organisation.pk, on=by.on)
    if place is None:
        raise Refused(NO_POLICY)
    out = [renews.pk] if renews else []
    week = week_of(by.person_id, declared=declaration.hours, terms=place.terms, on=day, leaving_out=out)
    job = SecondJob.objects.create(
        person_id=by.person_id,
        organisation=organisation,
        policy=place.policy,
        renews=renews,
        hours_in_all=week.in_all,
        permitted_by=place.asked.permitted_by,
        declared_at=at,
        **vars(declaration),
    )
    record(job, moved=("", SecondJobState.DECLARED), about=by.person_id, organisation=organisation.pk)
    _tell_deciders(job, by=by, at=at)
    return job


@command("people.second_job.withdraw")
def withdraw(*, job: SecondJob, by: Actor, at: datetime) -> SecondJob:
    """Take a declaration back before the decision. Refuses anybody else, and one that was decided."""
    return apply(SECOND_JOB, "withdraw", job, by=by, at=at)


@command("people.second_job.end")
def end(*, job: SecondJob, last_day: date, by: Actor, at: datetime) -> SecondJob:
    """Say that an allowed job has ended; its hours count no more. Refuses a day before it began or after today."""
    if last_day < job.from_on:
        raise Refused("This is before the job began. Give that day or a later one.", field="last_day")
    if last_day > by.on:
        raise Refused("This day is still to come. Come back when the job has ended.", field="last_day")
    ended = apply(SECOND_JOB, "end", job, by=by, at=at)
    ended.until_on = last_day
    ended.save(update_fields=["until_on"])
    return ended


def _refuse_second_renewal(renews: SecondJob | None, by: Actor) -> None:
    if renews is None:
        return
    if not allows("people.second_job.renew", by, renews):
        raise Refused("Only the person herself declares her second job anew.")
    if not renews.is_allowed:
        raise Refused("Only an allowed job is declared again. Declare this one as a new one.")
    if renews.renewals.filter(state__in=COUNTING).exists():
        raise Refused("This job was declared anew already. Open the newer declaration to see how it stands.")


def _tell_deciders(job: SecondJob, *, by: Actor, at: datetime) -> None:
    people = deciders_of(job, on=by.on)
    deputies = [each.deputy for each in deputies_of(people, job, on=by.on)]
    context = WaitingContext(who=by.label, url=job.get_absolute_url())
    send_to([*people, *deputies], kind=WAITING, context=context, by=by, at=at)
