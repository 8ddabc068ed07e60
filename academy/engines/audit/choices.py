"""What an audit event tells of: something done, or somebody else's record read."""

from django.db.models import TextChoices


class EventKind(TextChoices):
    ACT = "act", "Done"
    READ = "read", "Read"
