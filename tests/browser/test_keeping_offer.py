"""What the academy keeps of its offer: guide, report, programmes."""

from playwright.sync_api import expect

from tests.browser.conftest import Opens


def test_lead_reads_guide_report_and_programmes(opens: Opens) -> None:
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


def test_guide_holds_on_a_phone(opens: Opens) -> None:
    amara = opens("phone")
    amara.sign_in("practitioner")
    amara.go("/training/")
    amara.page.get_by_role("link", name="Guide to 20").click()
    amara.judge()
    amara.picture("guide-phone")
