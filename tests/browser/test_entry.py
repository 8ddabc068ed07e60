"""Sign in, write, lose the connection, come back, keep, share, find: on a desktop and on a phone."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor
from tests.browser.writing import CHANGED, LEARNT, WHAT, begin, is_saved, write


@pytest.mark.parametrize("screen", [pytest.param("desktop", marks=pytest.mark.smoke), "phone"])
def test_entry_written_offline_in_between_is_kept_shared_and_found(opens: Opens, screen: str) -> None:
    title = f"The stairs were not the question ({screen})"
    amara = opens(screen)
    amara.sign_in("practitioner")
    amara.judge()
    amara.picture(f"home-{screen}", whole=screen == "desktop")
    begin(amara, title)
    amara.judge()

    amara.page.context.set_offline(True)
    amara.page.get_by_label(LEARNT).fill("That I read unwise as unable.")
    expect(amara.page.locator(".app-saved")).to_contain_text("Kept on this device")
    amara.judge()
    amara.page.context.set_offline(False)
    is_saved(amara)

    _keep_what_came_back(amara, title, screen)
    _share_with_helen(amara)
    amara.go("/cpd/")
    amara.page.get_by_label("Search my words").fill("what could go wrong on the stairs")
    amara.page.get_by_role("button", name="Filter").click()
    expect(amara.page.get_by_role("link", name=title)).to_be_visible()
    amara.judge()
    helen = opens(screen)
    helen.sign_in("manager")
    helen.judge()
    helen.page.locator("li", has_text=title).get_by_role("button", name="Read it").click()
    expect(helen.page.get_by_text("I ask first what somebody would do about it.")).to_be_visible()
    helen.judge()


def _keep_what_came_back(amara: Visitor, title: str, screen: str) -> None:
    amara.go("/cpd/")
    expect(amara.page.get_by_text("Unfinished")).to_be_visible()
    amara.judge()
    amara.picture(f"year-{screen}")
    amara.page.get_by_role("link", name=title).click()
    expect(amara.page.get_by_label(LEARNT)).to_have_value("That I read unwise as unable.")
    amara.page.get_by_label(CHANGED).fill("I ask first what somebody would do about it.")
    amara.picture(f"entry-{screen}")
    amara.page.get_by_role("button", name="Keep this entry").click()
    expect(amara.page.get_by_text("Only you. No manager, lead or administrator can open it.")).to_be_visible()
    amara.judge()


def _share_with_helen(amara: Visitor) -> None:
    amara.page.get_by_role("button", name="Share it").click()
    amara.judge()
    amara.page.get_by_label("Helen Prosser").check()
    amara.page.get_by_role("button", name="Share this entry").click()
    expect(amara.page.get_by_text("Reads it as it stands.")).to_be_visible()
    amara.judge()


def test_entry_sent_after_the_session_ended_waits_for_its_writer(opens: Opens) -> None:
    amara = opens()
    amara.sign_in("practitioner")
    begin(amara, "Words that came too late")
    amara.page.context.clear_cookies(name="sessionid")
    amara.page.get_by_label(LEARNT).fill("Written after the session had ended.")
    amara.page.get_by_role("button", name="Keep this entry").click()
    expect(amara.page.get_by_role("heading", name="Sign in")).to_be_visible()
    amara.judge()
    amara.give_credentials("practitioner@demo.example", "academy-demo-2026")
    expect(amara.page.get_by_text("They were sent after you had been signed out")).to_be_visible()
    amara.judge()
    amara.page.get_by_role("button", name="Put them back").click()
    expect(amara.page.get_by_label(LEARNT)).to_have_value("Written after the session had ended.")


def test_entry_open_in_two_tabs_loses_neither_text(opens: Opens) -> None:
    amara = opens()
    amara.sign_in("practitioner")
    begin(amara, "In two tabs")
    second = Visitor(amara.page.context.new_page(), amara.portal)
    second.page.goto(amara.page.url)
    write(amara, label=LEARNT, words="The words of the first tab.")
    second.page.get_by_label(LEARNT).fill("The words of the second tab.")
    second.page.get_by_label("Title", exact=True).focus()
    second.page.get_by_role("link", name="See both texts").click()
    expect(second.page.get_by_text("The words of the first tab.")).to_be_visible()
    expect(second.page.get_by_text("The words of the second tab.")).to_be_visible()
    second.judge()


def test_entry_without_script_is_written_and_kept(opens: Opens) -> None:
    amara = opens(script=False)
    amara.sign_in("practitioner")
    amara.go("/cpd/new/")
    amara.page.get_by_label("Title", exact=True).fill("Written without script")
    amara.page.get_by_label("Learnt mostly").select_option(label="By experience")
    amara.page.get_by_label(WHAT).fill("A page on hoarding and self-neglect.")
    amara.page.get_by_label("Reading or research").check()
    amara.page.get_by_role("button", name="Change the questions").click()
    expect(amara.page.get_by_text("What did you read, and what made you pick it up?")).to_be_visible()
    expect(amara.page.get_by_label("Title", exact=True)).to_have_value("Written without script")
    amara.page.get_by_role("button", name="Keep this entry").click()
    expect(amara.page.get_by_role("heading", name="Written without script")).to_be_visible()


def test_entry_with_faults_names_each_beside_its_field_and_keeps_what_was_typed(opens: Opens) -> None:
    amara = opens()
    amara.sign_in("practitioner")
    amara.go("/cpd/new/")
    amara.page.get_by_label("When", exact=True).fill("1 January 2090")
    amara.page.get_by_label(WHAT).fill("<script>alert('x')</script> & more")
    amara.page.get_by_role("button", name="Keep this entry").click()
    expect(amara.page.get_by_role("heading", name="There is a problem")).to_be_visible()
    expect(amara.page.get_by_label(WHAT)).to_have_value("<script>alert('x')</script> & more")
    expect(amara.page.get_by_label("When", exact=True)).to_have_value("1 January 2090")
    amara.judge()
    amara.page.locator(".govuk-error-summary a").first.click()
    assert amara.page.evaluate("() => document.activeElement.tagName") in {"INPUT", "SELECT", "TEXTAREA"}


def test_entry_of_somebody_else_is_not_there(opens: Opens) -> None:
    amara = opens()
    amara.sign_in("practitioner")
    begin(amara, "Mine alone")
    amara.page.get_by_role("button", name="Keep this entry").click()
    expect(amara.page.get_by_role("heading", name="Mine alone")).to_be_visible()
    path = amara.page.url.removeprefix(amara.portal.url)
    for account in ("manager", "lead", "admin", "candidate"):
        other = opens()
        other.sign_in(account)
        other.go(path)
        expect(other.page.get_by_text("Mine alone")).to_have_count(0)
        expect(other.page.get_by_role("heading", level=1)).to_contain_text("not")
        other.judge()
