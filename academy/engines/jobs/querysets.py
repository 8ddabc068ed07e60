"""Filters of jobs."""

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import Q

from academy.engines.jobs.choices import MOST_ATTEMPTS, RING_AGAIN_AFTER, SILENCE, JobStatus
from academy.identity.actor import Actor


class JobQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Jobs this person asked for herself."""
        return self.filter(owner_id=actor.person_id) if actor.person_id is not None else self.none()

    def silent(self, at: datetime) -> Self:
        """Jobs whose worker has given no sign for five minutes: it died, or lost its database."""
        return self.filter(status=JobStatus.RUNNING, heartbeat_at__lte=at - SILENCE)

    def held(self, job: Any) -> Self:
        """The job as long as it is this worker's turn: after a silence it may be another's."""
        return self.filter(pk=job.pk, status=JobStatus.RUNNING, attempts=job.attempts)

    def due(self, at: datetime) -> Self:
        """Jobs a worker may take: waiting and due, or begun by a worker that went silent with attempts left."""
        waiting = Q(status=JobStatus.QUEUED, due_at__lte=at)
        silent = Q(status=JobStatus.RUNNING, heartbeat_at__lte=at - SILENCE, attempts__lt=MOST_ATTEMPTS)
        return self.filter(waiting | silent)

    def to_ring(self, at: datetime) -> Self:
        """Due jobs nobody has rung for lately."""
        return self.due(at).filter(
            Q(rung_at__isnull=True) | Q(rung_at__lte=at - RING_AGAIN_AFTER) | ~Q(status="queued")
        )
