"""A talk with a peer: a colleague confirms it in her own window, and a peer outside by the mail's link on a phone."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor
from tests.integration.config.processes import eventually

LEARNT = "That I ask for the second sister at once."
SISTERS = "Two sisters, one plan: a family meeting I had to stop"


def open_entry(visitor: Visitor, title: str) -> None:
    visitor.go("/cpd/")
    visitor.page.get_by_role("link", name=title).click()


def say_what_was_learnt(visitor: Visitor) -> None:
    visitor.page.get_by_label("What did you learn from talking about it?").fill(LEARNT)


@pytest.mark.parametrize("screen", ["desktop", "phone"])
def test_colleague_confirms_in_her_own_window(opens: Opens, screen: str) -> None:
    amara = opens(screen)
    amara.sign_in("practitioner")
    open_entry(amara, "When the care home said no")
    amara.judge()
    amara.page.get_by_role("link", name=re.compile("Note a talk with a peer|Add another peer")).click()
    amara.page.get_by_label("Find a colleague by name").fill("Prosser")
    amara.page.get_by_role("button", name="Find").click()
    amara.page.get_by_label("Helen Prosser").check()
    amara.page.get_by_label("When did you talk?").fill(amara.page.get_by_label("When did you talk?").input_value())
    say_what_was_learnt(amara)
    amara.judge()
    amara.page.get_by_role("button", name="Ask them to confirm").click()
    expect(amara.page.get_by_text("Waiting for the peer")).to_be_visible()
    amara.judge()

    helen = opens(screen)
    helen.sign_in("manager")
    helen.page.locator("li", has_text="Confirm Amara Osei’s peer reflection").get_by_role(
        "button", name="Answer"
    ).click()
    expect(helen.page.get_by_text(LEARNT)).to_be_visible()
    helen.judge()
    helen.page.get_by_label("Yes, we talked about it that day").check()
    helen.page.get_by_role("button", name="Send my answer").click()
    expect(helen.page.get_by_text("Confirmed by the peer")).to_be_visible()
    helen.judge()
    helen.page.get_by_role("button", name="Begin my own entry").click()
    expect(helen.page.get_by_label("Title", exact=True)).to_have_value(re.compile("A talk with Amara Osei"))

    amara.page.reload()
    expect(amara.page.get_by_text("Confirmed by the peer")).to_be_visible()
    amara.page.get_by_role("link", name=re.compile("with Helen Prosser")).click()
    amara.judge()
    amara.page.get_by_role("button", name="Withdraw this note").click()


def test_peer_outside_confirms_on_a_phone_by_the_mails_link(opens: Opens) -> None:
    amara = opens()
    amara.sign_in("practitioner")
    open_entry(amara, SISTERS)
    expect(amara.page.get_by_text("Confirmed by the peer")).to_be_visible()
    amara.page.get_by_role("link", name="Add another peer").click()
    amara.page.get_by_role("link", name="My peer is outside the organisation").click()
    amara.page.get_by_label("Name of your peer").fill("Rosa Whitlock")
    amara.page.get_by_label("Another professional who knows my practice").check()
    amara.page.get_by_label("Their e-mail address").fill("rosa@hospice.example")
    say_what_was_learnt(amara)
    amara.judge()
    amara.page.get_by_role("button", name="Note this talk").click()
    expect(amara.page.get_by_text("Waiting for the peer")).to_be_visible()
    amara.judge()

    assert eventually(lambda: bool(amara.portal.mails_to("rosa@hospice.example")), within=90)
    mail = amara.portal.mails_to("rosa@hospice.example")[-1]
    found = re.search(r"/l/[\w-]+/", mail.get_content())
    assert found is not None
    rosa = opens("phone", script=False)
    rosa.go(found.group())
    expect(rosa.page.get_by_text(LEARNT)).to_be_visible()
    assert rosa.sideways() == 0
    assert len(rosa.page.content().encode()) < 30_000
    rosa.page.get_by_label("Yes, we talked about it that day").check()
    rosa.page.get_by_role("button", name="Send my answer").click()
    expect(rosa.page.get_by_role("heading", name="Thank you")).to_be_visible()
    rosa.go(found.group())
    expect(rosa.page.get_by_role("heading", name="This link can no longer be used")).to_be_visible()

    amara.page.reload()
    expect(amara.page.get_by_text("Confirmed by the peer")).to_be_visible()
    guest = opens("phone")
    guest.go("/l/guessed/")
    guest.judge()
