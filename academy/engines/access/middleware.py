"""Who is asking: `actor_of(request)` for views, `request.actor` and `request.organisation` for templates."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import SESSION_KEY as SIGNED_IN
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from academy.engines.access.actors import actor_for
from academy.engines.access.second_factor import judged
from academy.engines.access.sessions import MOVED_EVERY, prolong, seconds_left
from academy.identity.actor import Actor
from academy.identity.models import Organisation, User

SESSION_KEY = "organisation_id"


def actor_of(request: HttpRequest) -> Actor | None:
    """The actor of this request, worked out once; None for somebody not signed in.

    The wish for another organisation is in the session; it counts only while the person reaches that organisation.
    """
    if not hasattr(request, "_actor"):
        setattr(request, "_actor", _work_out(request))
    actor: Actor | None = getattr(request, "_actor")
    return actor


def actor_signed_in(request: HttpRequest) -> Actor | None:
    """The actor just after somebody signed in within this request: worked out again."""
    setattr(request, "_actor", _work_out(request))
    return actor_of(request)


class ActorMiddleware:
    """Gives templates the actor and her organisation; a page that needs neither costs no query."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        setattr(request, "actor", SimpleLazyObject(lambda: actor_of(request)))
        setattr(request, "organisation", SimpleLazyObject(lambda: _organisation(request)))
        return self.get_response(request)


class LastingSessionMiddleware:
    """Moves the end of a signed-in session on; tells pages by `request.session_ends_in` how many seconds are left."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        session, now = request.session, timezone.now()
        if settings.SESSION_COOKIE_NAME in request.COOKIES and SIGNED_IN in session:
            if seconds_left(session, at=now) <= settings.SESSION_COOKIE_AGE - MOVED_EVERY:
                prolong(session, at=now)
            setattr(request, "session_ends_in", seconds_left(session, at=now))
        return self.get_response(request)


def _work_out(request: HttpRequest) -> Actor | None:
    if not isinstance(request.user, User):
        return None
    user = request.user
    actor = actor_for(user=user, on=timezone.localdate(), organisation_id=request.session.get(SESSION_KEY))
    return judged(actor, request=request, user=user)


def _organisation(request: HttpRequest) -> Organisation | None:
    actor = actor_of(request)
    if actor is None or actor.organisation_id is None:
        return None
    return Organisation.objects.get(pk=actor.organisation_id)
