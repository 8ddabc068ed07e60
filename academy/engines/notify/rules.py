"""When a mail that did not go is tried again, and when it is given up. Pure."""

from datetime import datetime, timedelta

# Pauses between attempts: a server that restarts is back in minutes, one that is repaired the next day.
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720))
MAX_ATTEMPTS = len(PAUSES) + 1

# A worker that holds a mail longer than this has died: another may take it. Longer than any mail server lets one wait.
CLAIM_LASTS = timedelta(minutes=10)


def due_after_failure(attempts: int, *, at: datetime) -> datetime | None:
    """When to try again after so many failed attempts; None when it is time to give up."""
    return at + PAUSES[attempts - 1] if attempts < MAX_ATTEMPTS else None
