"""A vacancy planned and opened by human resources, found by a practitioner on her phone; and a grade changed by a
decision, with its history."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor

TITLE = "Practice lead, Discharge Team"


def plans_vacancy(hr: Visitor) -> None:
    today = timezone.localdate()
    page = hr.page
    hr.go("/settings/vacancies/")
    hr.judge()
    page.get_by_role("button", name="Plan a vacancy").click()
    page.get_by_label("Title").fill(TITLE)
    page.get_by_label("Reference").fill("BCC-2200")
    page.get_by_label("Team").select_option(label="Discharge Team, Adult Social Care")
    page.get_by_label("Job").select_option(label="Senior practitioner")
    page.get_by_label("Grade and level").select_option(label="BG12")
    page.get_by_label("From which day can people apply?").fill(today.isoformat())
    page.get_by_label("Until which day?").fill((today + timedelta(days=21)).isoformat())
    hr.judge()
    page.get_by_role("button", name="Plan the vacancy").click()
    expect(page.get_by_text("The vacancy is planned. It opens by itself on its first day.")).to_be_visible()
    page.get_by_role("button", name="Open it now").click()
    expect(page.get_by_text("The vacancy is open.")).to_be_visible()
    hr.judge()


def changes_grade(hr: Visitor) -> None:
    page = hr.page
    hr.go("/settings/people/?name=Ines+Cole")
    page.get_by_role("link", name="Ines Cole").click()
    page.get_by_role("link", name="Change the grade").click()
    page.get_by_label("Which grade and level?").select_option(label="BG11")
    page.get_by_label("From which day?").fill("1 July 2031")
    page.get_by_label("Progression panel").check()
    page.get_by_label("Which decision is it?").fill("Panel of 17 June 2031")
    page.get_by_label("Reason").fill("All of BG11 is met")
    hr.judge()
    page.get_by_role("button", name="Change the grade").click()
    expect(page.get_by_text("The grade is entered. She and her manager are told.")).to_be_visible()


def test_vacancy_is_opened_and_found_and_a_grade_changes_with_its_history(opens: Opens) -> None:
    hr, amara = opens("desktop"), opens("phone")
    hr.sign_in("hr")
    amara.sign_in("practitioner")
    plans_vacancy(hr)
    amara.go("/people/")
    amara.page.get_by_role("link", name="Vacancies").click()
    amara.judge()
    amara.page.get_by_role("link", name=TITLE).click()
    expect(amara.page.get_by_text("BG12", exact=True)).to_be_visible()
    expect(amara.page.get_by_text("Discharge Team, Adult Social Care")).to_be_visible()
    expect(amara.page.get_by_role("link", name="Withdraw it")).to_have_count(0)
    amara.judge()
    changes_grade(hr)
    hr.page.get_by_role("link", name="Change the grade").click()
    row = hr.page.get_by_role("row").filter(has_text="BG11")
    expect(row).to_contain_text("Progression panel: Panel of 17 June 2031")
    expect(row).to_contain_text("All of BG11 is met")
    hr.judge()
