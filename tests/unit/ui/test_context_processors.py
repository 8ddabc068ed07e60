"""The frame of a page: safe where nobody is signed in, and a token that names nobody."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.test import RequestFactory

from academy.ui.context_processors import owner_token, page_frame


def request(**known: Any) -> HttpRequest:
    asked = RequestFactory().get("/")
    for name, value in known.items():
        setattr(asked, name, value)
    return asked


def signed_in(pk: int) -> SimpleNamespace:
    return SimpleNamespace(pk=pk, is_authenticated=True)


@pytest.mark.parametrize("known", [{}, {"user": AnonymousUser(), "actor": None}])
def test_page_frame_nobody_signed_in_has_no_menu_and_no_clock(known: dict[str, Any]) -> None:
    frame = page_frame(request(**known))
    assert (list(frame["menu"]), frame["session_ends_in"], frame["owner_token"]) == ([], None, "")


def test_page_frame_signed_in_says_how_many_seconds_are_left() -> None:
    assert page_frame(request(user=signed_in(7), session_ends_in=14390))["session_ends_in"] == 14390


def test_page_frame_just_signed_in_has_the_whole_time() -> None:
    assert page_frame(request(user=signed_in(7)))["session_ends_in"] == 4 * 60 * 60


def test_owner_token_is_the_persons_own_and_says_nothing() -> None:
    first, again, other = (owner_token(request(user=signed_in(pk))) for pk in (7, 7, 8))
    assert (first == again, first == other, len(first)) == (True, False, 24)
