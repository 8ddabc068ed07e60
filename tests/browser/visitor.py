"""A person at a screen: goes to pages, signs in, and has every page judged for accessibility, width and weight."""

import json
import os
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.portal import PASSWORD, Portal

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "academy/ui/assets/node_modules/axe-core/axe.min.js"
PICTURES = ROOT / "docs/guides"
TAKES_PICTURES = os.environ.get("PORTAL_PICTURES", "") == "1"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGE_LIMIT = 100_000


class Visitor:
    """One browser window of one person."""

    def __init__(self, page: Page, portal: Portal) -> None:
        self.page = page
        self.portal = portal
        self.complaints: list[str] = []
        page.on("console", lambda message: self._note(message.type, message.text))
        page.on("pageerror", lambda error: self._note("error", str(error)))

    def _note(self, kind: str, text: str) -> None:
        expected = "Failed to load resource" in text or "ERR_INTERNET_DISCONNECTED" in text
        if kind == "error" and not expected:
            self.complaints.append(text)

    def go(self, path: str) -> None:
        """Open a page and wait until it has loaded."""
        self.page.goto(f"{self.portal.url}{path}", wait_until="load")

    def sign_in(self, account: str) -> None:
        """Sign in as a demo account and arrive at its home page."""
        self.go("/accounts/login/")
        self.give_credentials(f"{account}@demo.example", PASSWORD)
        expect(self.page).to_have_url(f"{self.portal.url}/")

    def give_credentials(self, email: str, password: str) -> None:
        self.page.get_by_label("E-mail address").fill(email)
        self.page.get_by_label("Password", exact=True).fill(password)
        self.page.get_by_role("button", name="Sign in").click()

    def judge(self) -> None:
        """The page as it stands: axe finds nothing, nothing scrolls sideways or complains, it is not too heavy."""
        self.page.wait_for_load_state("load")
        assert self.violations() == []
        assert self.sideways() == 0, f"{self.page.url} scrolls sideways by {self.sideways()} px"
        assert len(self.page.content().encode()) < PAGE_LIMIT, f"{self.page.url} weighs too much"
        assert self.complaints == []

    def violations(self) -> list[str]:
        """What axe finds, as one line each with the element."""
        if not self.page.evaluate("() => 'axe' in window"):
            self.page.evaluate(AXE.read_text())
        options = json.dumps({"runOnly": RULES, "resultTypes": ["violations"]})
        found: dict[str, Any] = self.page.evaluate(f"() => axe.run(document, {options})")
        return [
            f"{self.page.url}: {each['id']}: {node['html'][:160]}"
            for each in found["violations"]
            for node in each["nodes"]
        ]

    def sideways(self) -> int:
        """By how many pixels the page is wider than the window."""
        wide: int = self.page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        return wide

    def picture(self, name: str, *, whole: bool = False) -> None:
        """A picture for the guides, of the window or the whole page; only where PORTAL_PICTURES=1 asks for new ones."""
        if TAKES_PICTURES:
            self.page.evaluate("() => window.scrollTo(0, 0)")
            path = PICTURES / f"{name}.png"
            self.page.screenshot(path=path, full_page=whole, animations="disabled")
            with Image.open(path) as picture:  # the few colours of a page need no more, and it weighs a third
                picture.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)
