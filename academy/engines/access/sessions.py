"""A session lasts so long after the last request. What is stored is moved on once a minute at most: a page that is read
changes nothing, and saving a session each time would cost every page three statements."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

MOVED_AT = "moved_at"
# Far less than the warning before the end: the page, which counts from its own last request, warns in time.
MOVED_EVERY = 60


class LastingSessionMiddleware:
    """Moves the end of a signed-in session on; tells pages by `request.session_ends_in` how many seconds are left."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        session = request.session
        if settings.SESSION_COOKIE_NAME in request.COOKIES and SESSION_KEY in session:
            if seconds_left(session) <= settings.SESSION_COOKIE_AGE - MOVED_EVERY:
                prolong(session)
            setattr(request, "session_ends_in", seconds_left(session))
        return self.get_response(request)


def prolong(session: SessionBase) -> None:
    """Let the session last its whole time from now."""
    session[MOVED_AT] = int(timezone.now().timestamp())


def seconds_left(session: SessionBase) -> int:
    """How long the session lasts if nothing more is asked; a new one counts as one that has to be moved on."""
    moved_at: int = session.get(MOVED_AT, 0)
    return max(0, moved_at + settings.SESSION_COOKIE_AGE - int(timezone.now().timestamp()))
