"""A role opens with a second step only: the first sign-in leads to setting it up, the next one asks for the code."""

import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from academy.config.supervise import commands
from tests.browser.codes import next_code
from tests.browser.conftest import Opens
from tests.browser.portal import PASSWORD, Portal
from tests.browser.visitor import Visitor
from tests.integration.config.processes import eventually, free_port, running

LEAD = "lead-hfds@demo.example"
INVITATIONS = "/people/invitations/"


@pytest.fixture
def strict(portal: Portal, tmp_path: Path) -> Iterator[Portal]:
    """A second web process of the same portal, which asks for the second factor."""
    port = free_port()
    environment = {**portal.environment, "DJANGO_SETTINGS_MODULE": "tests.browser.strict"}
    with running(commands(port)["web"], environment=environment, output=tmp_path / "web.log"):
        address = f"http://localhost:{port}"
        assert eventually(lambda: _is_up(address), within=60), (tmp_path / "web.log").read_text()[-2000:]
        yield replace(portal, url=address)


def _is_up(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/healthz", timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def sign_in(visitor: Visitor) -> None:
    visitor.go("/accounts/login/")
    visitor.give_credentials(LEAD, PASSWORD)


def is_still_you(visitor: Visitor) -> None:
    expect(visitor.page.get_by_role("heading", name="Is it still you?")).to_be_visible()
    visitor.page.get_by_label("Password", exact=True).fill(PASSWORD)
    visitor.page.get_by_role("button", name="Go on").click()


def set_up(visitor: Visitor) -> tuple[str, str]:
    """From the page that explains it to a second step that is on; gives the key and the code used."""
    visitor.page.get_by_role("button", name="Set up the app").click()
    is_still_you(visitor)
    key = visitor.page.locator("code").inner_text()
    code = next_code(key)
    visitor.page.get_by_label("Code").fill(code)
    visitor.page.get_by_role("button", name="Turn on the second step").click()
    expect(visitor.page.get_by_role("heading", name="Recovery codes").first).to_be_visible()
    return key, code


def turn_off(visitor: Visitor) -> None:
    """The demo's account is as it was: other journeys sign in with it."""
    visitor.go("/accounts/2fa/")
    visitor.page.get_by_role("link", name="Turn it off").click()
    is_still_you(visitor)
    visitor.page.get_by_role("button", name="Turn it off").click()
    expect(visitor.page.get_by_text("It is off.")).to_be_visible()


def test_role_is_set_up_at_the_first_sign_in_and_asks_for_the_code_at_the_second(opens: Opens, strict: Portal) -> None:
    lead, again = (Visitor(opens(screen).page, strict) for screen in ("phone", "desktop"))
    sign_in(lead)
    expect(lead.page.get_by_role("heading", name="Your role needs a second step")).to_be_visible()
    lead.judge()
    lead.go(INVITATIONS)
    expect(lead.page.get_by_role("link", name="Set up the second step").first).to_be_visible()
    lead.judge()

    lead.go("/people/me/second-step/")
    key, used = set_up(lead)
    lead.go(INVITATIONS)
    expect(lead.page.get_by_role("heading", name="Invitations")).to_be_visible()
    lead.judge()

    sign_in(again)
    expect(again.page.get_by_role("heading", name="Your code")).to_be_visible()
    again.judge()
    again.page.get_by_label("Code").fill(next_code(key, used=used))
    again.page.get_by_role("button", name="Sign in").click()
    expect(again.page).to_have_url(f"{strict.url}/")
    again.go(INVITATIONS)
    expect(again.page.get_by_role("heading", name="Invitations")).to_be_visible()
    again.judge()
    turn_off(again)
