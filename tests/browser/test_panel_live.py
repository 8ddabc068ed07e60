"""The board keeps up while somebody writes on it, and takes nothing of what she has typed."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, ViewportSize, expect

from tests.browser.asye_people import account_of
from tests.browser.asye_steps import is_told
from tests.browser.conftest import Opens
from tests.browser.hand import Hand
from tests.browser.panel_live_people import meets
from tests.browser.panel_posts_people import make_council, make_panel
from tests.browser.test_keeping import press
from tests.browser.visitor import Visitor

COUNCIL = "Thornmere Council"
STAFF = {
    "lead": "Wilma Astley",
    "chair": "Greta Holm",
    "member": "Imran Voss",
    "other member": "Josie Penn",
    "clerk": "Tamsin Rudd",
}
NADIA, OWEN = "Nadia Birch", "Owen Stell"
TYPED = "Both reviewers found the second visit strong."
TABLET, PROJECTOR = ViewportSize(width=768, height=1024), ViewportSize(width=1920, height=1080)
# The board asks every ten seconds.
SOON = 25_000


@pytest.fixture(scope="module")
def board(hand: Hand) -> str:
    hand(make_council, COUNCIL, people=STAFF, first_number=781800, mechanisms=("panel",))
    hand(make_panel, COUNCIL, people=STAFF, sits_on=timezone.localdate())
    where: str = hand(meets, COUNCIL, on_table=NADIA, waiting=OWEN)
    return where


def test_board_shows_the_clerk_what_the_chair_does_and_keeps_what_she_types(opens: Opens, board: str) -> None:
    chair, clerk = (_at(opens(), board, STAFF[part]) for part in ("chair", "clerk"))
    clerk.page.set_viewport_size(TABLET)
    clerk.judge()
    _box(clerk).fill(TYPED)
    chair.page.get_by_role("button", name=re.compile(f"^Leaves.*{STAFF['member']}$")).click()
    is_told(chair, "Noted.")
    expect(clerk.page.get_by_text("2 here who may decide, 3 needed")).to_be_visible(timeout=SOON)
    expect(_box(clerk)).to_have_value(TYPED)
    press(chair, "Put it back for later")
    press(chair, f"Call {OWEN}")
    expect(clerk.page.get_by_text("The meeting has gone on.")).to_be_visible(timeout=SOON)
    expect(_box(clerk)).to_have_value(TYPED)
    clerk.judge()
    clerk.page.get_by_role("link", name="See how it stands").click()
    expect(clerk.page.get_by_role("heading", name=OWEN)).to_be_visible()
    expect(_box(clerk)).to_have_value("")
    press(chair, "Put it back for later")
    press(chair, f"Call {NADIA}")
    expect(clerk.page.get_by_role("heading", name=NADIA)).to_be_visible(timeout=SOON)
    expect(_box(clerk)).to_have_value(TYPED)


def test_pages_of_the_meeting_fit_a_tablet_and_the_wall(opens: Opens, board: str) -> None:
    chair = _at(opens(), board, STAFF["chair"])
    chair.page.set_viewport_size(TABLET)
    chair.judge()
    press(chair, "Record the decision")
    chair.judge()
    chair.page.set_viewport_size(PROJECTOR)
    chair.go(f"{board}wall/")
    chair.judge()
    tall = chair.page.evaluate("() => document.querySelector('.app-wall').getBoundingClientRect().bottom")
    assert tall <= PROJECTOR["height"]


def _at(visitor: Visitor, board: str, name: str) -> Visitor:
    visitor.sign_in(account_of(name))
    visitor.go(board)
    return visitor


def _box(visitor: Visitor) -> Locator:
    return visitor.page.get_by_role("textbox", name="Discussion")
