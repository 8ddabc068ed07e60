"""How a mail stands. Codes are stored."""

from django.db.models import TextChoices


class MailStatus(TextChoices):
    QUEUED = "queued", "Waiting to be sent"
    CLAIMED = "claimed", "Being sent"
    SENT = "sent", "Sent"
    FAILED = "failed", "Could not be sent"
    TAKEN_BACK = "taken_back", "Taken back: a later mail says it too"
