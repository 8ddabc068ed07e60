"""Who knows that a year goes, or went, to another employer."""

from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Q

from academy.engines.access.querysets import barred
from academy.identity.actor import Actor
from asye.choices.enrolments import EnrolmentState
from asye.querysets.enrolments import RUNNERS


class TransferQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Her own; and to who runs the programme for the whole of the employer that released the record, or of the one
        it was released to: there as long as it waits, and once it was taken up.

        Whoever was with the first employer knows no more of the year afterwards than that it was released.
        """
        if actor.person_id is None:
            return self.none()
        run = actor.organisations_where(*RUNNERS)
        awaited = Q(claimed_at__isnull=False) | Q(enrolment__state=EnrolmentState.RELEASED)
        ran = Q(from_organisation_id__in=run) | (Q(to_organisation_id__in=run) & awaited)
        years: Any = apps.get_model("asye", "Enrolment")._default_manager
        kept_from = years.filter(barred(actor, years.model)).order_by().values("pk")
        return self.filter(Q(enrolment__person_id=actor.person_id) | (ran & ~Q(enrolment_id__in=kept_from)))

    def waiting(self) -> Self:
        """Those that nobody has taken up, of years that are still between employers."""
        return self.filter(claimed_at=None, enrolment__state=EnrolmentState.RELEASED)

    def claimable_by(self, actor: Actor) -> Self:
        """Those that wait for the actor to take them up."""
        run = actor.organisations_where(*RUNNERS)
        return (
            self.waiting()
            .visible_to(actor)
            .filter(to_organisation_id__in=run)
            .exclude(enrolment__person_id=actor.person_id)
        )
