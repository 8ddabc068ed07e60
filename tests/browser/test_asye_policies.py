"""Adults' and children's services under two policies: two enrolled side by side, and their programmes line by line."""

from datetime import date

import pytest
from playwright.sync_api import expect

from academy.people.choices import ServiceKind
from tests.browser.asye_people import Starter, account_of, make_council
from tests.browser.asye_steps import answers_day, is_told
from tests.browser.clock import move
from tests.browser.conftest import Opens
from tests.browser.hand import Hand
from tests.browser.test_keeping import press
from tests.browser.visitor import Visitor

COUNCIL = "Ferncombe Council"
STAFF = {"manager": "Lorna Speke", "assessor": "Bea Conroy", "coordinator": "Maud Tilley"}
ADULTS, CHILDREN = "Anya Dorrit", "Chloe Marsham"


@pytest.fixture
def _council(hand: Hand) -> None:
    since = date(2026, 3, 2)
    starters = (
        Starter(ADULTS, since, "SW774401"),
        Starter(CHILDREN, since, "SW774402", service=ServiceKind.CHILDREN),
    )
    hand(make_council, COUNCIL, people=STAFF, starters=starters, first_number=774410)


@pytest.mark.usefixtures("_council")
def test_two_services_have_two_policies_and_can_be_read_side_by_side(opens: Opens) -> None:
    maud, chloe = opens(), opens("phone")
    maud.sign_in(account_of("Maud Tilley"))
    chloe.sign_in(account_of(CHILDREN))
    move(date(2026, 4, 7), maud, chloe)
    enrols(maud, ADULTS, under="ASYE, adults", grant="paid by Department of Health and Social Care")
    enrols(maud, CHILDREN, under="ASYE, child and family", grant="Department for Education: £1,000 at registration")
    compares(maud)
    compares(chloe)


def enrols(maud: Visitor, name: str, *, under: str, grant: str) -> None:
    """Under the policy of the service she works in, which says what is asked and what is paid."""
    maud.go("/asye/enrol/")
    press(maud, name)
    answers_day(maud, "starts_on", date(2026, 4, 8))
    answers_day(maud, "qualified_on", date(2026, 1, 20))
    choice = maud.page.get_by_label("Assessor", exact=True)
    choice.select_option(value=choice.locator("option", has_text="Bea Conroy").get_attribute("value"))
    press(maud, "See whether she is eligible")
    expect(maud.page.get_by_role("heading", name=f"She is eligible, under {under}")).to_be_visible()
    expect(maud.page.get_by_text(grant)).to_be_visible()
    maud.judge()
    press(maud, "Enrol her")
    is_told(maud, "Enrolled.")


def reads_what_both_say(visitor: Visitor) -> None:
    """Folded away until it is asked for."""
    length = visitor.page.get_by_text("52 weeks", exact=False).first
    expect(length).to_be_hidden()
    visitor.page.get_by_text("What both say").click()
    expect(length).to_be_visible()


def compares(visitor: Visitor) -> None:
    """The two programmes line by line, with what differs."""
    visitor.go("/asye/programmes/")
    for label, title in (("Programme", "ASYE, adults"), ("Beside it", "ASYE, child and family")):
        chosen = visitor.page.get_by_label(label, exact=True)
        chosen.select_option(value=chosen.locator("option", has_text=title).first.get_attribute("value"))
    press(visitor, "Show")
    table = visitor.page.get_by_role("table", name="Where the two programmes differ")
    evidence = table.get_by_role("row").filter(has=visitor.page.get_by_role("rowheader", name="Evidence", exact=True))
    expect(evidence).to_contain_text("Feedback from people or carers: 3")
    expect(evidence).to_contain_text("Feedback from children, families or carers: 3")
    reads_what_both_say(visitor)
    visitor.judge()
