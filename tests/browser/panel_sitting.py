"""The panel at work: a tie said, cases shared out, reviews alone, and the meeting with its decisions."""

import re
from dataclasses import dataclass
from datetime import date

from playwright.sync_api import expect

from tests.browser.asye_steps import is_at, is_told, shows, takes_up
from tests.browser.clock import move
from tests.browser.panel_people import SITS_ON
from tests.browser.panel_submitting import opens_sitting
from tests.browser.test_keeping import fill, press, says
from tests.browser.visitor import Visitor

TIED, SHARED, REVIEWED, AGENDA = date(2025, 8, 15), date(2025, 8, 18), date(2025, 9, 1), date(2025, 9, 8)


@dataclass(frozen=True)
class Decided:
    """What the panel decides of somebody: the outcome as the form has it, in words, and why."""

    name: str
    outcome: str
    wording: str
    reasons: str = "Both reviewers saw it, and the panel agreed."


def presses_for(visitor: Visitor, words: str, name: str) -> None:
    """The button of these words that is about somebody: whom it is about is said to who does not see where it is."""
    visitor.page.get_by_role("button", name=re.compile(f"^{words}.*{name}")).click()


def says_family(member: Visitor, name: str) -> str:
    """She finds the case among those of the sitting, says that they are related, and it is gone; where it was."""
    move(TIED, member)
    opens_sitting(member)
    member.judge()
    press(member, name)
    is_at(member, name)
    here = member.page.url.removeprefix(member.portal.url)
    press(member, "Say what connects you with this case")
    member.page.get_by_label("Family").first.check()
    member.judge()
    press(member, "Say it")
    is_told(member, "Noted.")
    return here


def is_gone(member: Visitor, name: str, here: str, *, meeting: str) -> None:
    """For who is out of it there is no such case: not at its address, on no list, and not in the meeting."""
    member.go(here)
    expect(member.page.get_by_role("heading", level=1)).to_have_text("Page not found")
    member.judge()
    for path in ("/", "/panels/", meeting, f"{meeting}agenda/", f"{meeting}wall/"):
        member.go(path)
        expect(member.page.get_by_text(name)).to_have_count(0)
        member.judge()


def shares_out(clerk: Visitor, *, chosen: dict[str, tuple[str, str]]) -> None:
    """Reviewers are proposed for every case; those of some are chosen by hand, then all are asked at once."""
    move(SHARED, clerk)
    takes_up(clerk, "Find reviewers for")
    clerk.judge()
    for name, reviewers in chosen.items():
        for number, reviewer in enumerate(reviewers, 1):
            choice = clerk.page.get_by_label(f"{name}: reviewer {number}")
            line = choice.locator("option").filter(has_text=reviewer).first
            choice.select_option(value=line.get_attribute("value"))
    press(clerk, "Ask these reviewers")
    is_told(clerk, "reviewers asked.")
    clerk.judge()


def takes_on(member: Visitor, name: str) -> None:
    move(SHARED, member)
    takes_up(member, f"Say whether you judge a case: {name}")
    member.page.get_by_label("Yes, I take it on").check()
    member.judge()
    press(member, "Answer")
    member.judge()


def reviews(member: Visitor, name: str, *, levels: tuple[str, ...], words: str) -> None:
    """Alone, what was handed in beside the criteria: a level and a reason for each, and a view of the whole."""
    move(REVIEWED, member)
    takes_up(member, f"Review {name}")
    shows(member, "You judge alone.")
    for group, level in zip(member.page.locator(".app-criterion").all(), levels, strict=True):
        group.get_by_label(level, exact=True).check()
        group.get_by_role("textbox").fill(words)
    whole = "Ready" if "Not met" not in levels else "Not yet"
    member.page.get_by_role("group", name="Your view of the whole").get_by_label(whole, exact=True).check()
    fill(member, words=words)
    member.judge()
    press(member, "Hand it in")
    is_told(member, "Handed in. Nobody but you reads it before all have handed in.")
    member.judge()


def sees_nothing_of(member: Visitor, name: str, words: str) -> None:
    """The other reviewer of the case, before she has judged it, and on every page she has."""
    move(REVIEWED, member)
    takes_up(member, f"Review {name}")
    expect(member.page.get_by_text(words)).to_have_count(0)
    press(member, name)
    is_at(member, name)
    expect(member.page.get_by_text(words)).to_have_count(0)
    expect(member.page.get_by_role("heading", name="Reviews")).to_have_count(0)
    member.judge()


def compares(chair: Visitor, name: str, words: str) -> None:
    """Once the last is in, the chair reads all of them side by side."""
    move(AGENDA, chair)
    takes_up(chair, f"Compare the reviews of {name}")
    expect(chair.page.get_by_role("heading", name="Reviews", exact=True)).to_be_visible()
    chair.page.get_by_text("Why", exact=False).locator("visible=true").first.click()
    shows(chair, words)
    chair.judge()


def makes_agenda(clerk: Visitor, names: list[str]) -> str:
    """Every settled case in its order; where the meeting is held."""
    move(AGENDA, clerk)
    opens_sitting(clerk)
    meeting = clerk.page.url.removeprefix(clerk.portal.url)
    press(clerk, "Agenda")
    for name in names:
        presses_for(clerk, "Put on the agenda", name)
        is_told(clerk, "It is on the agenda.")
    clerk.judge()
    press(clerk, "Tell everybody with a seat")
    is_told(clerk, "Everybody with a seat is told that the agenda stands.")
    return meeting


def gathers(clerk: Visitor, meeting: str, *, here: list[str]) -> None:
    """On the day: who is in the room is noted, and the meeting opened."""
    move(SITS_ON, clerk)
    clerk.go(meeting)
    for name in here:
        presses_for(clerk, "Is here", name)
        is_told(clerk, "Noted.")
    clerk.judge()
    press(clerk, "Open the meeting")
    is_told(clerk, "The meeting is open.")


def calls(clerk: Visitor, meeting: str, name: str, *, may_decide: int) -> None:
    clerk.go(meeting)
    press(clerk, f"Call {name}")
    is_told(clerk, "It is on the table.")
    shows(clerk, f"{may_decide} here who may decide, 3 needed")
    clerk.judge()


def discusses(clerk: Visitor, words: str) -> None:
    fill(clerk, words=words)
    clerk.judge()
    press(clerk, "Keep the discussion")
    is_told(clerk, "The discussion is kept.")


def decides(chair: Visitor, meeting: str, said: Decided, *, more: dict[str, str]) -> None:
    """Who chairs words the decision once, with a plan or a condition where it has one."""
    move(SITS_ON, chair)
    chair.go(meeting)
    press(chair, "Record the decision")
    is_at(chair, "Decision of the panel")
    chair.page.get_by_role("group", name="What does the panel decide?").get_by_label(said.outcome, exact=True).check()
    fill(chair, wording=said.wording, reasons=said.reasons, **more)
    chair.judge()
    press(chair, "Record the decision")
    is_told(chair, "Recorded.")
    chair.judge()


def sees_blank(member: Visitor, meeting: str, name: str) -> None:
    """While the case she is out of is on the table, nothing is on it for her."""
    move(SITS_ON, member)
    member.go(meeting)
    shows(member, "Nothing is on the table for you now.")
    expect(member.page.get_by_text(name)).to_have_count(0)
    member.judge()


def closes(clerk: Visitor, meeting: str) -> None:
    clerk.go(meeting)
    press(clerk, "Close the meeting")
    says(clerk, "The meeting is closed. Its minutes can be made now.")
