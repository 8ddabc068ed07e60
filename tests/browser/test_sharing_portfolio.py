"""A portfolio shared with a colleague until a day: she reads it, its owner sees who read it, and ends it."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor

NOTE = "Is the second section clear to somebody who was not there?"
TITLE = "Towards a sharing journey"


def begin(owner: Visitor) -> None:
    """A portfolio of her own, begun from the first template that is offered."""
    owner.go("/portfolio/")
    owner.page.locator("#begin, [aria-labelledby=begin]").get_by_role("link").first.click()
    owner.page.get_by_label("What do you call it?").fill(TITLE)
    owner.page.get_by_role("button", name="Begin").first.click()
    expect(owner.page.get_by_role("heading", name=TITLE)).to_be_visible()


def let_read(owner: Visitor) -> None:
    day = timezone.localdate() + timedelta(days=20)
    owner.page.get_by_role("link", name="Readers").click()
    expect(owner.page.get_by_text("Nobody but you.", exact=True)).to_be_visible()
    owner.judge()
    owner.page.get_by_role("button", name="Let somebody read it").click()
    owner.page.get_by_label("Find somebody by name").fill("Prosser")
    owner.page.get_by_role("button", name="Find").click()
    owner.page.get_by_label("Helen Prosser").check()
    owner.page.get_by_label("What would you like from them?").fill(NOTE)
    for part in ("day", "month", "year"):
        owner.page.get_by_label(part.capitalize(), exact=True).fill(str(getattr(day, part)))
    owner.judge()
    owner.page.get_by_role("button", name="Let them read it").click()
    expect(owner.page.get_by_text("as long as it is kept")).to_have_count(0)
    owner.judge()


def test_colleague_reads_a_portfolio_until_its_owner_ends_it(opens: Opens) -> None:
    owner, helen = opens(), opens("phone")
    owner.sign_in("practitioner")
    begin(owner)
    let_read(owner)

    helen.sign_in("manager")
    helen.go("/portfolio/shared/")
    expect(helen.page.get_by_text(f"“{NOTE}”")).to_be_visible()
    helen.judge()
    helen.page.get_by_role("link", name=TITLE).click()
    expect(helen.page.get_by_role("heading", name=TITLE)).to_be_visible()
    address = helen.page.url.removeprefix(helen.portal.url)

    owner.page.reload()
    expect(owner.page.get_by_text("Helen Prosser: The portfolio, on ")).to_be_visible()
    owner.page.get_by_role("button", name="End it for Helen Prosser").click()
    expect(owner.page.get_by_text("The sharing has ended. They can open it no more.")).to_be_visible()
    helen.go(address)
    expect(helen.page.get_by_role("heading", name="Page not found")).to_be_visible()
    owner.go("/portfolio/export/")
    owner.judge()
    owner.go("/portfolio/examples/")
    owner.judge()
