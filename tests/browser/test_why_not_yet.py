"""A practitioner at BG10 level 2 looks at what separates her from BG11 on three pathways, asks what if, and counts back
from a panel into her list and calendar; her manager sees the same page."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor

STEP = "/pathways/steps/to-bg11/"
PATHWAYS = {
    "AMHP": "PRE Approved Mental Health Practitioner module",
    "Specialist": "A module linked to the agreed specialist topic is completed",
    "MCA / BIA": "Court of Protection",
}


def test_practitioner_asks_why_not_yet_and_plans_back_from_a_panel(opens: Opens) -> None:
    amara, helen = opens("phone"), opens("desktop")
    amara.sign_in("practitioner")
    helen.sign_in("manager")
    _looks_at_three_pathways(amara)
    _asks_what_if(amara)
    _plans_back(amara)
    _sees_the_same(helen)


def _looks_at_three_pathways(amara: Visitor) -> None:
    amara.go(STEP)
    expect(amara.page.get_by_text("The portal shows what is there; the panel decides.")).to_be_visible()
    expect(amara.page.get_by_text("No sitting can be named yet")).to_be_visible()
    amara.judge()
    looked_at = amara.page.get_by_role("navigation", name="Pathways to look at")
    for name, lacks in PATHWAYS.items():
        way = looked_at.get_by_text(name, exact=True)
        if way.get_attribute("aria-current") is None:  # the one she is looking at is no link
            way.click()
        expect(amara.page.get_by_text(re.compile(re.escape(lacks), re.IGNORECASE)).first).to_be_visible()
    amara.judge()
    amara.picture("why-not-yet-phone")


def _asks_what_if(amara: Visitor) -> None:
    page = amara.page
    page.get_by_role("button", name="Show what changes").click()
    page.get_by_label("arrives by the end of").select_option(index=3)
    page.get_by_role("button", name="Show what changes").click()
    expect(page.get_by_text("Choose what arrives.")).to_be_visible()
    amara.judge()
    boxes = page.get_by_role("group", name="If this").get_by_role("checkbox")
    for number in range(boxes.count()):
        boxes.nth(number).check()
    page.get_by_role("button", name="Show what changes").click()
    expect(page.get_by_text("As things stand")).to_be_visible()
    expect(page.get_by_text("Nothing is saved and nobody else sees it.")).to_be_visible()
    amara.judge()


def _plans_back(amara: Visitor) -> None:
    page = amara.page
    panel = page.get_by_label("Counted back from the panel of")
    panel.select_option(index=panel.get_by_role("option").count() - 1)
    page.get_by_role("button", name="Show the dates").click()
    expect(page.get_by_text("First full draft to your manager")).to_be_visible()
    page.get_by_role("button", name="Put these in my list and calendar").click()
    expect(page.get_by_text("Your dates are in your list and your calendar.")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Done.*Hand it in")).click()
    expect(page.get_by_text("Noted.")).to_be_visible()
    amara.judge()
    amara.go("/")
    expect(page.get_by_text("From your plan").first).to_be_visible()


def _sees_the_same(helen: Visitor) -> None:
    helen.go("/pathways/people/")
    helen.judge()
    helen.page.get_by_role("link", name="Amara Osei").click()
    expect(helen.page.get_by_text("Amara Osei sees the same page.")).to_be_visible()
    expect(helen.page.get_by_role("heading", name="Your dates")).to_have_count(0)
    helen.judge()
    helen.picture("why-not-yet-desktop")
