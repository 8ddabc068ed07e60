"""Finding colleagues, reading a record as far as one may, seeing who read it, and acting in another organisation."""

from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor

REPORT = "Tom Breakwell"


def open_person(visitor: Visitor, name: str) -> None:
    """Find somebody by name in the directory and open her page."""
    visitor.go("/people/")
    visitor.page.get_by_label("Name", exact=True).fill(name)
    visitor.page.get_by_role("button", name="Find").click()
    visitor.page.get_by_role("link", name=name, exact=True).click()
    expect(visitor.page.get_by_role("heading", name=name, level=1)).to_be_visible()


def test_manager_on_a_phone_finds_her_team_and_reads_a_report(opens: Opens) -> None:
    helen = opens("phone")
    helen.sign_in("manager")
    helen.page.get_by_role("button", name="Menu").click()
    helen.page.get_by_role("link", name="People").click()
    helen.page.get_by_label("Team", exact=True).select_option(label="South Locality")
    helen.page.get_by_role("button", name="Find").click()
    expect(helen.page.locator("td[data-label=Team]", has_text="South Locality").first).to_be_visible()
    assert helen.page.locator("td[data-label=Team]", has_not_text="South Locality").count() == 0
    helen.judge()
    helen.picture("directory-phone")
    helen.page.get_by_role("link", name=REPORT, exact=True).click()
    expect(helen.page.get_by_text("Hours", exact=True)).to_be_visible()
    expect(helen.page.get_by_text("Spinal point").first).to_be_visible()
    helen.judge()


def test_colleague_sees_the_job_and_neither_hours_nor_spinal_point(opens: Opens) -> None:
    amara = opens()
    amara.sign_in("practitioner")
    open_person(amara, REPORT)
    expect(amara.page.get_by_text("Line manager", exact=True)).to_be_visible()
    expect(amara.page.get_by_text("Hours", exact=True)).to_have_count(0)
    expect(amara.page.get_by_text("Spinal point")).to_have_count(0)
    amara.judge()


def test_person_sees_who_has_read_her_record(opens: Opens) -> None:
    amara, helen = opens("phone"), opens()
    helen.sign_in("manager")
    open_person(helen, "Amara Osei")
    helen.judge()
    helen.picture("person-desktop")
    amara.sign_in("practitioner")
    amara.page.get_by_role("link", name="Who has read my record").click()
    expect(amara.page.get_by_role("rowheader", name="Helen Prosser").first).to_be_visible()
    amara.judge()


def test_educator_acts_in_the_organisation_she_chooses(opens: Opens) -> None:
    harriet = opens()
    harriet.sign_in_anew("educator")
    harriet.page.get_by_role("link", name="Harriet Lindqvist").click()
    harriet.judge()
    harriet.page.get_by_label("Bristol City Council").check()
    harriet.page.get_by_role("button", name="Act in this organisation").click()
    expect(harriet.page.get_by_text("You are acting in Bristol City Council now.")).to_be_visible()
    expect(harriet.page.locator(".app-header__org")).to_have_text("Bristol City Council")
    harriet.judge()
    harriet.go("/")
    expect(harriet.page.locator(".app-header__org")).to_have_text("Bristol City Council")
