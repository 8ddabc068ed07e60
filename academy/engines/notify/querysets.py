"""Filters of notices and mails."""

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from academy.engines.notify.choices import MailStatus
from academy.engines.notify.rules import CLAIM_LASTS
from academy.identity.actor import Actor


class NoticeQuerySet(QuerySet[Any]):
    def visible_to(self, actor: Actor) -> "NoticeQuerySet":
        """A notice is seen by the person it was written to and by nobody else."""
        return self.none() if actor.person_id is None else self.filter(person_id=actor.person_id)

    def unread(self) -> "NoticeQuerySet":
        return self.filter(read_at__isnull=True)


class MailQuerySet(QuerySet[Any]):
    def due(self, at: datetime) -> "MailQuerySet":
        """To be sent now: waiting and due, or held by a worker that has died."""
        waiting = Q(status=MailStatus.QUEUED, due_at__lte=at)
        abandoned = Q(status=MailStatus.CLAIMED, claimed_at__lte=at - CLAIM_LASTS)
        return self.filter(waiting | abandoned)

    def failed(self) -> "MailQuerySet":
        return self.filter(status=MailStatus.FAILED)
