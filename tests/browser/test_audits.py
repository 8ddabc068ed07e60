"""A self-audit with differences: written, shared with a supervisor found by name, talked over, signed by both."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor

WORDS = "I stop and ask what else it could be."


@pytest.mark.parametrize("screen", ["desktop", "phone"])
def test_self_audit_shows_differences_and_is_signed_by_both(opens: Opens, screen: str) -> None:
    callum, yasmin = opens(screen), opens(screen)
    callum.sign_in("nqsw")
    begin_and_share(callum)
    yasmin.sign_in("assessor")
    yasmin.page.locator("li", has_text="Say how you see Callum Reid’s practice").first.get_by_role("button").click()
    rate_and_talk(yasmin)
    callum.page.reload()
    expect(callum.page.get_by_text("Where you see it differently")).to_be_visible()
    callum.judge()
    callum.page.get_by_role("button", name="Sign that we talked").click()
    expect(callum.page.get_by_text("signed by both and locked")).to_be_visible()
    callum.judge()
    callum.page.get_by_role("link", name="What there is to read").click()
    callum.judge()


def begin_and_share(callum: Visitor) -> None:
    """Begin one at the level of the ASYE, say how one sees the first statement, share it."""
    callum.go("/development/audits/")
    callum.judge()
    callum.page.get_by_role("button", name="Begin a self-audit").click()
    at_level = "PCF, Refreshed edition, 2018: Newly qualified social worker (ASYE)"
    callum.page.get_by_label("Against which framework, at which level?").select_option(label=at_level)
    callum.page.get_by_label("Progression").check()
    callum.judge()
    callum.page.get_by_role("button", name="Begin", exact=True).click()
    callum.page.get_by_role("button", name="Say how you see it").click()
    callum.page.get_by_role("radio", name="Confident").first.check()
    callum.page.get_by_label("In your words, about 1", exact=False).first.fill(WORDS)
    callum.judge()
    callum.page.get_by_role("button", name="Save my part").click()
    expect(callum.page.get_by_text(WORDS)).to_be_visible()
    callum.page.get_by_role("button", name="Share it").click()
    callum.page.get_by_label("Find somebody by name").fill("Farouk")
    callum.page.get_by_role("button", name="Find", exact=True).click()
    callum.page.get_by_label("Yasmin Farouk").check()
    callum.judge()
    callum.page.get_by_role("button", name="Share my self-audit").click()
    expect(callum.page.get_by_text("With the supervisor")).to_be_visible()


def rate_and_talk(yasmin: Visitor) -> None:
    """Say how she sees it, write down what was said, sign."""
    yasmin.judge()
    yasmin.page.get_by_role("button", name="Say how you see it").click()
    yasmin.page.get_by_role("radio", name="Developing").first.check()
    yasmin.page.get_by_role("button", name="Save my part").click()
    yasmin.page.get_by_role("link", name="Write down what you said").click()
    yasmin.page.get_by_label("what did you say?").fill("One more observation first.")
    yasmin.judge()
    yasmin.page.get_by_role("button", name="Save what we said").click()
    yasmin.page.get_by_role("button", name="Sign that we talked").click()
    expect(yasmin.page.get_by_text("You have signed. The other signs next.")).to_be_visible()
    yasmin.judge()
