"""The academy adds a course: a wrong cost is said next to its field, nothing typed is lost, and it is offered."""

from playwright.sync_api import expect

from tests.browser.conftest import Opens

AIMS = "What the Act asks of us, with a barrister."


def test_academy_adds_a_course_and_says_whom_it_is_for(opens: Opens) -> None:
    lead = opens()
    lead.sign_in("lead")
    lead.go("/settings/training/")
    lead.judge()
    lead.page.get_by_role("link", name="Courses", exact=True).click()
    lead.judge()
    lead.page.get_by_role("button", name="Add a course").click()
    lead.page.get_by_label("Title").fill("Legal literacy in practice")
    lead.page.get_by_label("What kind of learning is it?").select_option("Workshop")
    lead.page.get_by_label("What it is about").fill(AIMS)
    lead.page.get_by_label("Begin", exact=True).check()
    lead.page.get_by_label("Why is it offered?").select_option("Statutory requirement")
    lead.page.get_by_label("Completion", exact=True).check()
    lead.page.get_by_label("Fee in pounds").fill("ninety")
    lead.page.get_by_role("button", name="Save the course").click()
    expect(lead.page.locator("#id_cost_fee_error_1")).to_contain_text("Write pounds as a number, such as 100.")
    expect(lead.page.get_by_label("What it is about")).to_have_value(AIMS)
    lead.judge()
    lead.page.get_by_label("Fee in pounds").fill("90")
    lead.page.get_by_role("button", name="Save the course").click()
    expect(lead.page.get_by_text("The course is added.")).to_be_visible()
    lead.judge()
    lead.page.get_by_label("Job", exact=True).select_option("Social worker")
    lead.page.get_by_role("button", name="Add this group").click()
    expect(lead.page.get_by_text("The group is added.")).to_be_visible()
    lead.judge()
    lead.go("/settings/training/courses/?words=legal+literacy+in")
    lead.page.get_by_role("link", name="Legal literacy in practice").first.click()
    expect(lead.page.get_by_text("£90.00")).to_be_visible()
