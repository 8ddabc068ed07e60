"""Up to the day the panel has the cases: a sitting taken up, cases begun, portfolios endorsed, cases handed in, looked
through and accepted."""

from datetime import date

from playwright.sync_api import expect

from tests.browser.asye_steps import is_at, is_told, shows, takes_up
from tests.browser.clock import move
from tests.browser.panel_people import PANEL, SITS_ON
from tests.browser.test_keeping import fill, press, says
from tests.browser.visitor import Visitor

TAKEN_UP, BEGUN, WRITTEN, ENDORSED = date(2025, 6, 2), date(2025, 6, 16), date(2025, 7, 14), date(2025, 7, 21)
HANDED_IN, LOOKED_THROUGH, MENDED, ACCEPTED = (
    date(2025, 7, 30),
    date(2025, 8, 11),
    date(2025, 8, 13),
    date(2025, 8, 14),
)
WITHDRAWN = date(2025, 8, 25)
BOARD = "Saltmere progression panel, 18 September 2025"
ACCOUNT = "In spring I stayed with a family through two changes of plan, and wrote down what I had missed."


def takes_sitting_up(lead: Visitor) -> None:
    """From the panel's page, in one press: the sitting of September, when and where."""
    move(TAKEN_UP, lead)
    lead.go("/panels/")
    press(lead, PANEL)
    lead.judge()
    press(lead, "Take up the sitting of 18 September 2025")
    fill(lead, begins="9:30", place="Guildhall, room 4")
    lead.judge()
    press(lead, "Take it up")
    is_told(lead, "Taken up. Cases can be begun towards it.")
    lead.judge()


def begins(candidate: Visitor) -> None:
    """From her journey: what is known is read back, and the case stands with what is missing."""
    move(BEGUN, candidate)
    candidate.go("/pathways/")
    press(candidate, "Begin your case for the panel")
    shows(candidate, "18 September 2025, hand in by 7 August 2025")
    candidate.judge()
    press(candidate, "Begin your case")
    is_told(candidate, "Begun. Its page says what is missing, and by when.")
    shows(candidate, "Your portfolio is not handed in. Have it signed, and hand it in first.")
    candidate.judge()


def writes_portfolio(candidate: Visitor) -> None:
    """On her phone, from the case: her account, that it is ready, and her name under it."""
    move(WRITTEN, candidate)
    candidate.go("/panels/cases/")
    candidate.judge()
    candidate.page.get_by_role("link", name="Step up to BG11").first.click()
    press(candidate, "Your portfolio for it")
    here = candidate.page.url.removeprefix(candidate.portal.url)
    press(candidate, "My account of the year")
    candidate.page.get_by_label("Your text").fill(ACCOUNT)
    press(candidate, "Save")
    press(candidate, "Mark this section as ready")
    candidate.go(f"{here}have-signed/")
    for box in candidate.page.get_by_role("checkbox").all():
        box.check()
    candidate.judge()
    press(candidate, "Sign and pass it on")
    says(candidate, "waits for")


def endorses(manager: Visitor, name: str) -> None:
    """The manager reads it and signs, and says in a yes or no that nothing formal is open."""
    move(ENDORSED, manager)
    takes_up(manager, f"Read and sign the portfolio of {name}")
    manager.judge()
    manager.page.get_by_label("What do you want to say beside your name?").fill("I have seen it.")
    press(manager, "Sign it")
    is_told(manager, "Signed.")
    takes_up(manager, f"Say whether a formal process is open for {name}")
    manager.page.get_by_label("No, nothing formal is open").check()
    manager.judge()
    press(manager, "Say so")
    manager.judge()


def hands_portfolio_in(candidate: Visitor) -> None:
    move(HANDED_IN, candidate)
    takes_up(candidate, "Hand in “Progression portfolio”")
    press(candidate, "Hand it in")
    is_at(candidate, "Hand it in")
    press(candidate, "Hand it in")
    is_told(candidate, "Handed in. This page is your receipt.")


def hands_in(candidate: Visitor, day: date) -> None:
    """The declaration, and the receipt; from then on it waits for somebody else."""
    move(day, candidate)
    takes_up(candidate, "Hand in your case")
    press(candidate, "Hand it in")
    is_at(candidate, "Hand in your case")
    candidate.page.get_by_label("What I hand in is my own work").check()
    candidate.judge()
    press(candidate, "Hand it in")
    is_told(candidate, "Handed in.")
    candidate.judge()


def asks_for_changes(clerk: Visitor, name: str) -> None:
    """The record answers the list; one named item is asked for, with a reason."""
    move(LOOKED_THROUGH, clerk)
    takes_up(clerk, f"Look through the case of {name}")
    clerk.judge()
    press(clerk, "Ask for changes")
    clerk.judge()
    clerk.page.locator("[name=reason_pieces-complete]").fill("Say in your account who gave you the feedback.")
    press(clerk, "Ask for these changes")
    is_told(clerk, "Asked.")
    clerk.judge()


def mends(candidate: Visitor) -> None:
    """What was asked for waits on her home page, alone and with its reason; she answers and sends it back."""
    move(MENDED, candidate)
    takes_up(candidate, "Mend what is asked for in your case")
    shows(candidate, "Say in your account who gave you the feedback.")
    candidate.judge()
    candidate.page.get_by_role("link", name="Say what you mended").click()
    fill(candidate, answer="It stands in the second paragraph: it was my practice supervisor.")
    candidate.judge()
    press(candidate, "Say that it is mended")
    is_told(candidate, "Kept.")
    press(candidate, "Send the case back")
    is_told(candidate, "Sent back.")


def accepts(clerk: Visitor, name: str) -> None:
    move(ACCEPTED, clerk)
    takes_up(clerk, f"Look through the case of {name}")
    press(clerk, "Accept the case")
    is_at(clerk, "Accept the case")
    clerk.judge()
    press(clerk, "Accept the case")
    is_told(clerk, "Accepted.")


def opens_sitting(visitor: Visitor) -> None:
    """From where panels are opened, the board of the September sitting."""
    visitor.go("/panels/")
    visitor.judge()
    visitor.page.get_by_role("link", name=f"{SITS_ON:%-d %B %Y}").first.click()
    is_at(visitor, BOARD)


def finds_all(clerk: Visitor, names: list[str]) -> None:
    """Who clerks sees at a glance how the cases of the sitting stand."""
    opens_sitting(clerk)
    press(clerk, "How each of them stands")
    expect(clerk.page.locator("tbody").get_by_role("rowheader").get_by_role("link")).to_have_text(names)
    clerk.judge()


def withdraws(candidate: Visitor) -> None:
    """Without a reason, which she need not give; on her page it is over."""
    move(WITHDRAWN, candidate)
    candidate.go("/panels/cases/")
    candidate.page.get_by_role("link", name="Step up to BG11").first.click()
    press(candidate, "Withdraw")
    candidate.judge()
    press(candidate, "Withdraw your case")
    is_told(candidate, "Withdrawn.")
    candidate.judge()
