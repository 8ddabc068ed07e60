"""Allowing and refusing second jobs. Locked and judged, so that two presses are one decision."""

from dataclasses import replace
from datetime import datetime

from academy.engines.audit.commands import Refused, command
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.models import SecondJob
from academy.people.models.second_job import MOST_WORDS
from academy.people.notices.second_jobs import DECIDED, DecidedContext
from academy.people.rules.second_jobs import renewed_by
from academy.people.selectors.second_job_deciders import stood_in_for
from academy.people.selectors.second_job_policies import terms_of
from academy.people.selectors.second_jobs import week_with
from academy.people.services.judging import lock_person
from academy.people.services.second_job_notices import send_to
from academy.people.workflow import SECOND_JOB


def allow(*, job: SecondJob, by: Actor, at: datetime, reason: str = "") -> SecondJob:
    """Permit it, as herself or for whom she stands in: see `_allow`."""
    return _allow(job=job, by=_deciding(by, job), at=at, reason=reason)


def refuse(*, job: SecondJob, by: Actor, at: datetime, reason: str) -> SecondJob:
    """Say no, as herself or for whom she stands in: see `_refuse`."""
    return _refuse(job=job, by=_deciding(by, job), at=at, reason=reason)


@command("people.second_job.allow")
def _allow(*, job: SecondJob, by: Actor, at: datetime, reason: str) -> SecondJob:
    """Permit a second job until it is to be declared anew. One it renews ends with this.

    Refuses who does not decide, what is decided or withdrawn, and hours that come to more than the policy's limit over
    all jobs as they are at this moment (S2-42).
    """
    held = _prepared(job, reason=reason)
    held.renew_on = renewed_by(by.on, terms_of(held.policy).renew_after_months)
    held.save(update_fields=["reason", "renew_on"])
    allowed = apply(SECOND_JOB, "allow", held, by=by, at=at, facts=week_with(held, on=by.on))
    _end_renewed(allowed, by=by, at=at)
    _tell(allowed, by=by, at=at)
    return allowed


@command("people.second_job.refuse")
def _refuse(*, job: SecondJob, by: Actor, at: datetime, reason: str) -> SecondJob:
    """Say no, with a reason the person reads. Refuses who does not decide, and what is decided or withdrawn."""
    if not reason.strip():
        raise Refused("Give a reason. It is read by the person who asks.", field="reason")
    held = _prepared(job, reason=reason)
    held.save(update_fields=["reason"])
    refused = apply(SECOND_JOB, "refuse", held, by=by, at=at)
    _tell(refused, by=by, at=at)
    return refused


@command("people.second_job.replace")
def _replace(*, job: SecondJob, by: Actor, at: datetime) -> SecondJob:
    """End the permission that a newer one takes the place of."""
    return apply(SECOND_JOB, "end", job, by=by, at=at)


def _deciding(by: Actor, job: SecondJob) -> Actor:
    """The actor on behalf of whom she stands in for, so that both names stay."""
    absent = None if by.person_id is None else stood_in_for(by.person_id, job, on=by.on)
    return by if absent is None else replace(by, on_behalf_of_id=absent)


def _prepared(job: SecondJob, *, reason: str) -> SecondJob:
    """The row as it is now, locked together with what counts in her week; nothing is written over a decision."""
    if len(reason) > MOST_WORDS:
        raise Refused(f"Use at most {MOST_WORDS} characters. You have {len(reason)}.", field="reason")
    lock_person(job.person_id)
    held = SecondJob.objects.select_for_update(of=("self",)).select_related("policy", "person").get(pk=job.pk)
    if held.is_waiting:
        held.reason = reason.strip()
    return held


def _end_renewed(job: SecondJob, *, by: Actor, at: datetime) -> None:
    if job.renews is not None and job.renews.is_allowed:
        _replace(job=job.renews, by=Actor.system("second jobs", on=by.on), at=at)


def _tell(job: SecondJob, *, by: Actor, at: datetime) -> None:
    context = DecidedContext(who=by.label, is_allowed=job.is_allowed, url=job.get_absolute_url())
    send_to([job.person], kind=DECIDED, context=context, by=by, at=at)
