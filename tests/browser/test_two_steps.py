"""Two-step sign-in: turned on, used, refused with a wrong code, recovery codes, turned off."""

from playwright.sync_api import expect

from tests.browser.codes import next_code, wrong_code
from tests.browser.conftest import Opens
from tests.browser.portal import PASSWORD
from tests.browser.visitor import Visitor

ACCOUNT = "ot-bexley"


def confirm(visitor: Visitor) -> None:
    """The portal asks once more who it is before it changes how somebody signs in."""
    expect(visitor.page.get_by_role("heading", name="Is it still you?")).to_be_visible()
    visitor.judge()
    visitor.page.get_by_label("Password", exact=True).fill(PASSWORD)
    visitor.page.get_by_role("button", name="Go on").click()


def turn_on(visitor: Visitor) -> tuple[str, str]:
    """From the account to a second step that is on; gives the key and the code used."""
    visitor.go("/people/me/account/")
    visitor.page.get_by_role("link", name="Turn on two-step sign-in").click()
    visitor.judge()
    visitor.page.get_by_role("button", name="Turn it on").click()
    confirm(visitor)
    visitor.judge()
    visitor.picture("two-steps-phone")
    key = visitor.page.locator("code").inner_text()
    visitor.page.get_by_label("Code").fill(wrong_code(key))
    visitor.page.get_by_role("button", name="Turn on the second step").click()
    expect(visitor.page.locator(".govuk-error-message")).to_be_visible()
    visitor.judge()
    key = visitor.page.locator("code").inner_text()
    code = next_code(key)
    visitor.page.get_by_label("Code").fill(code)
    visitor.page.get_by_role("button", name="Turn on the second step").click()
    expect(visitor.page.get_by_role("heading", name="Recovery codes").first).to_be_visible()
    visitor.judge()
    return key, code


def sign_in_to_the_code(visitor: Visitor) -> None:
    visitor.go("/accounts/login/")
    visitor.give_credentials(f"{ACCOUNT}@demo.example", PASSWORD)
    expect(visitor.page.get_by_role("heading", name="Your code")).to_be_visible()


def give_code(visitor: Visitor, code: str) -> None:
    visitor.page.get_by_label("Code").fill(code)
    visitor.page.get_by_role("button", name="Sign in").click()


def test_two_steps_turned_on_ask_for_a_code_until_turned_off(opens: Opens) -> None:
    tamsin = opens("phone")
    tamsin.sign_in_anew(ACCOUNT)
    key, used = turn_on(tamsin)
    tamsin.go("/accounts/2fa/recovery-codes/")
    tamsin.judge()
    recovery = tamsin.page.locator(".app-codes code").first.inner_text()
    tamsin.go("/accounts/logout/")
    tamsin.judge()
    tamsin.page.get_by_role("button", name="Sign out").click()

    sign_in_to_the_code(tamsin)
    tamsin.judge()
    give_code(tamsin, wrong_code(key))
    expect(tamsin.page.locator(".govuk-error-message")).to_contain_text("code")
    tamsin.judge()
    without_phone = opens()
    sign_in_to_the_code(without_phone)
    give_code(without_phone, recovery)
    expect(without_phone.page).to_have_url(f"{tamsin.portal.url}/")

    give_code(tamsin, next_code(key, used=used))
    expect(tamsin.page).to_have_url(f"{tamsin.portal.url}/")
    tamsin.go("/accounts/2fa/")
    expect(tamsin.page.get_by_text("9 codes left")).to_be_visible()
    tamsin.judge()
    tamsin.page.get_by_role("link", name="Turn it off").click()
    confirm(tamsin)
    tamsin.judge()
    tamsin.page.get_by_role("button", name="Turn it off").click()
    expect(tamsin.page.get_by_text("It is off.")).to_be_visible()
    tamsin.judge()
    opens().sign_in_anew(ACCOUNT)
