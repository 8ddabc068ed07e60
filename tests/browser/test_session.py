"""A session that warns before it ends, is kept by one press, and ends without losing what was typed.

The window's own clock is moved; the portal's is not, so the portal's side of an ended session is a removed cookie.
"""

from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.portal import PASSWORD
from tests.browser.visitor import Visitor
from tests.browser.writing import LEARNT, begin

TEXT = "Typed while nobody was looking."


def warned(visitor: Visitor) -> None:
    """Four hours less four minutes later: the page warns."""
    visitor.page.clock.fast_forward("03:56:00")
    expect(visitor.page.locator("#session-words")).to_have_text("You will be signed out in 4 minutes.")


def test_session_about_to_end_is_kept_by_one_press(opens: Opens) -> None:
    ruth = opens()
    ruth.page.clock.install()
    ruth.sign_in_anew("coordinator")
    warned(ruth)
    ruth.judge()
    with ruth.page.expect_response("**/session/keep-alive/") as kept:
        ruth.page.get_by_role("button", name="Stay signed in").click()
    assert kept.value.status == 200
    expect(ruth.page.locator("#session-words")).to_have_text("")
    expect(ruth.page.get_by_role("button", name="Stay signed in")).to_be_hidden()
    warned(ruth)


def test_session_that_ended_says_so_and_loses_nothing(opens: Opens) -> None:
    ruth = opens("phone")
    ruth.page.clock.install()
    ruth.sign_in_anew("coordinator")
    begin(ruth, "Over the end of a session")
    ruth.page.context.clear_cookies(name="sessionid")
    ruth.page.clock.fast_forward("04:01:00")
    expect(ruth.page.locator("#session-words")).to_contain_text("You have been signed out")
    expect(ruth.page.locator("#session-words")).to_contain_text("What stands on this page is still here.")
    ruth.judge()
    ruth.page.get_by_label(LEARNT).fill(TEXT)
    ruth.page.get_by_role("button", name="Keep this entry").click()
    expect(ruth.page.get_by_role("heading", name="Sign in")).to_be_visible()
    ruth.judge()
    ruth.give_credentials("coordinator@demo.example", PASSWORD)
    ruth.page.get_by_role("button", name="Put them back").click()
    expect(ruth.page.get_by_label(LEARNT)).to_have_value(TEXT)
    ruth.judge()
