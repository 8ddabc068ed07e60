"""A sample for the partnership on the screens: drawn, each pack read and cleared, read from outside, answered."""

import re
from datetime import date

from playwright.sync_api import expect

from tests.browser.asye_steps import is_told, shows, takes_up
from tests.browser.clock import move
from tests.browser.panel_moderation_people import OUTSIDE
from tests.browser.test_keeping import fill, press
from tests.browser.test_taking_out import until_over
from tests.browser.visitor import Visitor

HIDDEN = "somebody or something not named here"
FEEDBACK = "The three parts lead to the decision. Say more about the children’s own words next time."
# None of this is to be read outside.
NAMES = ("Nora", "Quill", "Tess", "Arden", "Una", "Brack", "Hester", "Lowe", "Ivor", "Penn", "Wrenbury")


def draws(coordinator: Visitor, day: date, *, first: str, last: str) -> None:
    """From panels: for whom, over which days. The page of the draw says how to make it again."""
    move(day, coordinator)
    coordinator.go("/panels/")
    press(coordinator, "Samples of moderation")
    coordinator.page.get_by_label("Partnership").check(force=True)
    fill(coordinator, from_on=first, until_on=last)
    coordinator.judge()
    press(coordinator, "Draw")
    is_told(coordinator, "Drawn. Its page says how.")
    shows(coordinator, "Drawn again just now, it came out the same.")
    coordinator.judge()


def clears(coordinator: Visitor) -> None:
    """Each pack is read; what no rule saw is named, the page is read once more, and then it may leave."""
    page = coordinator.page
    for number in range(2):
        page.get_by_role("link", name=re.compile("^Read and clear it")).first.click()
        expect(page.get_by_role("heading", name="What leaves of this case", level=1)).to_be_visible()
        tells_nobody(coordinator)
        coordinator.judge()
        if number == 0:
            fill(coordinator, also="what she missed")
            says_it_is_read(coordinator)
            shows(coordinator, "It reads otherwise now than what you read.")
            shows(coordinator, HIDDEN)
            coordinator.judge()
        says_it_is_read(coordinator)
        is_told(coordinator, "Cleared. Whoever reads the draw from outside can read it now.")
    coordinator.judge()


def says_it_is_read(coordinator: Visitor) -> None:
    coordinator.page.get_by_label("I have read all of it").check(force=True)
    press(coordinator, "Read and cleared: it may leave")


def names(coordinator: Visitor, until: str) -> None:
    press(coordinator, "Name who reads it")
    fill(coordinator, person=OUTSIDE, until_on=until)
    coordinator.judge()
    press(coordinator, "Let her read it")
    is_told(coordinator, "She is told, and finds it on her home page.")
    coordinator.judge()


def reads(gwen: Visitor, day: date) -> None:
    """On her phone: what waits for her, each case without names, and what she thinks of one."""
    move(day, gwen)
    takes_up(gwen, "Read a sample of moderation")
    gwen.judge()
    page = gwen.page
    page.get_by_role("link", name=re.compile("^Case ")).first.click()
    shows(gwen, "Final report")
    tells_nobody(gwen)
    gwen.judge()
    fill(gwen, feedback=FEEDBACK)
    press(gwen, "Send it")
    is_told(gwen, "Sent. It stands beside the case, and changes no outcome.")
    gwen.judge()


def orders_paper(gwen: Visitor) -> bytes:
    """The whole draw in one PDF, made for her and opened from the list of what she had made."""
    press(gwen, "All of it on paper")
    gwen.judge()
    here = gwen.page.url.removeprefix(gwen.portal.url)
    press(gwen, "Make the PDF")
    until_over(gwen, "It is done.")
    gwen.go(here)
    listed = gwen.page.get_by_role("link", name=re.compile("^Sample of moderated ASYEs")).first
    answer = gwen.page.request.get(f"{gwen.portal.url}{listed.get_attribute('href')}")
    assert answer.headers["content-type"] == "application/pdf"
    return answer.body()


def sees_feedback(coordinator: Visitor, draw: str, day: date) -> None:
    """It stands beside the case; what was decided is as it was."""
    move(day, coordinator)
    coordinator.go(draw)
    shows(coordinator, FEEDBACK)
    coordinator.judge()


def tells_nobody(visitor: Visitor) -> None:
    """No name of anybody in the case, and not the employer's, stands in what leaves."""
    said = " ".join(visitor.page.locator(".app-reading, .app-facts").all_inner_texts())
    assert "Seen" in said or "seen" in said
    assert [name for name in NAMES if re.search(rf"\b{name}\b", said)] == []
