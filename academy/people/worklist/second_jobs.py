"""Second jobs that wait for a decision, and permissions that end soon."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from academy.people.models import SecondJob
from academy.people.selectors.second_jobs import to_renew, waiting_for

SOON = timedelta(days=30)


def _decisions(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Decide on a second job of {job.person.full_name}",
            why="She declared it and waits for your permission.",
            url=reverse("people:decide-second-job", args=[job.pk]),
            action="Decide",
            waiting_since=timezone.localdate(job.declared_at),
        )
        for job in waiting_for(actor)
    ]


def _renewals(actor: Actor, on: date) -> list[Item]:
    if actor.person_id is None:
        return []
    return [_renewal(job) for job in to_renew(actor, until=on + SOON)]


def _renewal(job: SecondJob) -> Item:
    return Item(
        what=f"Declare your second job with {job.employer} again, or say that it has ended",
        why="A permission is given for a time and asked for anew.",
        url=job.get_absolute_url(),
        action="Open it",
        due_on=job.renew_on,
    )


declare(Provider("people.second_job_decisions", _decisions))
declare(Provider("people.second_job_renewals", _renewals))
