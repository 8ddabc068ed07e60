"""What the frame of every page needs; cheap, and safe where nobody is signed in."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.functional import SimpleLazyObject

from academy.ui.navigation import FOOTER, MENU, Place


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """Menu, footer, seconds the session lasts, and a token that tells one reader's kept words from another's."""
    actor = getattr(request, "actor", None)
    section = _section(request)
    return {
        "menu": SimpleLazyObject(lambda: MENU.places(actor=actor, section=section)),
        "footer_links": SimpleLazyObject(lambda: _footer(actor, section)),
        "session_ends_in": _session_ends_in(request),
        "owner_token": owner_token(request),
    }


def owner_token(request: HttpRequest) -> str:
    """A name for the person signed in that says nothing about her: the browser keeps unsaved words under it."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return ""
    return salted_hmac("academy.ui.owner", str(user.pk), algorithm="sha256").hexdigest()[:24]


def _footer(actor: Any, section: str) -> list[Place]:
    return FOOTER.places(actor=actor, section=section)


def _session_ends_in(request: HttpRequest) -> int | None:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return None
    return getattr(request, "session_ends_in", settings.SESSION_COOKIE_AGE)


def _section(request: HttpRequest) -> str:
    """The `section` its view class states."""
    match = getattr(request, "resolver_match", None)
    view = getattr(match.func, "view_class", None) if match else None
    return getattr(view, "section", "")
