"""The co-ordinator's board: who is where and why, whom a year waits for, and one nudge that was read before."""

from datetime import date

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.asye_acts import agrees, begins, pauses_year
from tests.browser.asye_people import Starter, account_of, make_council
from tests.browser.asye_steps import is_told
from tests.browser.clock import move
from tests.browser.conftest import Opens
from tests.browser.hand import Hand
from tests.browser.test_keeping import press, says
from tests.browser.visitor import Visitor

COUNCIL = "Marlbeck Council"
STAFF = {"manager": "Tessa Orme", "assessor 1": "Ingrid Fell", "assessor 2": "Hugh Barrow", "coordinator": "Nell Ashby"}
LATE, PAUSED, FINE = "Orla Penhale", "Bryony Catt", "Sol Whitmore"
TODAY = date(2026, 3, 9)


@pytest.fixture
def _council(hand: Hand) -> None:
    since = date(2025, 11, 3)
    names = enumerate((LATE, PAUSED, FINE), 772201)
    starters = tuple(Starter(name, since, f"SW{number}") for number, name in names)
    hand(make_council, COUNCIL, people=STAFF, starters=starters, first_number=772210)
    hand(begins, LATE, date(2026, 1, 5), assessor="Ingrid Fell", coordinator="Nell Ashby")
    hand(begins, PAUSED, date(2026, 1, 5), assessor="Ingrid Fell", coordinator="Nell Ashby")
    hand(begins, FINE, date(2026, 2, 2), assessor="Hugh Barrow", coordinator="Nell Ashby")
    hand(agrees, PAUSED, date(2026, 1, 20))
    hand(agrees, FINE, date(2026, 2, 17))
    hand(pauses_year, PAUSED, date(2026, 2, 23), until_on=date(2026, 6, 28))


def row_of(visitor: Visitor, name: str) -> Locator:
    return visitor.page.get_by_role("row").filter(has=visitor.page.get_by_role("rowheader", name=name))


@pytest.mark.usefixtures("_council")
def test_co_ordinator_sees_her_cohort_and_nudges_whoever_a_year_waits_for(opens: Opens) -> None:
    nell, orla = opens(), opens("phone")
    nell.sign_in(account_of("Nell Ashby"))
    orla.sign_in(account_of(LATE))
    move(TODAY, nell, orla)
    reads_the_board(nell)
    narrows_it(nell)
    nudges(nell)
    orla.go("/inbox/")
    says(orla, "Nell Ashby reminds you of something in the ASYE")
    on_a_phone(nell)


def reads_the_board(nell: Visitor) -> None:
    """Those who need her first, each with why, what is next and whom it waits for."""
    nell.go("/asye/")
    press(nell, "Cohort board")
    says(nell, "3 in their year or about to begin.")
    late, paused, fine = (row_of(nell, name) for name in (LATE, PAUSED, FINE))
    expect(late).to_contain_text("Agreement")
    expect(late).to_contain_text("Overdue")
    expect(late).to_contain_text("Ingrid Fell")
    expect(paused).to_contain_text("Paused")
    expect(fine).to_contain_text("On track")


def narrows_it(nell: Visitor) -> None:
    """To what is paused, by a tally; to one assessor, from the list of what each has in hand."""
    nell.page.get_by_role("navigation", name="Show by state").get_by_role("link", name="paused").click()
    expect(row_of(nell, PAUSED)).to_be_visible()
    expect(row_of(nell, FINE)).to_have_count(0)
    press(nell, "Assessors’ load")
    says(nell, "Years that have not ended, of those you oversee.")
    press(nell, "Hugh Barrow")
    expect(row_of(nell, FINE)).to_be_visible()
    expect(row_of(nell, LATE)).to_have_count(0)
    nell.go("/asye/cohort/")


def nudges(nell: Visitor) -> None:
    nell.page.get_by_label(f"Tick {LATE}").check()
    press(nell, "Write the nudge")
    says(nell, f"To {LATE}")
    press(nell, "Send")
    is_told(nell, "1 nudge sent.")


def on_a_phone(nell: Visitor) -> None:
    nell.page.set_viewport_size({"width": 390, "height": 844})
    nell.go("/asye/cohort/")
    nell.judge()
