"""The steps of ASYE moderation on the screens: put to a sitting, judged by the template, decided, given back, asked."""

from datetime import date

from tests.browser.asye_steps import is_told, shows, takes_up
from tests.browser.clock import move
from tests.browser.hand import Hand
from tests.browser.panel_moderation_people import TESS, called, meeting_on
from tests.browser.test_keeping import fill, press
from tests.browser.visitor import Visitor

ANSWERS = {"confirm": "Confirm it", "query": "Ask the assessor"}


def puts(coordinator: Visitor, names: list[str], day: date) -> None:
    """The co-ordinator ticks recommendations that wait, and puts them to the next sitting."""
    move(day, coordinator)
    takes_up(coordinator, "to a panel")
    for each in names:
        coordinator.page.get_by_label(each).check()
    coordinator.judge()
    press(coordinator, "Put to this sitting")
    is_told(coordinator, "put to the sitting.")
    coordinator.judge()


def moderates(reviewer: Visitor, address: str, day: date, *, view: str) -> None:
    """The template in its three parts: what the record answers stands there, the tests are hers, feedback follows."""
    move(day, reviewer)
    reviewer.go(address)
    shows(reviewer, "Answered from the record.")
    reviewer.judge()
    page = reviewer.page
    for test in page.locator("input[type=radio][name^=test_][value=yes]").all():
        test.check(force=True)
    page.get_by_label(ANSWERS[view], exact=True).check(force=True)
    fill(reviewer, words="The reviews lead to it, one after the other.")
    if view == "query":
        fill(reviewer, to_assessor="Which observation shows her work with a family that disagreed?")
    fill(reviewer, to_candidate="Your reflections have become shorter and clearer.")
    press(reviewer, "Hand it in")
    reviewer.judge()


def puts_on_agenda(chair: Visitor, hand: Hand, names: list[str], *, sitting: date, day: date) -> None:
    move(day, chair)
    here = hand(meeting_on, sitting)
    for each in names:
        chair.go(f"{here}agenda/")
        press_beside(chair, f"{hand(called, each)},")
        is_told(chair, "It is on the agenda.")
    chair.judge()


def opens_meeting(chair: Visitor, hand: Hand, *, day: date, others: list[str]) -> None:
    """On the day: who is there is noted, and the meeting opens."""
    move(day, chair)
    chair.go(hand(meeting_on, day))
    for each in others:
        press_beside(chair, each)
        is_told(chair, "Noted.")
    press(chair, "Open the meeting")
    is_told(chair, "The meeting is open.")
    chair.judge()


def press_beside(visitor: Visitor, words: str) -> None:
    """The button of the line that begins with these words."""
    visitor.page.locator("main form").filter(has_text=words).get_by_role("button").first.click()


def decides(chair: Visitor, hand: Hand, name: str, *, day: date, outcome: str, **said: str) -> None:
    """Called to the table by its number, and decided in words written once."""
    move(day, chair)
    chair.go(hand(meeting_on, day))
    press(chair, f"Call {hand(called, name)}")
    is_told(chair, "It is on the table.")
    chair.judge()
    press(chair, "Record the decision")
    chair.page.get_by_label(outcome, exact=True).check(force=True)
    fill(chair, **said)
    chair.judge()
    press(chair, "Record the decision")
    is_told(chair, "Recorded.")


def closes_and_gives_back(chair: Visitor, lead: Visitor, hand: Hand, *, day: date) -> None:
    """The meeting is closed; the lead, who had no part in these years, tells them together."""
    here = hand(meeting_on, day)
    move(day, chair, lead)
    chair.go(here)
    press(chair, "Close the meeting")
    is_told(chair, "The meeting is closed.")
    chair.judge()
    lead.go(f"{here}outbox/")
    lead.judge()
    press(lead, "Tell everything now")
    is_told(lead, "Told.")
    lead.judge()


def answers(assessor: Visitor, day: date) -> None:
    """What moderation asked waits on her page; she answers it and recommends again."""
    move(day, assessor)
    takes_up(assessor, f"Answer moderation on {TESS}’s ASYE")
    shows(assessor, "Which observation shows her work with a family that disagreed?")
    assessor.judge()
    page = assessor.page
    page.get_by_label("Pass", exact=True).check(force=True)
    fill(assessor, report="As before; the third observation shows it.", answer="The third one, in January.")
    for gap in page.locator("textarea[name^=gap_]").all():
        gap.fill("It stands in the record of her team.")
    press(assessor, "Recommend")
    is_told(assessor, "Recommended")
    assessor.judge()


def sees_it_back(coordinator: Visitor, page: str, *, day: date, words: str) -> None:
    """The page of the year says what moderation said."""
    move(day, coordinator)
    coordinator.go(page)
    shows(coordinator, words)
    coordinator.judge()
