"""A portfolio on a phone: begun, written in, filled with what fits, its gaps closing, and where nothing speaks yet."""

from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor

TITLE = "Interview for BG12"
ACCOUNT = "I lead through asking. " * 80


def test_portfolio_is_begun_filled_and_looked_at_on_a_phone(opens: Opens) -> None:
    amara = opens("phone")
    amara.sign_in("practitioner")
    _begin(amara)
    _write(amara)
    _put_in(amara)
    _look(amara)


def test_gathered_portfolio_says_what_is_missing(opens: Opens) -> None:
    amara = opens("desktop")
    amara.sign_in("practitioner")
    amara.go("/portfolio/")
    amara.judge()
    amara.page.get_by_role("link", name="Progression to BG11").first.click()
    expect(amara.page.get_by_text("from your journey")).to_be_visible()
    expect(amara.page.get_by_role("link", name="“How my practice has grown” has")).to_be_visible()
    amara.judge()
    amara.page.get_by_role("link", name="Coverage").click()
    expect(amara.page.get_by_text("It does not judge")).to_be_visible()
    amara.judge()


def _begin(amara: Visitor) -> None:
    amara.go("/portfolio/")
    amara.page.get_by_role("link", name=TITLE).click()
    amara.judge()
    amara.page.get_by_role("button", name="Begin").click()
    expect(amara.page.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(amara.page.get_by_role("link", name="“What I bring to this post” has no text yet")).to_be_visible()
    amara.judge()


def _write(amara: Visitor) -> None:
    amara.page.get_by_role("button", name="Go on with the first").click()
    amara.judge()
    amara.page.get_by_label("Your text").fill(ACCOUNT)
    amara.page.get_by_role("button", name="Save", exact=True).click()
    amara.page.get_by_role("button", name="Mark this section as ready").click()
    expect(amara.page.get_by_text("“What I bring to this post” has no text yet")).to_have_count(0)


def _put_in(amara: Visitor) -> None:
    amara.page.get_by_role("link", name="Practice and leadership", exact=True).click()
    amara.page.get_by_role("button", name="Put pieces in").click()
    amara.judge()
    boxes = amara.page.get_by_role("checkbox")
    for number in range(3):
        boxes.nth(number).check()
    amara.page.get_by_role("button", name="Put them in").click()
    amara.judge()
    amara.page.get_by_role("main").get_by_role("listitem").get_by_role("link").last.click()
    amara.page.get_by_label("What in it speaks to this section?").fill("That I let others lead.")
    amara.judge()
    amara.page.get_by_role("button", name="Save", exact=True).click()
    expect(amara.page.get_by_text("That I let others lead.")).to_be_visible()


def _look(amara: Visitor) -> None:
    amara.page.get_by_role("link", name=TITLE).click()
    amara.page.get_by_role("link", name="Coverage").click()
    expect(amara.page.get_by_text("nothing speaks yet to").first).to_be_visible()
    amara.judge()
    amara.page.get_by_role("link", name="History").click()
    expect(amara.page.get_by_text("Opened")).to_be_visible()
    amara.judge()
