"""A passkey: added, used instead of password and code, unknown once removed; kept by a device that Chromium plays."""

from typing import Any

from playwright.sync_api import CDPSession, expect

from tests.browser.conftest import Opens
from tests.browser.test_two_steps import confirm
from tests.browser.visitor import Visitor

ACCOUNT = "partner"
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def give_device(visitor: Visitor) -> tuple[CDPSession, str]:
    """A device in the window that keeps passkeys and always finds its owner's finger."""
    session = visitor.page.context.new_cdp_session(visitor.page)
    session.send("WebAuthn.enable")
    made: dict[str, Any] = session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    return session, made["authenticatorId"]


def sign_out(visitor: Visitor) -> None:
    visitor.go("/accounts/logout/")
    visitor.page.get_by_role("button", name="Sign out").click()


def add(visitor: Visitor) -> None:
    visitor.go("/accounts/2fa/")
    visitor.judge()
    visitor.page.get_by_role("link", name="Add a passkey").click()
    confirm(visitor)
    expect(visitor.page.get_by_role("heading", name="Add a passkey")).to_be_visible()
    visitor.judge()
    visitor.page.get_by_label("Name of this passkey").fill("My phone")
    visitor.page.get_by_role("button", name="Add the passkey").click()
    expect(visitor.page.get_by_role("heading", name="Recovery codes").first).to_be_visible()
    visitor.judge()


def confirm_by_passkey(visitor: Visitor) -> None:
    """The same question as before the passkey was there, answered with it."""
    expect(visitor.page.get_by_role("heading", name="Is it still you?")).to_be_visible()
    visitor.page.get_by_role("link", name="passkey").click()
    visitor.judge()
    visitor.page.get_by_role("button", name="Use my passkey").click()
    expect(visitor.page.get_by_role("heading", name="Rename this passkey")).to_be_visible()


def test_passkey_opens_the_account_alone_until_it_is_removed(opens: Opens) -> None:
    visitor = opens("phone")
    visitor.sign_in_anew(ACCOUNT)
    give_device(visitor)
    add(visitor)
    sign_out(visitor)

    visitor.go("/accounts/login/?next=/people/me/account/")
    visitor.judge()
    visitor.picture("passkey-phone")
    visitor.page.get_by_role("button", name="Use a passkey").click()
    expect(visitor.page).to_have_url(f"{visitor.portal.url}/people/me/account/")

    visitor.go("/accounts/2fa/webauthn/")
    expect(visitor.page.get_by_role("heading", name="My phone")).to_be_visible()
    visitor.judge()
    visitor.page.get_by_role("link", name="Rename My phone").click()
    confirm_by_passkey(visitor)
    visitor.judge()
    visitor.page.get_by_label("Name").fill("My old phone")
    visitor.page.get_by_role("button", name="Keep this name").click()
    visitor.page.get_by_role("link", name="Remove My old phone").click()
    visitor.judge()
    visitor.page.get_by_role("button", name="Remove it").click()
    expect(visitor.page.get_by_text("You have none.")).to_be_visible()
    visitor.judge()
    sign_out(visitor)

    visitor.go("/accounts/login/")
    visitor.page.get_by_role("button", name="Use a passkey").click()
    expect(visitor.page.get_by_text("This passkey does not open your account.")).to_be_visible()
    visitor.judge()


def test_device_that_gives_no_passkey_leaves_a_sentence(opens: Opens) -> None:
    visitor = opens()
    session, device = give_device(visitor)
    session.send("WebAuthn.setUserVerified", {"authenticatorId": device, "isUserVerified": False})
    visitor.go("/accounts/login/")
    visitor.page.get_by_role("button", name="Use a passkey").click()

    expect(visitor.page.get_by_text("Your device gave no passkey. Try again, or go another way.")).to_be_visible()
    visitor.judge()


def test_without_script_the_password_is_the_way_in(opens: Opens) -> None:
    visitor = opens(script=False)
    visitor.go("/accounts/login/")

    expect(visitor.page.get_by_role("button", name="Use a passkey")).to_be_hidden()
    visitor.sign_in_anew(ACCOUNT)
