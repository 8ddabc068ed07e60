"""A person at a screen: goes to pages, signs in, and has every page judged for accessibility, width and weight."""

import os
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.portal import PASSWORD, Portal, Session

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "academy/ui/assets/node_modules/axe-core/axe.min.js"
PICTURES = ROOT / "docs/guides"
TAKES_PICTURES = os.environ.get("PORTAL_PICTURES", "") == "1"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGE_LIMIT = 100_000
SESSION = "sessionid"
# Only what is wrong leaves the page: all that is in order, which axe lists too, would cost as much as finding it.
WRONG = """async (rules) => {
  const { violations } = await axe.run(document, { runOnly: rules, reporter: 'no-passes' })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}"""


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands, as one line each with the element."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text())
    found: list[str] = page.evaluate(WRONG, RULES)
    return found


class Visitor:
    """One browser window of one person."""

    def __init__(self, page: Page, portal: Portal) -> None:
        self._window = page
        self._comes_as = ""  # an account whose session was put into the window, as long as no page was opened with it
        self.portal = portal
        self.complaints: list[str] = []
        page.on("console", lambda message: self._note(message.type, message.text))
        page.on("pageerror", lambda error: self._note("error", str(error)))

    def _note(self, kind: str, text: str) -> None:
        expected = "Failed to load resource" in text or "ERR_INTERNET_DISCONNECTED" in text
        if kind == "error" and not expected:
            self.complaints.append(text)

    @property
    def page(self) -> Page:
        """What she looks at. Just signed in, it is her home page, which opens when she looks at it and not before."""
        if self._comes_as:
            self.go("/")
        return self._window

    def go(self, path: str) -> None:
        """Open a page and wait until it has loaded."""
        account, self._comes_as = self._comes_as, ""
        self._open(path)
        if account and self._owner() != self.portal.sessions[account].owner:  # her session has ended since
            self.sign_in_anew(account)
            self._open(path)

    def sign_in(self, account: str) -> None:
        """Sign in as a demo account and arrive at its home page.

        The first journey of an account goes through the form. The next ones go on with its session: a sign-in is a
        fifth of the work of a journey, and others are about it. Whoever changes how she signs in or what her session
        holds, or counts its minutes, uses `sign_in_anew`.
        """
        kept = self.portal.sessions.get(account)
        if kept is None:
            self.sign_in_anew(account)
            [cookie] = [each for each in self.page.context.cookies() if each["name"] == SESSION]
            self.portal.sessions[account] = Session(cookie["value"], owner=self._owner())
        else:
            self._window.context.add_cookies([{"name": SESSION, "value": kept.key, "url": self.portal.url}])
            self._comes_as = account

    def sign_in_anew(self, account: str) -> None:
        """Sign in through the form, into a session that no other journey has."""
        self.go("/accounts/login/")
        self.give_credentials(f"{account}@demo.example", PASSWORD)
        expect(self.page).to_have_url(f"{self.portal.url}/")

    def _open(self, path: str) -> None:
        self._window.goto(f"{self.portal.url}{path}", wait_until="load")

    def _owner(self) -> str:
        """Whom the page that is open was made for, as it says for what she has written; nobody's says nothing."""
        return self._window.locator("body").get_attribute("data-owner") or ""

    def give_credentials(self, email: str, password: str) -> None:
        self.page.get_by_label("E-mail address").fill(email)
        self.page.get_by_label("Password", exact=True).fill(password)
        self.page.get_by_role("button", name="Sign in").click()

    def judge(self) -> None:
        """The page as it stands: axe finds nothing, nothing scrolls sideways or complains, it is not too heavy."""
        self.page.wait_for_load_state("load")
        found = self.violations()
        assert found == [], "\n".join(found)
        assert self.sideways() == 0, f"{self.page.url} scrolls sideways by {self.sideways()} px"
        assert len(self.page.content().encode()) < PAGE_LIMIT, f"{self.page.url} weighs too much"
        assert self.complaints == [], "\n".join(self.complaints)

    def violations(self) -> list[str]:
        """What axe finds, as one line each with the element."""
        return [f"{self.page.url}: {line}" for line in violations(self.page)]

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
