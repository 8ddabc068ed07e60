"""An invitation: sent, opened on a phone, used once; and what a link says that does not work."""

import re
from email.message import EmailMessage

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.portal import Portal
from tests.browser.visitor import Visitor
from tests.integration.config.processes import eventually

PASSWORD = "lantern-otter-gravel"
CLOSED = "This link does not work"
SUBJECT = "Your invitation to"


@pytest.fixture
def naomi(opens: Opens) -> Visitor:
    visitor = opens()
    visitor.sign_in("lead")
    return visitor


def invite(naomi: Visitor, name: str) -> str:
    """Find somebody without an account, invite her, and give the path in the mail she gets."""
    naomi.go("/people/")
    naomi.page.get_by_label("Name", exact=True).fill(name)
    naomi.page.get_by_role("button", name="Find").click()
    naomi.page.get_by_role("link", name=name, exact=True).click()
    naomi.page.get_by_role("link", name="Invite to make an account").click()
    naomi.judge()
    address = naomi.page.get_by_label("E-mail address").input_value()
    before = len(invitations_to(naomi.portal, address))
    naomi.page.get_by_role("button", name="Send the invitation").click()
    expect(naomi.page.get_by_text("The invitation is on its way.")).to_be_visible()
    return link_in_mail(naomi.portal, address, number=before + 1)


def invitations_to(portal: Portal, address: str) -> list[EmailMessage]:
    """The invitations among her mails, oldest first: the demo and the academy write to her about other things too."""
    return [mail for mail in portal.mails_to(address) if str(mail["Subject"]).startswith(SUBJECT)]


def link_in_mail(portal: Portal, address: str, *, number: int) -> str:
    """The path of the link in the invitation of that number, once it has arrived."""
    assert eventually(lambda: len(invitations_to(portal, address)) == number)
    link = re.search(r"https?://[^/\s]+(/\S+)", invitations_to(portal, address)[-1].get_content())
    assert link is not None
    return link.group(1)


def says_whom_to_ask(visitor: Visitor, path: str) -> None:
    visitor.go(path)
    expect(visitor.page.get_by_role("heading", name=CLOSED)).to_be_visible()
    expect(visitor.page.get_by_text("ask who invited you")).to_be_visible()
    visitor.judge()


def test_invitation_opened_on_a_phone_makes_an_account_once(naomi: Visitor, opens: Opens) -> None:
    path = invite(naomi, "Ines Cole")
    ines = opens("phone")
    ines.go(path)
    expect(ines.page).to_have_url(f"{ines.portal.url}/people/invitations/accept/")
    expect(ines.page.get_by_text("Naomi Thackeray invites you")).to_be_visible()
    ines.judge()
    ines.picture("invitation-phone")
    ines.page.get_by_label("Choose a password").fill("short")
    ines.page.get_by_role("button", name="Open my account").click()
    expect(ines.page.get_by_role("heading", name="There is a problem")).to_be_visible()
    ines.judge()
    ines.page.get_by_label("Choose a password").fill(PASSWORD)
    ines.page.get_by_role("button", name="Open my account").click()
    expect(ines.page.get_by_role("heading", level=1)).to_contain_text("Ines")
    ines.judge()
    says_whom_to_ask(opens("phone"), path)

    again = opens("phone")
    again.go("/accounts/login/")
    again.give_credentials("ines.cole@bristol.example", PASSWORD)
    expect(again.page.get_by_role("heading", level=1)).to_contain_text("Ines")


def test_invitation_with_a_changed_token_says_whom_to_ask(naomi: Visitor, opens: Opens) -> None:
    path = invite(naomi, "Jo Farthing")
    changed = path[:-2] + ("A" if path[-2] != "A" else "B") + path[-1]
    says_whom_to_ask(opens("phone"), changed)
    visitor = opens()
    visitor.go(path)
    expect(visitor.page.get_by_role("heading", name="Welcome, Jo")).to_be_visible()


def test_invitation_sent_again_has_a_new_link_and_withdrawn_has_none(naomi: Visitor, opens: Opens) -> None:
    first = invite(naomi, "Tom Breakwell")
    naomi.go("/people/invitations/")
    naomi.judge()
    naomi.picture("invitations-desktop")
    naomi.page.get_by_role("button", name="Send again to Tom Breakwell").click()
    expect(naomi.page.get_by_text("on its way to Tom Breakwell again")).to_be_visible()
    naomi.judge()
    second = link_in_mail(naomi.portal, "tom.breakwell@bristol.example", number=2)
    says_whom_to_ask(opens("phone"), first)
    tom = opens("phone")
    tom.go(second)
    expect(tom.page.get_by_role("heading", name="Welcome, Tom")).to_be_visible()

    naomi.page.get_by_role("link", name="Withdraw the invitation of Tom Breakwell").click()
    naomi.judge()
    naomi.page.get_by_role("button", name="Withdraw the invitation").click()
    expect(naomi.page.get_by_text("The invitation is withdrawn.")).to_be_visible()
    naomi.judge()
    says_whom_to_ask(opens("phone"), second)
    tom.page.get_by_label("Choose a password").fill(PASSWORD)
    tom.page.get_by_role("button", name="Open my account").click()
    expect(tom.page.get_by_role("heading", name=CLOSED)).to_be_visible()
