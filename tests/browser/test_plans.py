"""A goal set and agreed, looked at twice in the year: at the half-year review and at the appraisal, signed by both."""

import re

from django.utils import timezone
from playwright.sync_api import expect

from academy.people.rules.spans import in_words
from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor

GOAL = "Lead the falls prevention talk in our team"
NEXT_YEAR = timezone.localdate().year + 1


def test_goal_is_agreed_and_reviewed_at_both_meetings_of_the_year(opens: Opens) -> None:
    dawn, helen = opens("phone"), opens("desktop")
    dawn.sign_in("support")
    helen.sign_in("manager")
    _set_goal(dawn)
    _agree(helen)
    for kind in ("review", "appraisal"):
        _begin(dawn)
        address = dawn.page.url.removeprefix(dawn.portal.url)
        for visitor in (dawn, helen):
            visitor.go(address)
            _write(visitor)
            _review_goals(visitor)
        _sign(helen, first=True)
        dawn.go(address)
        _sign(dawn, first=False)
        expect(dawn.page.get_by_text("Signed by both").first).to_be_visible()
        dawn.judge()
        dawn.picture(f"{kind}-phone")
    helen.go("/development/people/")
    helen.judge()
    helen.picture("peoples-plans-desktop")


def _set_goal(dawn: Visitor) -> None:
    dawn.go("/development/")
    dawn.judge()
    dawn.go("/development/plan/")
    dawn.page.get_by_role("button", name="Set a goal").click()
    dawn.judge()
    dawn.page.get_by_role("button", name="Save this goal").click()
    expect(dawn.page.get_by_role("heading", name="There is a problem")).to_be_visible()
    dawn.judge()
    dawn.page.get_by_label("What do you want to learn or reach?").fill(GOAL)
    dawn.page.get_by_label("Why does it matter").fill("People I visit fall at home, and we see it late.")
    dawn.page.get_by_label("By when?").fill(f"30 June {NEXT_YEAR}")
    dawn.page.get_by_role("button", name="Save this goal").click()
    expect(dawn.page.get_by_role("heading", name=GOAL)).to_be_visible()
    expect(dawn.page.get_by_text("Not agreed yet.")).to_be_visible()
    dawn.judge()


def _agree(helen: Visitor) -> None:
    helen.go("/development/people/")
    helen.judge()
    row = helen.page.get_by_role("row", name=re.compile("Dawn Pickering"))
    expect(row.get_by_text("1 waits for your agreement")).to_be_visible()
    row.get_by_role("link", name="Dawn Pickering").click()
    helen.page.get_by_role("link", name=GOAL).click()
    helen.judge()
    helen.page.get_by_role("button", name="Agree to this goal").click()
    expect(helen.page.get_by_text(re.compile(f"Agreed by .* on {in_words(timezone.localdate())}"))).to_be_visible()


def _begin(dawn: Visitor) -> None:
    """The first meeting of the year that is not begun."""
    dawn.go("/development/plan/")
    dawn.judge()
    dawn.page.get_by_role("button", name=re.compile("^Begin")).first.click()
    dawn.judge()
    dawn.page.get_by_role("button", name="Begin").click()
    expect(dawn.page.get_by_role("heading", level=1, name=re.compile("^My Performance"))).to_be_visible()
    dawn.judge()


def _write(visitor: Visitor) -> None:
    visitor.page.get_by_role("button", name="Write my part").click()
    visitor.judge()
    for box in visitor.page.locator("form.app-write textarea").all():
        box.fill("We talked about it, and this is what I say.")
    visitor.page.get_by_role("button", name="Save my part").click()
    expect(visitor.page.get_by_text("Saved. Both of you see it.")).to_be_visible()


def _review_goals(visitor: Visitor) -> None:
    visitor.page.get_by_role("link", name="Say how the goals stand").click()
    visitor.judge()
    visitor.page.get_by_label("On track").check()
    visitor.page.get_by_label("What do you say about it?").fill("The first talk is held.")
    visitor.page.get_by_role("button", name="Save").click()
    expect(visitor.page.get_by_text("Saved. Both of you see it.")).to_be_visible()


def _sign(visitor: Visitor, *, first: bool) -> None:
    visitor.page.get_by_role("button", name="Sign", exact=True).click()
    visitor.judge()
    expect(visitor.page.get_by_label("On which day did you talk?")).to_have_count(int(first))
    visitor.page.get_by_role("button", name="Sign", exact=True).click()
    expect(visitor.page.get_by_text("Signed.", exact=True)).to_be_visible()
