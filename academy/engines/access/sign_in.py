"""What becomes of somebody who sends a form when nobody is signed in any more, or somebody else is.

Another engine (drafts) registers itself as the keeper of what was sent, so that it can be offered to its owner later.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseRedirect


@dataclass(frozen=True)
class Keeper:
    """`owner_of` tells whose form a request sends, if it says so; `keep` puts its words by, if it can."""

    owner_of: Callable[[HttpRequest], int | None]
    keep: Callable[[HttpRequest, datetime], bool]


_keeper: list[Keeper] = []


def register_keeper(keeper: Keeper) -> None:
    """Name the one keeper of words that were sent too late."""
    _keeper[:] = [keeper]


def keep_words(request: HttpRequest, *, at: datetime) -> bool:
    """Put by what a form sent, for the person it was made for. False when there is nothing that could be kept."""
    return request.method == "POST" and any(keeper.keep(request, at) for keeper in _keeper)


def is_of_somebody_else(request: HttpRequest, *, user_id: int | None) -> bool:
    """Was this form made for another person than the one signed in now?"""
    owners = {keeper.owner_of(request) for keeper in _keeper} if request.method == "POST" else set()
    return bool(owners - {None, user_id})


def to_sign_in(request: HttpRequest, *, at: datetime) -> HttpResponseRedirect:
    """To sign-in and from there back; after a form, to the form's page, which offers the words that were put by."""
    if request.method == "POST":
        keep_words(request, at=at)
        return redirect_to_login(request.path)
    return redirect_to_login(request.get_full_path())


def back_to_own(request: HttpRequest, *, at: datetime) -> HttpResponseRedirect:
    """For a form made for somebody else: her words are put by for her, and the one signed in goes to her own page."""
    keep_words(request, at=at)
    messages.warning(request, "That form was opened by somebody else. What it said is kept for them and was not used.")
    return HttpResponseRedirect(request.path)
