"""A session that warns before it ends, and says afterwards what happened."""

from django.template import engines
from playwright.sync_api import Page, expect

from tests.browser.ui.conftest import PretendPortal

PAGE = '{% extends "layouts/page.html" %}'


def opened(pretend: PretendPortal, *, ends_in: int) -> Page:
    pretend.pages["/page/"] = str(
        engines["django"].from_string(PAGE).render({"title": "A page", "session_ends_in": ends_in, "csrf_token": "abc"})
    )
    return pretend.open("/page/")


def test_session_with_hours_left_says_nothing(pretend: PretendPortal) -> None:
    page = opened(pretend, ends_in=4 * 60 * 60)
    assert (page.inner_text("#session-notice"), page.is_visible("text=Stay signed in")) == ("", False)


def test_session_five_minutes_before_the_end_warns(pretend: PretendPortal) -> None:
    page = opened(pretend, ends_in=299)
    expect(page.locator("#session-words")).to_have_text("You will be signed out in 5 minutes.")
    assert page.locator("#session-words").get_attribute("role") == "status"


def test_session_stay_signed_in_asks_the_portal_and_goes_quiet(pretend: PretendPortal) -> None:
    pretend.answers["/session/keep-alive/"] = lambda request: (200, {"ends_in": 14400})
    page = opened(pretend, ends_in=200)
    page.click("text=Stay signed in")
    expect(page.locator("#session-words")).to_have_text("")
    assert [path for path, _ in pretend.sent] == ["/session/keep-alive/"]


def test_session_over_says_what_happened(pretend: PretendPortal) -> None:
    page = opened(pretend, ends_in=1)
    expect(page.locator("#session-words")).to_have_text(
        "You have been signed out because nothing was sent for a while. What stands on this page is still here. "
        "Sign in in another tab",
        timeout=15_000,
    )
    assert page.is_visible("text=Stay signed in") is False
