"""What the ASYE journeys have in common: things to do found where they wait, names put, pages that are there."""

from datetime import date

from playwright.sync_api import expect

from tests.browser.test_keeping import press
from tests.browser.visitor import Visitor


def takes_up(visitor: Visitor, what: str) -> None:
    """Open what waits for her, by the button beside its words on her home page."""
    visitor.go("/")
    item = visitor.page.get_by_role("listitem").filter(has_text=what).first
    item.get_by_role("button").first.click()


def signs(visitor: Visitor, what: str) -> None:
    """From home: read it, put her name under it."""
    takes_up(visitor, what)
    press(visitor, "Sign it")
    is_told(visitor, "Signed.")


def answers_day(visitor: Visitor, name: str, day: date) -> None:
    """A day in three boxes."""
    for part, value in (("day", day.day), ("month", day.month), ("year", day.year)):
        visitor.page.locator(f"[name={name}_{part}]").fill(str(value))


def is_told(visitor: Visitor, words: str) -> None:
    """What she did is done, and the page says so in these words."""
    expect(visitor.page.get_by_role("alert", name="Done")).to_contain_text(words)


def is_at(visitor: Visitor, title: str) -> None:
    """The page of this title is there, before anything on it is counted or pressed."""
    expect(visitor.page.get_by_role("heading", name=title, level=1)).to_be_visible()


def shows(visitor: Visitor, words: str) -> None:
    """These words are to be read; another journey or page has the page judged."""
    expect(visitor.page.get_by_text(words).first).to_be_visible()
