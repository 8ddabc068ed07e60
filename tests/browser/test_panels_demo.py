"""What the demo's people find under Panels: the chair, the clerk, a member and somebody from outside, each her own."""

from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.test_keeping import press
from tests.browser.visitor import Visitor


def test_chair_clerk_member_and_candidate_find_what_is_theirs(opens: Opens) -> None:
    _chair(opens("desktop"))
    _clerk(opens("desktop"))
    _member(opens("desktop"))
    _from_outside(opens("phone"))


def _chair(sunita: Visitor) -> None:
    sunita.sign_in("chair")
    sunita.go("/panels/")
    expect(sunita.page.get_by_text("Decide whether Yasmin Farouk takes part in a case").first).to_be_visible()
    sunita.judge()
    sunita.picture("panel-chair-desktop")
    press(sunita, "See them")
    expect(sunita.page.get_by_text("What asks for another look before the panel meets:")).to_be_visible()
    sunita.judge()
    sunita.picture("panel-reviews-desktop", whole=True)


def _clerk(ana: Visitor) -> None:
    ana.sign_in("clerk")
    ana.go("/panels/")
    press(ana, "Look it through")
    expect(ana.page.get_by_role("button", name="Ask for changes")).to_be_visible()
    ana.judge()
    ana.picture("panel-clerk-desktop", whole=True)


def _member(martin: Visitor) -> None:
    martin.sign_in("panel")
    martin.go("/panels/")
    expect(martin.page.get_by_text("0 of 2 given to you are judged")).to_be_visible()
    martin.judge()
    martin.picture("panel-member-desktop")


def _from_outside(kezia: Visitor) -> None:
    kezia.sign_in("candidate")
    kezia.go("/panels/")
    kezia.judge()
    press(kezia, "Open it")
    expect(kezia.page.get_by_text("Before you can hand it in:")).to_be_visible()
    kezia.judge()
    kezia.picture("panel-candidate-phone")
