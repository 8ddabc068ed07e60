"""Places with events: found and booked with a reason; waited for and offered; and the attendance sheet on a phone."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.test_invitation import PASSWORD, invite
from tests.browser.visitor import Visitor
from tests.integration.config.processes import eventually

COURSE, HELD = "Enabling Positive Risk", "Person Centred Practice"
WHY = "Two people I work with want to live with more risk than their families like."
SMALL = "Risk at the kitchen table"


def open_course(visitor: Visitor, words: str) -> None:
    """Search the offer and open the first course found."""
    visitor.page.get_by_role("link", name="Training", exact=True).click()
    visitor.page.get_by_label("Search").fill(words)
    visitor.page.get_by_role("button", name="Find").click()
    visitor.page.get_by_role("link", name=re.compile(words, re.IGNORECASE)).first.click()


def ask_and_book(visitor: Visitor) -> None:
    """The form of a place that has to be approved, filled in and sent."""
    visitor.page.get_by_label("Why would you like to take part?").fill(WHY)
    visitor.page.get_by_label("Supervision", exact=True).check()
    visitor.page.get_by_role("button", name="Book and ask").click()
    expect(visitor.page.get_by_text("It is noted. See below how you stand.")).to_be_visible()


def test_practitioner_finds_an_event_books_it_and_takes_it_into_her_calendar(opens: Opens) -> None:
    amara, helen = opens(), opens()
    amara.sign_in("practitioner")
    open_course(amara, COURSE)
    amara.judge()
    amara.page.locator("section", has=amara.page.locator("#dates")).get_by_role("link").first.click()
    expect(amara.page.get_by_text("A place is free for you.")).to_be_visible()
    amara.judge()
    amara.page.get_by_role("button", name="Book a place").click()
    amara.judge()
    needs = amara.page.get_by_label("Is there anything you need to take part?")
    needs.fill("A hearing loop.")
    amara.page.get_by_role("button", name="Book and ask").click()
    expect(amara.page.get_by_role("heading", name="There is a problem")).to_be_visible()
    expect(needs).to_have_value("A hearing loop.")
    amara.judge()
    ask_and_book(amara)
    expect(amara.page.get_by_text("and waits for approval.")).to_be_visible()
    amara.judge()
    booking = amara.page.url

    helen.sign_in("manager")
    helen.go("/approvals/")
    helen.page.get_by_role("link", name=re.compile(f"Amara Osei.*{COURSE}")).click()
    expect(helen.page.get_by_text(WHY).first).to_be_visible()
    expect(helen.page.get_by_text("A hearing loop.")).to_have_count(0)
    helen.page.get_by_role("button", name="Approve", exact=True).click()
    expect(helen.page.get_by_text("You agreed to what Amara asks for.")).to_be_visible()

    amara.go("/training/bookings/")
    amara.judge()
    amara.page.get_by_role("link", name=COURSE, exact=True).click()
    expect(amara.page).to_have_url(booking)
    expect(amara.page.get_by_text("The place is certain since")).to_be_visible()
    amara.judge()
    with amara.page.expect_download() as taken:
        amara.page.get_by_role("link", name="Put it into your calendar").click()
    text = Path(taken.value.path()).read_text()
    assert re.findall(r"^(?:BEGIN|METHOD):.*", text, re.MULTILINE)[:2] == ["BEGIN:VCALENDAR", "METHOD:REQUEST"]
    assert len(re.findall(r"^DTSTART", text, re.MULTILINE)) >= 1


@pytest.fixture
def small_event(opens: Opens) -> str:
    """The path of an event with one place, planned and opened by the academy."""
    lead = opens()
    lead.sign_in("lead")
    lead.go("/settings/training/events/")
    lead.page.get_by_role("button", name="Plan an event").click()
    day = timezone.localdate() + timedelta(days=120)
    lead.page.get_by_label("Which course?").select_option(label="Enabling Positive Risk")
    lead.page.get_by_label("Title of its own").fill(SMALL)
    lead.page.get_by_label("When is it?").fill(f"{day.day} {day:%B %Y}, 9:30 to 12:30")
    lead.page.get_by_label("Where is it?").fill("Room 4, Bridge House")
    lead.page.get_by_label("How many places are there?").fill("1")
    lead.judge()
    lead.page.get_by_role("button", name="Plan the event").click()
    expect(lead.page.get_by_text("The event is planned.")).to_be_visible()
    lead.judge()
    lead.page.get_by_role("button", name="Open for booking").click()
    expect(lead.page.get_by_role("button", name="Open for booking")).to_have_count(0)
    lead.judge()
    return lead.page.url.removeprefix(lead.portal.url)


def test_who_waits_is_offered_the_place_another_cancels_and_takes_it_on_a_phone(opens: Opens, small_event: str) -> None:
    callum, amara = opens("phone"), opens("phone")
    callum.sign_in("nqsw")
    callum.go(small_event)
    callum.page.get_by_role("button", name="Book a place").click()
    ask_and_book(callum)

    amara.sign_in("practitioner")
    amara.go(small_event)
    expect(amara.page.get_by_text("All places are taken.")).to_be_visible()
    amara.judge()
    amara.page.get_by_role("button", name="Join the waiting list").click()
    amara.judge()
    ask_and_book(amara)
    expect(amara.page.get_by_text("Number 1 on the waiting list")).to_be_visible()
    amara.judge()

    callum.page.get_by_role("link", name="Cancel this place").click()
    callum.judge()
    callum.page.get_by_role("button", name="Cancel this place").click()
    expect(callum.page.get_by_text("The place is cancelled.")).to_be_visible()
    callum.judge()

    def offers() -> list[str]:
        mails = amara.portal.mails_to("practitioner@demo.example")
        return [str(mail["Subject"]) for mail in mails if SMALL in mail.as_string() and "free" in str(mail["Subject"])]

    assert eventually(lambda: len(offers()) == 1, within=90)
    amara.go(small_event)
    expect(amara.page.get_by_text("Kept for you until")).to_be_visible()
    amara.judge()
    amara.go("/training/bookings/")
    amara.judge()
    amara.page.get_by_role("link", name=SMALL).click()
    expect(amara.page.get_by_text("Without an answer it goes to the next.")).to_be_visible()
    amara.judge()
    amara.page.get_by_role("button", name="Take the place").click()
    expect(amara.page.get_by_text("The place is taken.")).to_be_visible()
    expect(amara.page.get_by_role("link", name="Put it into your calendar")).to_be_visible()
    amara.judge()


def marks(sheet: Visitor, name: str, mark: str) -> None:
    """One press for one person; the page comes back with it pressed."""
    row = sheet.page.get_by_role("form", name=name)
    row.get_by_role("button", name=mark, exact=True).click()
    expect(row.get_by_role("button", name=mark, exact=True)).to_have_attribute("aria-pressed", "true")


def test_attendance_is_marked_on_a_phone_and_who_came_finds_a_draft(opens: Opens) -> None:
    lead, ruth = opens(), opens("phone")
    lead.sign_in("lead")
    path = invite(lead, "Mei-Ling Sato")
    ruth.sign_in("coordinator")
    ruth.page.get_by_role("listitem").filter(has_text=f"Mark attendance: {HELD}").get_by_role("button").click()
    expect(ruth.page.get_by_role("heading", name="Attendance", level=1)).to_be_visible()
    ruth.judge()
    names = [name for name in ruth.page.locator(".app-marks__name").all_inner_texts() if name != "Mei-Ling Sato"]
    marks(ruth, "Mei-Ling Sato", "There")
    marks(ruth, names[0], "There")
    marks(ruth, names[0], "Came late")
    marks(ruth, names[1], "Not there")
    ruth.judge()
    ruth.page.get_by_role("button", name="Close the sheet").click()
    expect(ruth.page.get_by_text(re.compile("Mark everybody first"))).to_be_visible()
    ruth.judge()
    ruth.page.get_by_role("button", name="Everybody else was there").click()
    expect(ruth.page.get_by_text("Everybody else is marked as there.")).to_be_visible()
    ruth.page.get_by_role("button", name="Close the sheet").click()
    expect(ruth.page.get_by_text("The sheet is closed. Whoever came finds a draft")).to_be_visible()
    ruth.judge()

    mei_ling = opens("phone")
    mei_ling.go(path)
    mei_ling.page.get_by_label("Choose a password").fill(PASSWORD)
    mei_ling.page.get_by_role("button", name="Open my account").click()
    expect(mei_ling.page.get_by_role("heading", level=1)).to_contain_text("Mei-Ling")
    mei_ling.judge()
    mei_ling.go("/cpd/")
    draft = mei_ling.page.get_by_role("row").filter(has_text="Draft,").filter(has_text=HELD)
    expect(draft).to_have_count(1)
    mei_ling.judge()
    draft.get_by_role("link", name=HELD).click()
    expect(mei_ling.page.get_by_label("Title", exact=True)).to_have_value(HELD)
    mei_ling.judge()
