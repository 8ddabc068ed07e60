"""Evidence somebody verifies: an assignment with its words counted, and work seen by the manager, sent back once."""

import re

from django.utils import timezone
from playwright.sync_api import Page, expect

from academy.people.rules.spans import in_words
from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor

WORK = "Safety plan at the front door"
WHY = "Say what he wanted himself."
STUDY = "Waiting as a skill"


def write(visitor: Visitor, kind: str, *, title: str, account: str) -> Page:
    """Begin a piece from its card and save it."""
    page = visitor.page
    visitor.go("/portfolio/evidence/new/")
    page.get_by_role("link", name=kind, exact=True).click()
    if page.get_by_label("Something the portal does not know of").count():
        page.get_by_label("Something the portal does not know of").check()
        page.get_by_role("button", name="Go on").click()
    page.get_by_label("Title").fill(title)
    page.get_by_label("On which day was it?").fill(in_words(timezone.localdate()))
    page.locator("#id_account").fill(account)
    visitor.judge()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    return page


def ask_helen(visitor: Visitor) -> None:
    page = visitor.page
    page.get_by_role("button", name="Ask somebody to look at it").click()
    page.get_by_label("Helen Prosser").check()
    page.get_by_role("button", name="Ask them").click()
    expect(page.get_by_text(re.compile("Waits for Helen Prosser since"))).to_be_visible()


def test_assignment_is_counted_and_work_is_seen_by_the_manager(opens: Opens) -> None:
    amara, helen = opens(), opens("phone")
    amara.sign_in("practitioner")
    page = write(amara, "Assignment", title=STUDY, account="I waited. " * 1600)
    expect(page.get_by_text("3,200 words")).to_be_visible()
    page.get_by_role("link", name="Keep it as it is").click()
    expect(page.get_by_text("3,200 words: within 3,500 words, give or take 10 per cent.")).to_be_visible()
    page.get_by_role("button", name="Keep it as it is").click()
    expect(page.get_by_text("By nobody; kept as it is")).to_be_visible()

    page = write(amara, "Work seen and verified", title=WORK, account="A plan for the stairs.")
    assert page.get_by_role("link", name="Files").count() == 0
    address = page.url
    ask_helen(amara)

    helen.sign_in("manager")
    helen.page.goto(address)
    helen.judge()
    helen.page.get_by_role("link", name="Send it back").click()
    helen.page.get_by_label("What is missing, or does not fit?").fill(WHY)
    helen.page.get_by_role("button", name="Send it back").click()

    page.goto(address)
    expect(page.get_by_text(WHY)).to_be_visible()
    ask_helen(amara)
    see_it(helen, address)
    amara.go("/portfolio/evidence/?kind=work")
    expect(page.get_by_role("row", name=re.compile(WORK))).to_contain_text("Complete")
    amara.judge()


def see_it(helen: Visitor, address: str) -> None:
    """On a phone: which record was opened, when, and that it matched; nothing is uploaded."""
    page = helen.page
    page.goto(address)
    page.get_by_role("button", name="Say what you saw").click()
    page.get_by_label("A plan for care, support or a child").check()
    page.get_by_label("What I saw matches what is told here").check()
    helen.judge()
    page.get_by_role("button", name="Verify it").click()
    expect(page.get_by_text("Matched what is told here; nothing was uploaded")).to_be_visible()
