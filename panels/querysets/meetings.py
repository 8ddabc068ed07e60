"""Which meetings somebody sees, and what of them."""

from typing import Any, Self

from django.apps import apps
from django.db import models

from academy.identity.actor import Actor
from panels.querysets.cases import of_cases_seen


class MeetingQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Those of panels she sees. What is on the agenda is filtered by its cases."""
        panels: Any = apps.get_model("panels", "Panel")._default_manager
        return self.filter(panel__in=panels.visible_to(actor).order_by().values("pk"))


class AgendaItemQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Those of cases she sees; one of a case she is out of is not there for her, not even as a number."""
        return self.filter(of_cases_seen(actor))

    def standing(self) -> Self:
        """Those that were not taken off."""
        return self.filter(is_off=False)


class PresenceQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Those of meetings she sees."""
        meetings: Any = apps.get_model("panels", "Meeting")._default_manager
        return self.filter(meeting__in=meetings.visible_to(actor).order_by().values("pk"))

    def in_the_room(self) -> Self:
        return self.filter(left_at__isnull=True)
