"""Writing an entry as somebody at the screen does it: shared by the journeys that need one."""

import re
from urllib.parse import parse_qs

from playwright.sync_api import Response, expect

from tests.browser.visitor import Visitor

WHAT = "What happened, and why does it matter for your work?"
LEARNT = "What did you learn?"
CHANGED = "What changed in your practice, and for people?"
SAVED = re.compile("Saved (just now|at)")


def begin(visitor: Visitor, title: str) -> None:
    """Open a new form and write its title, the way and the first text; all of it is saved by the portal."""
    visitor.page.get_by_role("button", name="Write an entry").first.click()
    expect(visitor.page.get_by_role("heading", name="Write an entry")).to_be_visible()
    visitor.page.get_by_label("Title", exact=True).fill(title)
    visitor.page.get_by_label("Learnt mostly").select_option(label="By experience")
    write(visitor, label=WHAT, words="She told me, in order, what could go wrong on the stairs.")


def write(visitor: Visitor, *, label: str, words: str) -> None:
    """Write into a box, leave it, and wait until the portal has saved just these words."""

    def saved(response: Response) -> bool:
        sent = parse_qs(response.request.post_data or "")
        return (
            "/drafts/" in response.url and response.ok and words in [value for each in sent.values() for value in each]
        )

    with visitor.page.expect_response(saved):
        visitor.page.get_by_label(label).fill(words)
        visitor.page.get_by_label("Title", exact=True).focus()
    is_saved(visitor)


def is_saved(visitor: Visitor) -> None:
    expect(visitor.page.locator(".app-saved")).to_contain_text(SAVED)


def keep(visitor: Visitor, title: str) -> None:
    """Begin an entry and keep it: its page is open afterwards."""
    begin(visitor, title)
    visitor.page.get_by_role("button", name="Keep this entry").click()
    expect(visitor.page.get_by_role("heading", name=title)).to_be_visible()


def share(visitor: Visitor, name: str) -> None:
    """Share the entry whose page is open with one of the nearest colleagues."""
    visitor.page.get_by_role("button", name="Share it").click()
    visitor.page.get_by_label(name).check()
    visitor.page.get_by_role("button", name="Share this entry").click()
    expect(visitor.page.get_by_text("Reads it as it stands.")).to_be_visible()
