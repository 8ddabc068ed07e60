"""Whose grant claims somebody sees: those of the employer that claims, wherever the year is now."""

from typing import Any, Self

from django.apps import apps
from django.db import models

from academy.engines.access.querysets import barred
from academy.identity.actor import Actor
from academy.people.selectors.answering import taken_in
from asye.querysets.enrolments import RUNNERS


class GrantClaimQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Those of the employer the actor runs the programme for, also once the year has gone to another; the other one
        sees its own. Never those for her own year, nor of a year she is barred from."""
        if actor.person_id is None:
            return self.none()
        years: Any = apps.get_model("asye", "Enrolment")._default_manager
        kept_from = years.filter(barred(actor, years.model)).order_by().values("pk")
        ran = self.filter(taken_in(actor, *RUNNERS, person="enrolment__person_id"))
        return ran.exclude(enrolment__person_id=actor.person_id).exclude(enrolment_id__in=kept_from)
