"""A session lasts so long after the last request. What is stored is moved on once a minute at most: a page that is read
changes nothing, and saving a session each time would cost every page three statements."""

from datetime import datetime

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

MOVED_AT = "moved_at"
# Far less than the warning before the end: the page, which counts from its own last request, warns in time.
MOVED_EVERY = 60


def prolong(session: SessionBase, *, at: datetime) -> None:
    """Let the session last its whole time from now."""
    session[MOVED_AT] = int(at.timestamp())


def seconds_left(session: SessionBase, *, at: datetime) -> int:
    """How long the session lasts if nothing more is asked; a new one counts as one that has to be moved on."""
    moved_at: int = session.get(MOVED_AT, 0)
    return max(0, moved_at + settings.SESSION_COOKIE_AGE - int(at.timestamp()))
