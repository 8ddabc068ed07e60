"""A leaver: her last day entered, why in her own words on a phone, the exit interview; then she stays after all."""

from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor


def opens_kept_record(hr: Visitor) -> None:
    hr.go("/settings/people/?name=Tuckett")
    hr.page.get_by_role("link", name="Bronwen Tuckett").click()


def test_leaver_says_why_is_interviewed_and_stays_after_all(opens: Opens) -> None:
    hr, bronwen = opens("desktop"), opens("phone")
    hr.sign_in("hr")
    bronwen.sign_in("ot")
    opens_kept_record(hr)
    hr.page.get_by_role("link", name="Leaves the organisation").click()
    hr.page.get_by_label("What is the last day?").fill("31 August 2031")
    hr.page.get_by_role("button", name="End it").click()
    expect(hr.page.get_by_text("Leaves on 31 August 2031.")).to_be_visible()
    hr.judge()
    bronwen.go("/")
    bronwen.page.get_by_role("listitem").filter(has_text="Say why you leave").get_by_text("Say it").first.click()
    bronwen.page.get_by_label("Lack of opportunity or progression").check()
    bronwen.page.get_by_label("In your own words").fill("There was no next step for a therapist.")
    bronwen.judge()
    bronwen.page.get_by_role("button", name="Say so").click()
    expect(bronwen.page.get_by_text("Thank you. You can change it until the exit interview.")).to_be_visible()
    bronwen.judge()
    hr.go("/settings/people/leavers/")
    hr.judge()
    hr.page.get_by_role("link", name="Bronwen Tuckett").click()
    hr.page.get_by_role("button", name="Write down the exit interview").click()
    hr.page.get_by_label("When was the exit interview held?").fill(timezone.localdate().isoformat())
    hr.judge()
    hr.page.get_by_role("button", name="Write it down").click()
    expect(hr.page.get_by_text("The exit interview is written down.")).to_be_visible()
    hr.go("/settings/people/leavers/report/")
    hr.judge()
    opens_kept_record(hr)
    hr.page.get_by_role("link", name="Stays after all").click()
    hr.page.get_by_role("button", name="Save").click()
    expect(hr.page.get_by_text("She stays. What was to end goes on.")).to_be_visible()
