"""Feedback of a carer by a card: made on a desk, answered on a telephone without script, read and reflected on."""

import re
from pathlib import Path

from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor

CODE = re.compile(r"[A-Z0-9]{4}-[A-Z0-9]{4}")
WORDS = "She asked me first, and my brother Amir after me."
REFLECTION = "I will go on asking her first."


def hand_out_a_card(amara: Visitor) -> str:
    """The code of a card made for a carer; four of them are one sheet of paper."""
    amara.sign_in("practitioner")
    amara.go("/portfolio/feedback/new/")
    amara.judge()
    amara.page.get_by_role("link", name="Cards to hand out").click()
    amara.page.get_by_label("A carer").check()
    amara.page.get_by_label("What is it about?").fill("A journey to the new home")
    amara.page.get_by_label("4", exact=True).check()
    amara.judge()
    amara.page.get_by_role("button", name="Show the cards").click()
    expect(amara.page.get_by_role("heading", name="How does Amara Osei work with you?")).to_have_count(4)
    amara.judge()
    code: str = amara.page.get_by_text(CODE).first.inner_text()
    return code


def test_carer_answers_by_a_card_and_the_practitioner_reflects(opens: Opens, tmp_path: Path) -> None:
    amara = opens()
    code = hand_out_a_card(amara)
    sheet = tmp_path / "cards.pdf"
    amara.page.pdf(path=sheet, prefer_css_page_size=True, print_background=True)
    pages = [page.extract_text() for page in PdfReader(sheet).pages]
    assert [len(CODE.findall(page)) for page in pages if CODE.search(page)] == [4]

    carer = opens("phone", script=False)
    carer.go("/portfolio/feedback/")
    carer.page.get_by_label("The code").fill("CDFG-CDFG")
    carer.page.get_by_role("button", name="Go on").click()
    expect(carer.page.get_by_role("link", name=re.compile("This code does not work"))).to_be_visible()
    carer.page.get_by_label("The code").fill(code.lower())
    carer.page.get_by_role("button", name="Go on").click()
    expect(carer.page.get_by_text("It changes nothing in the help you get.")).to_be_visible()
    assert carer.sideways() == 0
    assert len(carer.page.content().encode()) < 30_000
    carer.page.get_by_label("Yes", exact=True).first.check()
    carer.page.get_by_label("What did the worker do well?").fill(WORDS)
    carer.page.get_by_label("Yes, my words may be used as it says above").check()
    carer.page.get_by_role("button", name="Send it").click()
    expect(carer.page.get_by_role("heading", name="Thank you")).to_be_visible()
    expect(carer.page.get_by_text(CODE)).to_be_visible()

    read_and_reflect(amara)


def read_and_reflect(amara: Visitor) -> None:
    """She reads it, takes the name out, says what she takes from it, and withdraws it for the journeys that follow."""
    amara.go("/portfolio/feedback/mine/")
    amara.judge()
    row = amara.page.locator("tr", has_text="Came back").filter(has_text="A journey to the new home")
    row.get_by_role("link").click()
    expect(amara.page.get_by_text(WORDS)).to_be_visible()
    amara.judge()
    amara.page.get_by_role("link", name=re.compile("Take it out")).click()
    amara.page.get_by_label("What is to be taken out?").fill("Amir")
    amara.judge()
    amara.page.get_by_role("button", name="Take it out").click()
    expect(amara.page.get_by_text("and my brother [name removed] after me.")).to_be_visible()
    amara.page.get_by_role("button", name="What I take from it").click()
    amara.page.get_by_label("What do you take from it?").fill(REFLECTION)
    amara.judge()
    amara.page.get_by_role("button", name="Keep it").click()
    expect(amara.page.get_by_text(REFLECTION)).to_be_visible()
    amara.judge()
    amara.page.get_by_role("link", name="Withdraw this feedback").click()
    amara.page.get_by_role("button", name="Withdraw this feedback").click()
    expect(amara.page.get_by_text("You withdrew it")).to_be_visible()
