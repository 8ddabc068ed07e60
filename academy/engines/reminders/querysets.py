"""Filters of reminders."""

from typing import Any, Self

from django.db import models

from academy.engines.reminders.choices import ReminderStatus


class ReminderQuerySet(models.QuerySet[Any]):
    def waiting(self) -> Self:
        """Not told yet, and not found to be needless."""
        return self.filter(status=ReminderStatus.WAITING)
