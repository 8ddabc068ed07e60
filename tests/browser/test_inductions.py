"""A new starter's induction signed by both: ticked on a phone, confirmed and signed by her manager (S0-17)."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor

BEFORE = "Two years with the reablement team of another council, until last spring."


def begins_it(manager: Visitor) -> str:
    """The manager begins the induction of somebody who has none; returns where it is."""
    manager.go("/development/inductions/")
    manager.page.get_by_role("button", name="Begin an induction").click()
    manager.page.get_by_label("Dawn Pickering").check()
    manager.judge()
    manager.page.get_by_role("button", name="Begin the induction").click()
    expect(manager.page.get_by_role("heading", name="Dawn Pickering’s induction")).to_be_visible()
    return manager.page.url


def ticks_all_but_one(dawn: Visitor, address: str) -> None:
    """She ticks in one form, and offers what she learnt before for the last."""
    dawn.page.goto(address)
    dawn.judge()
    dawn.page.get_by_role("link", name=re.compile(r"Learnt before\s*: Your team")).click()
    dawn.page.get_by_label("What did you learn, where and when?").fill(BEFORE)
    dawn.judge()
    dawn.page.get_by_role("button", name="Offer it").click()
    dawn.page.get_by_role("button", name="Tick what you have learnt").click()
    boxes = dawn.page.get_by_role("checkbox")
    for number in range(1, boxes.count()):
        boxes.nth(number).check()
    dawn.judge()
    dawn.page.get_by_role("button", name="Save").click()
    expect(dawn.page.get_by_text("Saved. Your manager sees what you ticked.")).to_be_visible()
    expect(dawn.page.get_by_text("0 of 11 settled.")).to_be_visible()


def settles(manager: Visitor, address: str) -> None:
    """The manager accepts what was learnt before, and confirms the rest in one form."""
    manager.page.goto(address)
    manager.page.get_by_role("link", name=re.compile("Say whether it counts")).click()
    expect(manager.page.get_by_text(BEFORE)).to_be_visible()
    manager.page.get_by_label("Yes, it counts for this item").check()
    manager.judge()
    manager.page.get_by_role("button", name="Save the answer").click()
    manager.page.get_by_role("button", name="Confirm what was learnt (10)").click()
    boxes = manager.page.get_by_role("checkbox")
    for number in range(boxes.count()):
        boxes.nth(number).check()
    manager.judge()
    manager.page.get_by_role("button", name="Confirm", exact=True).click()
    expect(manager.page.get_by_text("11 of 11 settled.")).to_be_visible()
    manager.judge()


def test_induction_is_ticked_confirmed_and_signed_by_both(opens: Opens) -> None:
    helen, dawn = opens("desktop"), opens("phone")
    helen.sign_in("manager")
    address = begins_it(helen)

    dawn.sign_in("support")
    ticks_all_but_one(dawn, address)
    settles(helen, address)
    helen.picture("induction-desktop", whole=True)
    helen.page.get_by_role("button", name="Sign", exact=True).click()
    expect(helen.page.get_by_text("You have signed.", exact=True)).to_be_visible()

    dawn.page.goto(address)
    dawn.picture("induction-phone", whole=True)
    dawn.page.get_by_role("button", name="Sign", exact=True).click()
    expect(dawn.page.get_by_text("Signed by both")).to_be_visible()
    expect(dawn.page.get_by_text(re.compile(r"Signed by Helen Prosser on \d+ \w+ \d{4}"))).to_be_visible()
    dawn.judge()
