"""The clock of a window: every page it asks for is answered as on another day. Only the journeys’ portal knows it.

Who is signed in, and for how long, goes by the real clock: time is moved after that is known.
"""

from collections.abc import Callable
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import time_machine
from django.http import HttpRequest, HttpResponse

from tests.browser.visitor import Visitor

HEADER = "X-Journey-Moment"
LONDON = ZoneInfo("Europe/London")


class MovedClock:
    """Answers a request that names a moment as at that moment; each web process answers one at a time."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        moment = request.headers.get(HEADER)
        if moment is None:
            return self.get_response(request)
        with time_machine.travel(datetime.fromisoformat(moment)):
            return self.get_response(request)


def morning_of(day: date) -> datetime:
    """Half past nine in London, when the windows are open."""
    return datetime.combine(day, time(9, 30), LONDON)


def move(day: date, *visitors: Visitor) -> None:
    """From now on it is that morning in these windows."""
    for visitor in visitors:
        visitor.page.set_extra_http_headers({HEADER: morning_of(day).isoformat()})
