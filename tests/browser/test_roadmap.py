"""A practitioner sees her ladder as a map on a desk and on a phone; a visitor reads it without signing in."""

from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor


def test_practitioner_sees_her_ladder_and_a_visitor_the_public_one(opens: Opens) -> None:
    amara, on_the_way, visitor = opens(), opens("phone"), opens("narrow")
    _looks_at_her_pathway(amara)
    _reads_all_it_says(amara)
    on_the_way.sign_in("practitioner")
    on_the_way.go("/pathways/")
    expect(on_the_way.page.locator(".app-map--tall")).to_be_visible()
    expect(on_the_way.page.locator(".app-map--wide")).to_be_hidden()
    on_the_way.judge()
    on_the_way.picture("roadmap-phone")
    _reads_without_signing_in(visitor)


def _looks_at_her_pathway(amara: Visitor) -> None:
    amara.sign_in("practitioner")
    amara.page.get_by_role("link", name="My pathway", exact=True).click()
    expect(amara.page.get_by_text("pathways lead from BG10 level 2 to BG11.")).to_be_visible()
    expect(amara.page.locator(".app-map--wide")).to_be_visible()
    expect(amara.page.locator(".app-map--tall")).to_be_hidden()
    amara.judge()
    amara.picture("roadmap-desktop")
    amara.page.get_by_text("The same as a list").click()
    expect(amara.page.get_by_text("BG10 level 2: you are here.")).to_be_visible()
    amara.judge()


def _reads_all_it_says(amara: Visitor) -> None:
    amara.page.get_by_role("link", name="All that this ladder says").click()
    expect(amara.page.get_by_role("heading", name="BG10 level 2 to BG11")).to_be_visible()
    amara.judge()
    amara.page.get_by_role("link", name="Ladders", exact=True).click()
    expect(amara.page.get_by_text("in force since").first).to_be_visible()
    amara.judge()


def _reads_without_signing_in(visitor: Visitor) -> None:
    visitor.go("/o/bristol/")
    visitor.page.get_by_role("link", name="How careers go on here").click()
    expect(visitor.page.get_by_role("heading", name="Career pathways")).to_be_visible()
    visitor.judge()
    visitor.page.get_by_role("link", name="The map, the steps and what each way asks").first.click()
    expect(visitor.page.get_by_role("heading", name="The pathways")).to_be_visible()
    visitor.judge()
