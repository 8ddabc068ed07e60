"""One assessed and supported year as everybody in it lives it, on a clock that the journey moves."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.asye_acts import dates_of, meets, moderates, reviews, tells_of_promises
from tests.browser.asye_people import Starter, account_of, make_council
from tests.browser.asye_steps import answers_day, is_at, is_told, shows, signs, takes_up
from tests.browser.clock import move
from tests.browser.conftest import Opens
from tests.browser.hand import Hand
from tests.browser.test_keeping import fill, press, says
from tests.browser.visitor import Visitor
from tests.browser.writing import keep

COUNCIL = "Quayford Council"
ISLA = "Isla Merrin"
STAFF = {
    "manager": "Priya Venning",
    "assessor": "Joan Tallis",
    "coordinator": "Edith Marlow",
    "moderator": "Osric Pell",
    "decider": "Wanda Sorrel",
}
BEGINS, ENDS = date(2025, 4, 7), date(2026, 12, 4)
# Supervision: weekly, then fortnightly, not while she is away.
SESSIONS = [
    *(date(2025, 4, 10) + timedelta(weeks=number) for number in range(6)),
    *(date(2025, 5, 29) + timedelta(weeks=number) for number in range(0, 10, 2)),
    *(date(2025, 10, 30) + timedelta(weeks=number) for number in range(0, 57, 2)),
]
NEEDS = "What I bring, and what I need to learn"


@pytest.fixture
def _council(hand: Hand) -> None:
    starters = (Starter(ISLA, date(2025, 3, 3), "SW771201"),)
    hand(make_council, COUNCIL, people=STAFF, starters=starters, first_number=771210)


@pytest.fixture
def cast(opens: Opens, _council: None) -> dict[str, Visitor]:
    """Everybody at a screen of her own, signed in."""
    screens = {"nqsw": "phone", "manager": "desktop", "assessor": "desktop", "coordinator": "desktop"}
    windows = {part: opens(screen) for part, screen in screens.items()}
    for part, window in windows.items():
        window.sign_in(account_of(STAFF.get(part, ISLA)))
    return windows


def test_year_with_a_pause_and_other_hours_goes_from_agreement_to_certificate(
    cast: dict[str, Visitor], hand: Hand, opens: Opens
) -> None:
    isla, priya, joan, edith = (cast[part] for part in ("nqsw", "manager", "assessor", "coordinator"))
    enrols(edith)
    hands_in_needs(isla)
    agrees(joan, signing=(isla, priya, edith))
    tells_of_weeks(isla)
    answers_signal(edith, isla, hand)
    holds_review(joan, isla, priya)
    pauses(isla, agreeing=(priya, joan, edith))
    comes_back_part_time(priya, agreeing=(isla, joan, edith))
    holds_the_other_reviews(isla, hand)
    recommends(joan, isla)
    decides(opens(), hand)
    certifies(edith, isla)


def enrols(edith: Visitor) -> None:
    """What is known is read back; it is explained whether she is eligible; then she is enrolled."""
    move(date(2025, 3, 31), edith)
    edith.go("/asye/")
    press(edith, "Enrol somebody")
    edith.page.get_by_role("link", name=ISLA).click()
    answers_day(edith, "starts_on", BEGINS)
    answers_day(edith, "qualified_on", date(2025, 1, 20))
    fill(edith, assessor="Joan Tallis (assessor of nobody now)")
    press(edith, "See whether she is eligible")
    shows(edith, "She is eligible, under ASYE, adults")
    press(edith, "Enrol her")
    says(edith, "Enrolled. She, her manager and her assessor are told.")
    expect(edith.page.get_by_text("The year ends on 5 April 2026")).to_be_visible()


def hands_in_needs(isla: Visitor) -> None:
    """Before they meet she writes what she needs to learn, in an entry of her own, and hands it in."""
    move(date(2025, 4, 8), isla)
    takes_up(isla, "Hand in what you need to learn in your ASYE")
    says(isla, "You have kept no entry yet.")
    isla.go("/")
    keep(isla, NEEDS)
    takes_up(isla, "Hand in what you need to learn in your ASYE")
    isla.page.get_by_label(NEEDS).check()
    press(isla, "Hand it in")
    says(isla, "Handed in. Your assessor is told.")


def agrees(joan: Visitor, *, signing: tuple[Visitor, ...]) -> None:
    """The agreement is written from it, and signed by everybody: then the year runs."""
    move(date(2025, 4, 15), joan, *signing)
    takes_up(joan, f"Write the ASYE agreement with {ISLA}")
    shows(joan, "Before it is signed")
    press(joan, "Write the agreement")
    fill(joan, met_on="14 April 2025", workload_percent="80")
    fill(joan, background="Two years as a support worker. She learns best by watching first, then trying.")
    fill(joan, workload="Chosen together on Mondays. No safeguarding work of her own before month three.")
    joan.judge()
    press(joan, "Save")
    press(joan, "Add a goal")
    fill(joan, need="Speak for people in meetings", how="Prepare with the advocate first.", by_on="30 June 2025")
    press(joan, "Save the goal")
    says(joan, "Speak for people in meetings")
    press(joan, "Send it to be signed")
    signs(joan, f"Sign the ASYE agreement of {ISLA}")
    for each in signing:
        signs(each, "ASYE agreement")
    shows(signing[-1], "Signed by all")


def tells_of_weeks(isla: Visitor) -> None:
    """One week with all that was promised, two without time of her own: two taps each."""
    move(date(2025, 4, 25), isla)
    isla.go("/")
    expect(isla.page.get_by_text("Say how the week from 21 April 2025 was")).to_have_count(0)
    isla.page.get_by_role("link", name="Say more").click()
    isla.page.get_by_role("group", name="Did you have your protected time?").get_by_label("Yes").check()
    isla.page.get_by_role("group", name="Did you meet for supervision?").get_by_label("Yes").check()
    isla.judge()
    press(isla, "Save")
    is_told(isla, "Noted.")
    two_taps(isla, date(2025, 5, 2))
    two_taps(isla, date(2025, 5, 9))


def two_taps(isla: Visitor, friday: date) -> None:
    """On her home page: how much she carried, and that she had no time of her own."""
    move(friday, isla)
    isla.go("/")
    isla.page.get_by_label("80%, as agreed").check()
    press(isla, "No")
    is_told(isla, "Noted.")


def answers_signal(edith: Visitor, isla: Visitor, hand: Hand) -> None:
    """The academy is told early, and says what is done; she reads it."""
    hand(meets, ISLA, SESSIONS)
    assert hand(tells_of_promises, ISLA, date(2025, 5, 12)) == ["There was no protected time for 2 weeks in a row."]
    move(date(2025, 5, 12), edith, isla)
    takes_up(edith, f"Answer the signal about {ISLA}’s ASYE")
    shows(edith, "There was no protected time for 2 weeks in a row.")
    press(edith, "Say what is done")
    fill(edith, answer="From now on Fridays are hers. Her manager has taken one case over.")
    press(edith, "Answer")
    is_told(edith, "Answered. She is told.")
    isla.go("/asye/")
    expect(isla.page.get_by_text("2 of 3 weeks kept")).to_have_count(0)
    isla.page.get_by_role("link", name="There was no protected time for 2 weeks in a row.").click()
    says(isla, "From now on Fridays are hers.")


def holds_review(joan: Visitor, isla: Visitor, priya: Visitor) -> None:
    """After three months: who came, each one's own part, evidence, the plan, signed by all and locked."""
    move(date(2025, 7, 7), joan, isla, priya)
    takes_up(joan, f"Hold the three-month review of {ISLA}")
    press(joan, "It was held")
    is_at(joan, "It was held")
    for came in joan.page.get_by_label("Came", exact=True).all():
        came.check()
    press(joan, "Save")
    is_told(joan, "Saved. Everybody finds their part to write.")
    writes_part(isla, "your three-month review", "I learnt to ask what somebody wants before what is wrong.")
    writes_part(priya, f"the three-month review of {ISLA}", "She plans her week and keeps to it.")
    writes_part(joan, f"the three-month review of {ISLA}", "I saw her explain a decision twice, in other words.")
    isla.judge()
    names_evidence(isla)
    completes(joan)
    for each in (joan, isla, priya):
        signs(each, "three-month review")
    shows(priya, "Signed by all")


def writes_part(visitor: Visitor, which: str, text: str) -> None:
    takes_up(visitor, f"Write your part of {which}")
    fill(visitor, text=text)
    visitor.page.get_by_label("It is done").check()
    press(visitor, "Save")
    is_told(visitor, "Saved.")


def names_evidence(isla: Visitor) -> None:
    press(isla, "Name evidence")
    isla.page.get_by_label(NEEDS).check()
    press(isla, "Name these")
    is_told(isla, "Named.")


def completes(joan: Visitor) -> None:
    """The assessor says how the stage went and what is planned, and sends it with a reason for what is missing."""
    joan.page.reload()
    joan.judge()
    press(joan, "Say how it went")
    joan.page.get_by_label("On course").check()
    press(joan, "Save")
    press(joan, "Say what became of it")
    joan.page.get_by_label("Met", exact=True).check()
    press(joan, "Save")
    press(joan, "Add a goal")
    fill(joan, need="Lead a review meeting", how="With Joan beside her, then alone.", by_on="30 September 2025")
    press(joan, "Save the goal")
    press(joan, "Send it to be signed")
    is_at(joan, "Send it to be signed")
    joan.judge()
    for box in joan.page.get_by_label("Why is it signed without?").all():
        box.fill("It follows within the month.")
    press(joan, "Send it to be signed")
    is_told(joan, "Sent. Everybody who signs is told.")


def pauses(isla: Visitor, *, agreeing: tuple[Visitor, ...]) -> None:
    """She proposes maternity leave; nothing moves until all four agree, and the new dates stand beside the old."""
    move(date(2025, 7, 28), isla)
    isla.go("/asye/")
    press(isla, "a pause")
    isla.page.get_by_label("Maternity").check()
    fill(isla, from_on="4 August 2025", until_on="26 October 2025")
    isla.page.get_by_label("I agree to it myself").check()
    isla.judge()
    press(isla, "Propose it")
    is_told(isla, "Proposed. Everybody who must agree is told, and nothing moves until all have.")
    isla.judge()
    moves_in(isla, "Six-month review", before="7 Oct 2025", after="30 Dec 2025")
    move(date(2025, 8, 4), isla, *agreeing)
    isla.go("/asye/")
    expect(isla.page.get_by_role("heading", name="The year ends on 5 April 2026")).to_be_visible()
    agree(agreeing, f"Say whether you agree for {ISLA}: pause")
    isla.go("/asye/")
    expect(isla.page.get_by_role("heading", name="The year ends on 28 June 2026")).to_be_visible()


def moves_in(visitor: Visitor, what: str, *, before: str, after: str) -> None:
    row = visitor.page.get_by_role("row").filter(has=visitor.page.get_by_role("rowheader", name=what))
    expect(row).to_contain_text(before)
    expect(row).to_contain_text(after)


def agree(everybody: tuple[Visitor, ...], what: str) -> None:
    for each in everybody:
        takes_up(each, what)
        each.page.get_by_label("Yes, I agree").check()
        press(each, "Keep this answer")
        is_told(each, "Your answer is kept.")


def comes_back_part_time(priya: Visitor, *, agreeing: tuple[Visitor, ...]) -> None:
    """Her return is noted; then she works three days a week, and the rest of the year takes longer."""
    move(date(2025, 10, 27), priya)
    takes_up(priya, f"Meet {ISLA} on the return from the pause, and note it")
    press(priya, "Note the return")
    is_at(priya, "Note the return")
    press(priya, "Note the return")
    is_told(priya, "Noted. The dates are set anew.")
    move(date(2025, 11, 3), priya, *agreeing)
    priya.go("/asye/")
    press(priya, ISLA)
    press(priya, "other hours")
    fill(priya, from_on="3 November 2025", fte="0.6")
    priya.page.get_by_label("I agree to it myself").check()
    press(priya, "Propose it")
    agree(agreeing[:1], "Say whether you agree to a change of your dates")
    agree(agreeing[1:], f"Say whether you agree for {ISLA}")
    agreeing[0].go("/asye/")
    expect(agreeing[0].page.get_by_role("heading", name="The year ends on 4 December 2026")).to_be_visible()
    agreeing[0].judge()


def holds_the_other_reviews(isla: Visitor, hand: Hand) -> None:
    """After six and nine months, and the final one: as the first, without the screens."""
    days = hand(dates_of, ISLA)
    assert (days["review-6"], days["review-9"]) == (date(2026, 2, 6), date(2026, 7, 10))
    for code in ("review-6", "review-9", "final"):
        hand(reviews, ISLA, code)
    move(ENDS, isla)
    isla.go("/asye/")
    expect(isla.page.locator("[aria-labelledby=reviews]").get_by_text("Signed by all")).to_have_count(4)


def recommends(joan: Visitor, isla: Visitor) -> None:
    """The assessor writes the final report, explains each gap, and recommends; she reads it at once."""
    move(ENDS, joan, isla)
    takes_up(joan, f"Recommend the outcome of {ISLA}’s ASYE")
    joan.page.get_by_label("Pass", exact=True).check()
    fill(joan, report="Across all areas and over the whole year she was seen to listen first, and to say why.")
    for gap in joan.page.locator("textarea[name^=gap_]").all():
        gap.fill("It stands in the record of her former team.")
    joan.judge()
    press(joan, "Recommend")
    is_told(joan, "Recommended")
    isla.go("/asye/")
    press(isla, "Final report, and what is looked at")
    says(isla, "she was seen to listen first")


def decides(wanda: Visitor, hand: Hand) -> None:
    """Moderation confirms it; who decides for the employer had no part in the year."""
    hand(moderates, ISLA, STAFF["moderator"], date(2027, 1, 4))
    wanda.sign_in(account_of(STAFF["decider"]))
    move(date(2027, 1, 5), wanda)
    takes_up(wanda, f"Decide on {ISLA}’s ASYE")
    wanda.page.get_by_label("Pass", exact=True).check()
    wanda.judge()
    press(wanda, "Decide")
    is_told(wanda, "Decided.")


def certifies(edith: Visitor, isla: Visitor) -> None:
    move(date(2027, 1, 6), edith, isla)
    takes_up(edith, f"Issue {ISLA}’s ASYE certificate")
    press(edith, "Issue the certificate")
    is_told(edith, "Issued. She is told.")
    isla.go("/asye/")
    press(isla, "The employer’s decision")
    expect(isla.page.get_by_role("region", name="Certificate")).to_contain_text("on 6 January 2027")
    isla.judge()
