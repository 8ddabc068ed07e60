"""Coming in: wrong passwords, a forgotten one, two steps, an invitation, and the way out."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.portal import PASSWORD
from tests.integration.config.processes import eventually

NEW_PASSWORD = "a-longer-one-for-november"
FORGETFUL = "moderator@demo.example"  # no other journey signs in as her: her password is another one afterwards


@pytest.mark.parametrize("screen", ["desktop", "phone"])
def test_sign_in_with_a_wrong_password_says_so_beside_nothing_else(opens: Opens, screen: str) -> None:
    visitor = opens(screen)
    visitor.go("/")
    visitor.judge()
    visitor.give_credentials("practitioner@demo.example", "wrong")
    known = visitor.page.locator(".govuk-error-summary").inner_text()
    visitor.judge()
    visitor.give_credentials("nobody@demo.example", "wrong")
    assert visitor.page.locator(".govuk-error-summary").inner_text() == known


def test_forgotten_password_is_set_anew_by_mail(opens: Opens) -> None:
    visitor = opens()
    visitor.go("/accounts/login/")
    visitor.page.get_by_role("link", name="I have forgotten my password").click()
    visitor.judge()
    visitor.page.get_by_label("E-mail address").fill(FORGETFUL)
    visitor.page.get_by_role("button").last.click()
    visitor.judge()

    def mails() -> list[str]:
        found = visitor.portal.mails_to(FORGETFUL)
        return [mail.get_content() for mail in found if "new password" in str(mail["Subject"])]

    assert eventually(lambda: bool(mails()))
    link = re.search(r"https?://\S+", mails()[-1])
    assert link is not None
    visitor.go(re.sub(r"https?://[^/]+", "", link.group()))
    visitor.judge()
    visitor.page.get_by_label("New password", exact=True).fill(NEW_PASSWORD)
    visitor.page.get_by_label(re.compile("again", re.IGNORECASE)).fill(NEW_PASSWORD)
    visitor.page.get_by_role("button").last.click()
    visitor.judge()
    visitor.go("/accounts/login/")
    visitor.give_credentials(FORGETFUL, NEW_PASSWORD)
    expect(visitor.page.get_by_role("heading", level=1)).to_contain_text("Good")


def test_wrong_passwords_for_one_address_are_stopped_for_that_address_alone(opens: Opens) -> None:
    stranger = opens()
    stranger.go("/accounts/login/")
    for _ in range(6):
        stranger.give_credentials("clerk@demo.example", "guessed")
    expect(stranger.page.locator(".govuk-error-summary")).to_contain_text("Wait five minutes, then try again")
    stranger.judge()
    stranger.give_credentials("clerk@demo.example", PASSWORD)
    expect(stranger.page.locator(".govuk-error-summary")).to_contain_text("Wait five minutes, then try again")
    opens().sign_in_anew("panel")
