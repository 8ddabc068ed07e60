"""The count of things to do, remembered for a minute: every page shows it, and counting asks every app.

Whoever acts sees it anew at once, as does whoever opens her list. What others did for her is counted within the minute.
"""

from collections.abc import Callable

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

from academy.engines.access.middleware import actor_of
from academy.engines.worklist.selectors.items import count_for
from academy.identity.actor import Actor

SECONDS = 60
READS = ("GET", "HEAD", "OPTIONS")


def remembered_count(actor: Actor) -> int:
    """How many things wait for the actor, as it was counted within the last minute."""
    found: int | None = cache.get(_key(actor))
    return remember(actor, count_for(actor)) if found is None else found


def remember(actor: Actor, count: int) -> int:
    """Remember what was just counted; gives it back."""
    cache.set(_key(actor), count, SECONDS)
    return count


class ForgetCountMiddleware:
    """After whatever somebody does, her count is worked out anew."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        actor = None if request.method in READS else actor_of(request)
        if actor is not None:
            cache.delete(_key(actor))
        return response


def _key(actor: Actor) -> str:
    """One count for each account, organisation acted in and day; another while her roles are put aside."""
    aside = "aside" if actor.lacks_second_factor else "all"
    return f"worklist.count/{actor.user_id}/{actor.organisation_id}/{actor.on}/{aside}"
