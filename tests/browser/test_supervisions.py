"""A supervision session from its arrangement to both signatures, a phone and a desk (S4-31, S4-32)."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor

HERS = "I brought the two visits of last week, and what I did not say at the second."
SUPERVISORS = "We practised how to say it. Agreed to look at it again next time."


def arranges(helen: Visitor) -> str:
    """The manager arranges reflective supervision with somebody of her team; returns where it is."""
    helen.go("/development/supervision/")
    helen.judge()
    helen.page.get_by_role("button", name="Arrange supervision").click()
    helen.page.get_by_label("Find a colleague by name").fill("Pickering")
    helen.page.get_by_role("button", name="Find", exact=True).click()
    helen.page.get_by_label("Dawn Pickering").check()
    helen.page.get_by_label("Reflective", exact=True).check()
    helen.judge()
    helen.page.get_by_role("button", name="Ask for agreement").click()
    expect(helen.page.get_by_text("Dawn Pickering has not agreed yet.")).to_be_visible()
    return helen.page.url


def writes(visitor: Visitor, address: str, words: str) -> None:
    """One writes in her own part."""
    visitor.page.goto(address)
    visitor.page.get_by_role("link", name="Write my part").click()
    visitor.page.get_by_label("My notes").fill(words)
    visitor.judge()
    visitor.page.get_by_role("button", name="Save my part").click()


def test_supervision_is_arranged_held_noted_and_signed_by_both(opens: Opens) -> None:
    helen, dawn = opens("desktop"), opens("phone")
    helen.sign_in("manager")
    agreement = arranges(helen)

    dawn.sign_in("support")
    dawn.page.goto(agreement)
    dawn.judge()
    dawn.page.get_by_role("button", name="Agree to it").click()
    dawn.page.get_by_role("button", name="Plan the next session").click()
    dawn.page.get_by_label("On which day?").fill(dawn.page.evaluate("() => new Date().toISOString().slice(0, 10)"))
    dawn.judge()
    dawn.page.get_by_role("button", name="Plan it").click()
    dawn.page.get_by_role("rowheader").last.get_by_role("link").click()
    dawn.page.get_by_role("button", name="It was held").click()
    dawn.judge()
    dawn.page.get_by_role("button", name="It was held").click()
    session = dawn.page.url
    writes(dawn, session, HERS)
    writes(helen, session, SUPERVISORS)
    helen.page.get_by_role("button", name="Sign", exact=True).click()
    expect(helen.page.get_by_text("You have signed.", exact=True)).to_be_visible()

    dawn.page.reload()
    dawn.picture("supervision-phone", whole=True)
    dawn.page.get_by_role("button", name="Sign", exact=True).click()
    expect(dawn.page.get_by_text("Signed by both")).to_be_visible()
    expect(dawn.page.get_by_role("link", name="Write my part")).to_have_count(0)
    dawn.judge()
    helen.page.goto(agreement)
    helen.picture("supervision-desktop", whole=True)
    expect(helen.page.get_by_text(re.compile(r"Both, \d+ \w+ \d{4}"))).to_be_visible()
    helen.judge()
