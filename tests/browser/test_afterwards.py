"""After an entry was kept: talked about, withdrawn with a reason, brought back."""

from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.writing import keep, share

TITLE = "What the night staff knew"


def test_entry_shared_with_a_manager_is_talked_about(opens: Opens) -> None:
    dawn, helen = opens("phone"), opens()
    dawn.sign_in("support")
    keep(dawn, TITLE)
    share(dawn, "Helen Prosser")
    page = dawn.page.url

    helen.sign_in("manager")
    helen.go("/cpd/shared/")
    helen.judge()
    helen.picture("shared-desktop")
    helen.page.get_by_role("link", name=TITLE, exact=True).click()
    helen.judge()
    helen.page.get_by_role("button", name="We talked about it").click()
    helen.judge()
    helen.page.get_by_role("button", name="Note the talk").click()
    expect(helen.page.get_by_text("Noted. Both of you see it.")).to_be_visible()
    helen.judge()
    helen.go("/cpd/shared/")
    expect(helen.page.locator("section", has_text="Talked about").get_by_role("link", name=TITLE)).to_be_visible()

    dawn.page.goto(page)
    expect(dawn.page.locator("#talks").locator("..")).to_contain_text("with Helen Prosser")
    dawn.judge()
    dawn.page.get_by_role("button", name="End the sharing with Helen Prosser").click()
    expect(dawn.page.get_by_text("They can open the entry no more.")).to_be_visible()
    dawn.judge()
    helen.page.goto(page)
    expect(helen.page.get_by_role("heading", name="Page not found")).to_be_visible()


def test_entry_withdrawn_with_a_reason_is_brought_back(opens: Opens) -> None:
    dawn = opens("phone")
    dawn.sign_in("support")
    keep(dawn, "Written about the wrong day")
    dawn.page.get_by_role("link", name="Withdraw this entry").click()
    dawn.judge()
    dawn.page.get_by_role("button", name="Withdraw this entry").click()
    expect(dawn.page.locator(".govuk-form-group--error")).to_contain_text("Why do you withdraw it?")
    dawn.judge()
    dawn.page.get_by_label("Why do you withdraw it?").fill("It was the day after.")
    dawn.page.get_by_role("button", name="Withdraw this entry").click()
    expect(dawn.page.get_by_text("Withdrawn. You find it under “Withdrawn”")).to_be_visible()
    expect(dawn.page.get_by_role("link", name="Written about the wrong day")).to_have_count(0)
    dawn.judge()
    dawn.page.get_by_role("link", name="1 withdrawn entry").click()
    dawn.judge()
    dawn.page.get_by_role("link", name="Written about the wrong day").click()
    expect(dawn.page.get_by_text("You wrote: “It was the day after.”")).to_be_visible()
    dawn.judge()
    dawn.page.get_by_role("button", name="Bring it back").click()
    expect(dawn.page.get_by_text("It is a draft again.")).to_be_visible()
    dawn.judge()
    dawn.page.get_by_role("button", name="Go on writing").click()
    expect(dawn.page.get_by_label("Title", exact=True)).to_have_value("Written about the wrong day")
