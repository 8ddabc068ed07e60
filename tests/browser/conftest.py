"""One portal and one Chromium for all journeys; a window of its own for each."""

import itertools
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import pytest_socket
from playwright.sync_api import Browser, ViewportSize, expect, sync_playwright

from tests.browser.hand import Hand, hand_in
from tests.browser.portal import Portal, own_database, running_portal
from tests.browser.visitor import Visitor

CHROMIUM = "/usr/bin/chromium-headless-shell"  # draws no window: half the work of the whole browser
WHOLE = "/usr/bin/chromium"  # with the viewer of PDFs, which the shell has not
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
SCREENS = {
    "desktop": ViewportSize(width=1280, height=900),
    "phone": ViewportSize(width=390, height=844),
    "narrow": ViewportSize(width=320, height=640),
}

ADDRESSES = itertools.count(1)  # of the windows; a range kept for examples

Opens = Callable[..., Visitor]


@pytest.fixture(scope="session")
def _sockets() -> None:
    """The portal is started before the first test's own permission to use sockets holds."""
    pytest_socket.enable_socket()


@pytest.fixture(scope="session")
def portal(_sockets: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """The portal of this run: on PostgreSQL where the environment names one, else on the embedded default."""
    var = tmp_path_factory.mktemp("portal")
    address = os.environ.get("DATABASE_URL", "")
    if address.startswith("postgres"):
        with own_database(address) as database, running_portal(var, environment={"DATABASE_URL": database}) as running:
            yield running
    else:
        with running_portal(var, environment={}) as running:
            yield running


@pytest.fixture(scope="session")
def hand(portal: Portal) -> Iterator[Hand]:
    """Does in the portal what a journey need not show; one for all journeys that ask for it."""
    with hand_in(portal) as running:
        yield running


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    expect.set_options(timeout=10_000)
    for program in (CHROMIUM, WHOLE):
        assert Path(program).exists(), f"{program} is missing: script/test installs it."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def opens(portal: Portal, chromium: Browser) -> Iterator[Opens]:
    """Opens a window: `opens()` on a desktop, `opens("phone")`, `opens(script=False)` without JavaScript."""
    with _opener(portal, chromium) as opener:
        yield opener


@pytest.fixture
def opens_large(portal: Portal, chromium: Browser) -> Iterator[Opens]:
    """The same for somebody who has set her browser to text of twice the size."""
    flags = [*FLAGS, "--blink-settings=defaultFontSize=32"]
    browser = chromium.browser_type.launch(executable_path=CHROMIUM, args=flags)
    with _opener(portal, browser) as opener:
        yield opener
    browser.close()


@pytest.fixture
def opens_whole(portal: Portal, chromium: Browser) -> Iterator[Opens]:
    """The same in the whole browser: the shell never shows a PDF in a page, so it cannot tell that one is refused."""
    browser = chromium.browser_type.launch(executable_path=WHOLE, args=FLAGS)
    with _opener(portal, browser) as opener:
        yield opener
    browser.close()


@contextmanager
def _opener(portal: Portal, browser: Browser) -> Iterator[Opens]:
    contexts = []

    def open_window(screen: str = "desktop", *, script: bool = True) -> Visitor:
        context = browser.new_context(
            viewport=SCREENS[screen],
            java_script_enabled=script,
            locale="en-GB",
            extra_http_headers={"X-Forwarded-For": f"2001:db8:{next(ADDRESSES):x}::1"},
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        return Visitor(context.new_page(), portal)

    yield open_window
    for context in contexts:
        context.close()
