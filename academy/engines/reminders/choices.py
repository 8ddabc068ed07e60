"""How a reminder stands. Codes are stored."""

from datetime import time, timedelta

from django.db.models import TextChoices

QUIET_FROM = time(19, 0)
QUIET_UNTIL = time(7, 30)

# So long a portal may have been down, or a worker stuck, without a reminder being lost.
LOOK_BACK = timedelta(days=14)
KEPT_FOR = timedelta(days=730)


class ReminderStatus(TextChoices):
    WAITING = "waiting", "To be told"
    TOLD = "told", "Told in a digest"
    OVERTAKEN = "overtaken", "A later reminder of the same deadline took its place"
    WITHDRAWN = "withdrawn", "No longer true: done, moved to another day, or the person has left"
    UNWANTED = "unwanted", "The person does not want this kind"
