"""The offer: a course is found by search and filter, read, and seen by everybody on the public page."""

from playwright.sync_api import expect

from tests.browser.conftest import Opens


def test_course_is_found_by_search_and_filter_on_a_desktop(opens: Opens) -> None:
    megan = opens()
    megan.sign_in("ot-bexley")
    megan.page.get_by_role("link", name="Training", exact=True).click()
    expect(megan.page.get_by_text("In focus now:")).to_be_visible()
    expect(megan.page.get_by_role("columnheader", name="In focus now")).to_be_visible()
    megan.judge()
    megan.picture("catalogue-desktop")
    megan.page.get_by_label("Search").fill("research")
    megan.page.get_by_text("More filters").click()
    megan.page.get_by_label("Stage").select_option("Begin")
    megan.page.get_by_role("button", name="Find").click()
    expect(megan.page.get_by_text("1 course.", exact=True)).to_be_visible()
    expect(megan.page.get_by_label("Stage")).to_be_visible()
    megan.judge()
    megan.page.get_by_role("link", name="Making Research Count in-house sessions").click()
    expect(megan.page.get_by_text("Counts in the ASYE record")).to_be_visible()
    expect(megan.page.get_by_text("It is meant for you.")).to_be_visible()
    megan.judge()


def test_course_is_found_by_search_and_filter_on_a_phone(opens: Opens) -> None:
    megan = opens("phone")
    megan.sign_in("practitioner")
    megan.go("/training/")
    megan.judge()
    megan.picture("catalogue-phone")
    megan.page.get_by_label("For", exact=True).select_option("Meant for me")
    megan.page.get_by_label("Search").fill("mental capacity dols")
    megan.page.get_by_role("button", name="Find").click()
    megan.page.get_by_role("link", name="Mental Capacity Act and DoLS").click()
    expect(megan.page.get_by_role("heading", name="Why we offer it")).to_be_visible()
    megan.judge()
    megan.go("/training/?q=zzzz")
    expect(megan.page.get_by_text("Nothing fits.")).to_be_visible()
    megan.judge()


def test_library_and_an_external_course_hold(opens: Opens) -> None:
    owen = opens("phone")
    owen.sign_in("ot-bexley")
    owen.go("/training/library/")
    expect(owen.page.get_by_role("heading", name="Workbooks")).to_be_visible()
    owen.judge()
    owen.page.get_by_role("link", name="SCILS workbooks").click()
    expect(owen.page.get_by_text("A finished workbook is learning.")).to_be_visible()
    owen.judge()
    owen.go("/training/?q=apprenticeship")
    owen.page.get_by_role("link", name="Social work degree apprenticeship").click()
    expect(owen.page.get_by_role("button", name="Ask for it")).to_be_visible()
    expect(owen.page.get_by_text("Not in your record yet.")).to_be_visible()
    owen.judge()


def test_module_of_a_programme_says_how_the_combination_is_found(opens: Opens) -> None:
    amara = opens()
    amara.sign_in("practitioner")
    amara.go("/training/?q=decision+making")
    amara.page.get_by_role("link", name="Assessment, Risk and Decision Making").click()
    expect(amara.page.get_by_text("Choose three of the four modules.")).to_be_visible()
    amara.judge()


def test_public_page_of_the_offer_is_found_from_the_academys(opens: Opens) -> None:
    visitor = opens("phone")
    visitor.go("/o/north-west-london/")
    visitor.page.get_by_role("link", name="The offer of the academy").click()
    expect(visitor.page.get_by_role("heading", name="What can be learnt here")).to_be_visible()
    expect(visitor.page.get_by_role("rowheader", name="Safeguarding Adults and Risk")).to_be_visible()
    visitor.judge()
    wide = opens()
    wide.go("/o/bexley/offer/")
    wide.judge()
