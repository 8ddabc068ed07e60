"""A reflection written with pseudonyms on a phone: what is caught in place is mended, or overruled with a reason."""

from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor
from tests.browser.writing import LEARNT, WHAT, begin

TITLE = "What the drawing said"
REASON = "It is the number of the library, which everybody knows."


def test_reflection_written_with_pseudonyms_is_kept_once_nothing_tells_who_it_is(opens: Opens) -> None:
    amara = opens("phone")
    amara.sign_in("practitioner")
    _note_pseudonym(amara)
    amara.go("/")
    begin(amara, TITLE)
    amara.page.get_by_text("Your pseudonyms").click()
    expect(amara.page.get_by_text("Mrs Q", exact=True)).to_be_visible()
    amara.page.get_by_label(WHAT).fill(
        "Quenelda drew her flat in BS99 9AA for me. We met at the library, 01632 960123."
    )
    amara.page.get_by_label(LEARNT).fill("That a drawing says more than my questions.")
    _keep(amara)
    page = amara.page
    expect(page.get_by_role("alert")).to_contain_text("Write “Mrs Q” instead")
    expect(page.locator(".govuk-error-message mark")).to_have_text(["Quenelda", "BS99 9AA", "01632 960123"])
    amara.judge()

    page.get_by_label(WHAT).fill("Mrs Q drew her flat for me. We met at the library, 01632 960123.")
    page.get_by_role("checkbox", name="“01632 960123”, Telephone number").check()
    _keep(amara)
    expect(page.locator(".govuk-error-message")).to_contain_text("Say in a few words why it tells nobody")
    page.get_by_label("Why does it tell nobody who this is?").fill(REASON)
    _keep(amara)
    expect(page.get_by_text("Mrs Q drew her flat for me.")).to_be_visible()
    amara.judge()
    _empty(amara)


def _note_pseudonym(amara: Visitor) -> None:
    amara.go("/guard/names/")
    amara.judge()
    amara.page.get_by_label("1. I write").fill("Mrs Q")
    amara.page.get_by_label("1. I mean").fill("Quenelda Quist")
    amara.page.get_by_role("button", name="Keep my pseudonyms").click()
    expect(amara.page.get_by_text("Your pseudonyms are kept.")).to_be_visible()


def _keep(amara: Visitor) -> None:
    amara.page.get_by_role("button", name="Keep this entry").click()


def _empty(amara: Visitor) -> None:
    """Nobody else finds it in the demo."""
    amara.go("/guard/names/")
    amara.page.get_by_role("button", name="Empty the whole list").click()
    expect(amara.page.get_by_text("Your list is empty.")).to_be_visible()
