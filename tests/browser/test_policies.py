"""An academy lead publishes a policy: a wrong file is told with its lines, mended, previewed and published."""

from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor

WRONG = """organisation: {slug}
code: coaching-2028
valid_from: 2028-01-01
title: Coaching agreement
usuall: {{sessions: 4, minutes: 60, months: 6}}
parts:
- heading: Confidentiality
  words:
  - Nothing that is said here is written down anywhere else.
- heading: Boundaries
  words: Stop when it no longer helps.
"""


def _upload(lead: Visitor, text: str) -> None:
    lead.page.get_by_label("A file with it").set_input_files(
        {"name": "coaching.yaml", "mimeType": "application/yaml", "buffer": text.encode()}
    )
    lead.page.get_by_role("button", name="Check it").click()
    mistakes = lead.page.get_by_role("region", name="Lines with mistakes")
    expect(mistakes).to_contain_text("line 5, usuall: this key is not known here; perhaps usual is meant.")
    expect(mistakes).to_contain_text("line 11, parts.2.words: it has to be a list")
    expect(lead.page.get_by_label("Or the text itself")).to_have_value(text.strip())
    lead.judge()
    lead.picture("policy-mistakes-desktop")


def _mend_and_publish(lead: Visitor, text: str) -> None:
    lead.page.get_by_label("Or the text itself").fill(text)
    lead.page.get_by_role("button", name="Check it").click()
    expect(lead.page.get_by_text("The text is in order.")).to_be_visible()
    expect(lead.page.get_by_text("Usually 4 sessions of 60 minutes within 6 months.")).to_be_visible()
    expect(lead.page.get_by_role("row", name="usual.sessions 6 4")).to_be_visible()
    lead.judge()
    lead.page.get_by_role("button", name="Publish it from 1 January 2028").click()
    expect(lead.page.get_by_text("It is published, and holds from its first day.")).to_be_visible()
    expect(lead.page.get_by_text("Begins later")).to_be_visible()
    lead.judge()


def test_lead_uploads_a_wrong_policy_mends_it_sees_it_as_staff_will_and_publishes_it(opens: Opens) -> None:
    lead = opens()
    lead.sign_in("lead")
    lead.go("/settings/")
    lead.page.get_by_role("link", name="Policies", exact=True).click()
    expect(lead.page.get_by_role("heading", name="Policies")).to_be_visible()
    lead.judge()
    lead.page.get_by_role("link", name="Terms of coaching").click()
    expect(lead.page.get_by_role("heading", name="Terms of coaching")).to_be_visible()
    lead.judge()
    lead.page.get_by_role("button", name="Write the next version").click()
    slug = lead.page.get_by_label("Or the text itself").input_value().splitlines()[0].removeprefix("organisation: ")
    lead.judge()
    wrong = WRONG.format(slug=slug)
    _upload(lead, wrong)
    _mend_and_publish(lead, wrong.replace("usuall", "usual").replace("words: Stop", "words:\n  - Stop"))

    phone = opens("phone")
    phone.sign_in("lead")
    phone.go("/settings/policies/coaching/")
    phone.judge()
    phone.page.get_by_role("link", name="coaching-2028").first.click()
    expect(phone.page.get_by_role("heading", name="As your colleagues see it")).to_be_visible()
    phone.judge()
    phone.go("/settings/policies/coaching/publish/")
    phone.page.get_by_label("Or the text itself").fill(wrong)
    phone.page.get_by_role("button", name="Check it").click()
    expect(phone.page.get_by_role("region", name="Lines with mistakes")).to_be_visible()
    phone.judge()
