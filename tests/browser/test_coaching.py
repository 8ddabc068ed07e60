"""A coach found, matched and ended: a support worker on a phone or at a desk, her coach in a window of her own."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor

# Desktop and phone take different people: a coach is asked once at a time.
WHO = {"desktop": ("support", "Dawn Pickering"), "phone": ("panel", "Martin Okafor")}


@pytest.mark.parametrize("screen", ["desktop", "phone"])
def test_coach_is_found_matched_and_the_coaching_ended(opens: Opens, screen: str) -> None:
    account, name = WHO[screen]
    asks, sunita = opens(screen), opens(screen)
    asks.sign_in(account)
    ask_sunita(asks)
    sunita.sign_in("chair")
    answer(sunita, name)
    agree(asks)
    sign_and_meet(sunita)
    asks.page.reload()
    expect(asks.page.get_by_text("1 of 6 held.")).to_be_visible()
    asks.judge()
    asks.page.get_by_role("link", name="End this coaching").click()
    asks.page.get_by_label("The aim is reached").check()
    asks.judge()
    asks.page.get_by_role("button", name="End this coaching").click()
    expect(asks.page.get_by_text("Ended", exact=True).first).to_be_visible()


def ask_sunita(asks: Visitor) -> None:
    """Find her in the directory, read what she offers, and ask."""
    asks.go("/development/")
    asks.page.get_by_role("button", name="Find a coach or mentor").click()
    asks.page.get_by_label("Words").fill("Sunita")
    asks.page.get_by_role("button", name="Find", exact=True).click()
    asks.judge()
    asks.page.get_by_role("link", name="Sunita Rao").click()
    asks.judge()
    asks.page.get_by_role("button", name="Ask Sunita").click()
    asks.page.get_by_role("radio").first.check()
    asks.page.get_by_label("What do you hope for?").fill("To speak up in a full room.")
    asks.judge()
    asks.page.get_by_role("button", name="Ask", exact=True).click()
    expect(asks.page.get_by_text("Waiting for the coach")).to_be_visible()
    asks.judge()


def answer(sunita: Visitor, name: str) -> None:
    """Accept what waits on her home page."""
    sunita.page.locator("li", has_text=f"Answer {name}, who asks you to coach").get_by_role("button").click()
    sunita.page.get_by_role("button", name="Accept or decline").click()
    expect(sunita.page.get_by_text("To speak up in a full room.")).to_be_visible()
    sunita.page.get_by_label("Yes, gladly").check()
    sunita.judge()
    sunita.page.get_by_role("button", name="Answer", exact=True).click()
    expect(sunita.page.get_by_text("Your answer is noted.")).to_be_visible()


def agree(asks: Visitor) -> None:
    """Say yes, write the contract as it is suggested, and sign."""
    asks.page.reload()
    asks.page.get_by_role("button", name="Yes, we work together").click()
    asks.page.get_by_role("button", name="Make the contract").click()
    asks.judge()
    asks.page.get_by_role("button", name="Write into the contract").click()
    asks.page.get_by_role("button", name="Sign the contract").click()
    expect(asks.page.get_by_text("You have signed. Sunita signs next.")).to_be_visible()


def sign_and_meet(sunita: Visitor) -> None:
    """Read the terms, sign, and note a meeting."""
    sunita.page.reload()
    sunita.page.get_by_text("What you both sign").click()
    sunita.judge()
    sunita.page.get_by_role("button", name="Sign the contract").click()
    sunita.page.get_by_role("button", name="Note a meeting").click()
    sunita.page.get_by_label("On which day?").fill(f"{datetime.now(tz=ZoneInfo('Europe/London')):%d %B %Y}")
    sunita.page.get_by_label("Held").check()
    sunita.judge()
    sunita.page.get_by_role("button", name="Save the meeting").click()
    expect(sunita.page.get_by_text("The meeting is noted.")).to_be_visible()
