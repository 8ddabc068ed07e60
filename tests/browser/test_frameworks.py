"""Professional frameworks: a lead says that a wording is right; everybody else reads."""

from playwright.sync_api import expect

from tests.browser.conftest import Opens

CONFIRM = "Confirm the wording of "


def test_lead_confirms_a_wording_and_a_practitioner_has_no_button(opens: Opens) -> None:
    philippa, megan = opens(), opens("phone")
    philippa.sign_in("lead-bexley")
    philippa.page.get_by_role("link", name="Frameworks", exact=True).click()
    philippa.judge()
    philippa.go("/frameworks/pcf/")
    buttons = philippa.page.get_by_role("button", name=CONFIRM)
    waiting = buttons.count()
    first = buttons.first.inner_text()
    philippa.judge()
    philippa.picture("wording-desktop")
    buttons.first.click()
    expect(philippa.page.get_by_role("button", name=first, exact=True)).to_have_count(0)
    expect(buttons).to_have_count(waiting - 1)
    philippa.judge()

    megan.sign_in("nqsw-hfds")
    megan.go("/frameworks/pcf/")
    expect(megan.page.get_by_text("has not been compared with the official document yet").first).to_be_visible()
    expect(megan.page.get_by_role("button", name=CONFIRM)).to_have_count(0)
    megan.judge()


def test_statement_is_found_by_a_word_of_it(opens: Opens) -> None:
    megan = opens("phone")
    megan.sign_in("nqsw-hfds")
    megan.go("/frameworks/")
    megan.page.get_by_label("Search the statements").fill("reflection")
    megan.page.get_by_role("button", name="Search").click()
    expect(megan.page.get_by_role("link", name="6 Critical reflection and analysis").first).to_be_visible()
    megan.judge()
    megan.page.get_by_label("Search the statements").fill("zzz")
    megan.page.get_by_role("button", name="Search").click()
    expect(megan.page.get_by_text("No statement in force says")).to_be_visible()
    megan.judge()
