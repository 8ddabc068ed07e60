"""A year goes with her to another employer: released, taken up, named anew; the first reads it no more."""

from datetime import date

import pytest
from playwright.sync_api import expect

from tests.browser.asye_acts import agrees, begins, reviews
from tests.browser.asye_people import Starter, account_of, goes_to, make_council
from tests.browser.asye_steps import is_at, is_told, takes_up
from tests.browser.clock import move
from tests.browser.conftest import Opens
from tests.browser.hand import Hand
from tests.browser.test_keeping import fill, press, says
from tests.browser.visitor import Visitor

FIRST, NEXT = "Northwick Council", "Southmere Council"
FREYA = "Freya Lindow"
THERE = {"manager": "Agnes Rook", "assessor": "Colm Tarrant", "coordinator": "Petra Vance"}
HERE = {"manager": "Silas Munro", "assessor": "Greta Holme", "coordinator": "Rhian Dale"}
NOTE = "Speech-to-text on every device, as agreed."
LAST_DAY = date(2026, 5, 29)


@pytest.fixture
def _council(hand: Hand) -> None:
    starters = (Starter(FREYA, date(2025, 12, 1), "SW773301"),)
    hand(make_council, FIRST, people=THERE, starters=starters, first_number=773310)
    hand(make_council, NEXT, people=HERE, first_number=773320)
    hand(begins, FREYA, date(2026, 1, 5), assessor="Colm Tarrant", coordinator="Petra Vance")
    hand(agrees, FREYA, date(2026, 1, 20))
    hand(reviews, FREYA, "review-3")


@pytest.mark.usefixtures("_council")
def test_year_goes_with_her_to_another_employer(opens: Opens, hand: Hand) -> None:
    petra, rhian, freya = opens(), opens(), opens("phone")
    for visitor, name in ((petra, "Petra Vance"), (rhian, "Rhian Dale"), (freya, FREYA)):
        visitor.sign_in(account_of(name))
    record = releases(petra)
    keeps_her_record(freya)
    hand(goes_to, FREYA, NEXT, last_day=LAST_DAY, manager="Silas Munro")
    takes_her_up(rhian)
    petra.go(record)
    expect(petra.page.get_by_role("heading", name="Page not found")).to_be_visible()
    goes_on(freya)


def releases(petra: Visitor) -> str:
    """The co-ordinator lets the record go, with what the next employer should know. Gives the path of the record."""
    move(date(2026, 5, 18), petra)
    petra.go("/asye/")
    press(petra, FREYA)
    is_at(petra, FREYA)
    record = petra.page.url.removeprefix(petra.portal.url)
    press(petra, "Release to another employer")
    fill(petra, to=NEXT, last_day="29 May 2026", note=NOTE)
    petra.judge()
    press(petra, "Release the record")
    is_told(petra, "Released. She and the next employer are told.")
    return record


def keeps_her_record(freya: Visitor) -> None:
    """Between two employers it is hers; she reads what was said of her."""
    move(date(2026, 5, 19), freya)
    freya.go("/asye/")
    expect(freya.page.get_by_text(f"Released by {FIRST} to {NEXT}")).to_be_visible()
    freya.judge()
    press(freya, "Read it")
    says(freya, NOTE)


def takes_her_up(rhian: Visitor) -> None:
    """The next employer reads what was held, takes the year up, and names who assesses her there."""
    move(date(2026, 6, 1), rhian)
    takes_up(rhian, f"Take up {FREYA}’s ASYE from {FIRST}")
    expect(rhian.page.get_by_role("region", name="Done so far")).to_contain_text("Three-month review")
    rhian.judge()
    press(rhian, "Take it up")
    is_told(rhian, "Taken up.")
    rhian.judge()
    for part, name in (("assessor", "Greta Holme"), ("line manager", "Silas Munro")):
        takes_up(rhian, f"Name the {part} of {FREYA}")
        chosen = rhian.page.get_by_label("Who has the part from then on?")
        chosen.select_option(value=chosen.locator("option", has_text=name).get_attribute("value"))
        press(rhian, "Give her this part")
        is_told(rhian, "Assigned.")


def goes_on(freya: Visitor) -> None:
    """What was held stays; the other dates go on, and a new agreement is due."""
    move(date(2026, 6, 1), freya)
    freya.go("/asye/")
    expect(freya.page.get_by_role("region", name="Reviews")).to_contain_text("Signed by all")
    expect(freya.page.get_by_role("region", name="Agreement")).to_contain_text("Number 2")
    expect(freya.page.get_by_text("assessor Greta Holme").first).to_be_visible()
    freya.judge()
