"""A second job refused for fifty hours, and one sent to the chief officer and allowed: she on a phone, he at a desk."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor

EMPLOYER = "Night Owl Care"


def declares(visitor: Visitor, role: str, *, hours: str, says: str) -> None:
    """Fill in the form; the first press says what the week comes to and who decides, the second declares."""
    visitor.go("/people/me/second-jobs/")
    visitor.page.get_by_role("button", name="Declare a second job").click()
    fill = {
        "Who is the other employer?": EMPLOYER,
        "What will you do there?": role,
        "How many hours a week, on average?": hours,
        "From which day?": "1 June 2027",
    }
    for label, words in fill.items():
        visitor.page.get_by_label(label).fill(words)
    visitor.page.get_by_role("button", name="Go on").click()
    expect(visitor.page.get_by_text(says)).to_be_visible()
    expect(visitor.page.get_by_text("The chief officer decides: Marguerite Dacosta.")).to_be_visible()
    visitor.judge()
    visitor.page.get_by_role("button", name="Declare it").click()
    expect(visitor.page.get_by_text("Waits for Marguerite Dacosta.")).to_be_visible()


def opens_decision(chief: Visitor) -> None:
    """The oldest declaration of Bronwen that waits, from the list of what is to be done."""
    chief.go("/")
    item = chief.page.get_by_role("listitem").filter(has_text="Decide on a second job of Bronwen Tuckett")
    item.first.get_by_role("link", name=re.compile("Decide")).or_(item.first.get_by_role("button")).first.click()
    expect(chief.page.get_by_role("heading", name="Second job of Bronwen Tuckett")).to_be_visible()
    chief.judge()


def test_second_job_is_refused_for_fifty_hours_and_another_allowed_by_the_chief_officer(opens: Opens) -> None:
    bronwen, chief = opens("phone"), opens("desktop")
    bronwen.sign_in("ot")
    chief.sign_in("chief")
    declares(bronwen, "Night support", hours="13", says="It cannot be allowed with these hours.")
    opens_decision(chief)
    expect(chief.page.get_by_text("This comes to 50 hours a week over all jobs").first).to_be_visible()
    chief.page.get_by_role("button", name="Refuse it").click()
    expect(chief.page.get_by_text("Refused. She is told, and reads your reason.")).to_be_visible()
    declares(bronwen, "Weekend support", hours="7.5", says="44.5 hours a week")
    opens_decision(chief)
    chief.page.get_by_role("button", name="Allow it").click()
    expect(chief.page.get_by_text("Allowed. She is told.")).to_be_visible()
    bronwen.go("/people/me/second-jobs/")
    expect(bronwen.page.get_by_role("row").filter(has_text="Weekend support")).to_contain_text("Allowed")
    expect(bronwen.page.get_by_role("row").filter(has_text="Night support")).to_contain_text("Refused")
    bronwen.judge()
    bronwen.page.get_by_role("link", name=f"Night support, {EMPLOYER}").click()
    expect(bronwen.page.get_by_text("Refused by Marguerite Dacosta")).to_be_visible()
    bronwen.judge()
