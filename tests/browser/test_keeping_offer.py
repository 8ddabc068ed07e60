"""What the academy keeps of its offer: guide, report, programmes, and a mistake in how training is decided."""

from playwright.sync_api import expect

from tests.browser.conftest import Opens


def test_lead_reads_guide_and_report_and_is_told_a_mistake_in_the_next_policy(opens: Opens) -> None:
    lead = opens()
    lead.sign_in("lead")
    lead.go("/training/")
    lead.page.get_by_role("link", name="Guide to 20").click()
    expect(lead.page.get_by_role("heading", name="How to take part")).to_be_visible()
    lead.judge()
    lead.picture("guide-desktop")
    lead.go("/settings/training/report/")
    lead.judge()
    lead.picture("report-desktop")
    lead.go("/settings/training/programmes/")
    lead.judge()
    lead.go("/settings/training/policies/")
    lead.judge()
    lead.page.get_by_role("link", name="Publish the next version").first.click()
    written = lead.page.get_by_label("Or the text itself")
    text = written.input_value()
    written.fill(text.replace("hold_days: ", "hold_days: x"))
    lead.page.get_by_role("button", name="Check it").click()
    expect(lead.page.locator("#id_text_error_1")).to_contain_text("hold_days")
    lead.judge()


def test_guide_holds_on_a_phone(opens: Opens) -> None:
    amara = opens("phone")
    amara.sign_in("practitioner")
    amara.go("/training/")
    amara.page.get_by_role("link", name="Guide to 20").click()
    amara.judge()
    amara.picture("guide-phone")
