"""Somebody from outside applies for a post: invited to a limited account, she begins a case, collects what is asked,
hands it in, is interviewed and told. She sees her own case and nobody else's."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from academy.people.rules.spans import in_words
from tests.browser.asye_people import account_of
from tests.browser.asye_steps import is_told, shows, takes_up
from tests.browser.clock import move
from tests.browser.conftest import Opens
from tests.browser.hand import Hand
from tests.browser.panel_posts_people import applies, make_council, make_vacancy
from tests.browser.test_files import add, small_pdf
from tests.browser.test_invitation import PASSWORD, link_in_mail
from tests.browser.test_keeping import fill, press, says
from tests.browser.visitor import Visitor
from tests.browser.writing import keep
from tests.integration.config.processes import eventually

COUNCIL = "Thornleigh Council"
STAFF = {"hr": "Bridget Amory", "recruiter": "Lorcan Deane", "clerk": "Una Maddox"}
NORA, EMAIL = "Nora Feld", "nora.feld@elsewhere.example"
OTHER = "Tamsin Vale"
POST = "Advanced practitioner, Thornleigh Adults"
PLACE = "Thornleigh Hall, room 2"
TODAY = timezone.localdate()
INTERVIEW_ON, FROM_ON = TODAY + timedelta(days=12), TODAY + timedelta(days=60)
COURSE = "Course on the Care Act"
ACCOUNT = "I have led duty for two years, and I let others lead while I watch. " * 2
ANSWER = "You listened before you answered, and said what you do not know."


@pytest.fixture
def other(hand: Hand) -> int:
    """Another application for the same post."""
    hand(make_council, COUNCIL, people=STAFF, first_number=782200, mechanisms=("vacancy", "recruitment"))
    hand(make_vacancy, COUNCIL, POST, opens_on=TODAY, is_outside=True)
    found: int = hand(applies, OTHER, COUNCIL)
    return found


@pytest.fixture
def cast(opens: Opens, other: int) -> dict[str, Visitor]:
    """Who works there, each at a screen of her own, signed in."""
    windows = {part: opens() for part in STAFF}
    for part, window in windows.items():
        window.sign_in(account_of(STAFF[part]))
    return windows


def test_candidate_from_outside_applies_is_interviewed_and_told(
    cast: dict[str, Visitor], other: int, opens: Opens
) -> None:
    hr, lorcan, una = (cast[part] for part in ("hr", "recruiter", "clerk"))
    invites_outsider(hr)
    nora = opens("phone")
    opens_account(nora)
    case = begins(nora)
    sees_her_own(nora, other)
    collects(nora)
    hands_in_portfolio(nora, case)
    hands_in(nora, case)
    accepts(una)
    interviews(lorcan)
    is_asked(nora, case)
    appoints(lorcan)
    reads(nora, case)
    is_entered(hr, case)


def invites_outsider(hr: Visitor) -> None:
    """Human resources keep who she is and her registration, and send the link."""
    hr.go("/settings/")
    press(hr, "Add a person")
    given, family = NORA.split()
    fill(hr, given_name=given, family_name=family, work_email=EMAIL, from_on=in_words(TODAY))
    hr.page.get_by_label("External candidate").check()
    hr.judge()
    press(hr, "Add this person")
    is_told(hr, "The record is made.")
    hr.judge()
    press(hr, "Enter a registration")
    hr.page.get_by_label("Social Work England").check()
    fill(hr, number="SW782299", from_on="1 September 2020")
    press(hr, "Enter the registration")
    press(hr, "Invite her")
    press(hr, "Send the invitation")
    is_told(hr, "The invitation is on its way.")


def opens_account(nora: Visitor) -> None:
    nora.go(link_in_mail(nora.portal, EMAIL, number=1))
    nora.judge()
    nora.page.get_by_label("Choose a password").fill(PASSWORD)
    press(nora, "Open my account")
    expect(nora.page.get_by_role("heading", level=1)).to_contain_text("Nora")
    nora.judge()


def begins(nora: Visitor) -> str:
    """Home leads to the post, as does the list of what she can begin; what is known is read back. Her case's path."""
    nora.go("/panels/cases/")
    expect(nora.page.get_by_role("link", name=f"{POST}, BG12")).to_be_visible()
    nora.judge()
    takes_up(nora, f"Begin your case for the post “{POST}”")
    nora.judge()
    press(nora, "Begin your case")
    is_told(nora, "Begun.")
    shows(nora, "Your portfolio is not handed in.")
    nora.judge()
    return nora.page.url.removeprefix(nora.portal.url)


def sees_her_own(nora: Visitor, other: int) -> None:
    """Neither the other application nor who recruits; no list names the other candidate."""
    for path in (f"/panels/cases/{other}/", "/panels/cases/appointments/"):
        nora.go(path)
        expect(nora.page.get_by_text(OTHER)).to_have_count(0)
        expect(nora.page.get_by_role("heading", level=1)).not_to_contain_text("Eligible")
    nora.judge()
    for path in ("/", "/panels/", "/panels/cases/", "/vacancies/", "/people/", "/search/?q=Tamsin"):
        nora.go(path)
        expect(nora.page.get_by_text(OTHER)).to_have_count(0)


def collects(nora: Visitor) -> None:
    """A piece of writing with its certificate, on her phone."""
    nora.go("/")
    keep(nora, COURSE)
    press(nora, "Add or remove files")
    add(nora, name="certificate.pdf", content=small_pdf())
    expect(nora.page.get_by_role("link", name="certificate.pdf")).to_be_visible()
    nora.judge()


def hands_in_portfolio(nora: Visitor, case: str) -> None:
    """What the post asks for: her words and a piece, signed by her alone and handed in."""
    nora.go(case)
    press(nora, "Your portfolio for it")
    nora.judge()
    portfolio = nora.page.url.removeprefix(nora.portal.url)
    press(nora, "The requirements of the post")
    nora.page.get_by_label("Your text").fill(ACCOUNT)
    press(nora, "Save")
    press(nora, "Mark this section as ready")
    nora.go(portfolio)
    press(nora, "Continuing professional development")
    nora.judge()
    press(nora, "Put pieces in")
    nora.page.get_by_label(COURSE).check()
    nora.judge()
    press(nora, "Put them in")
    press(nora, "Mark this section as ready")
    nora.go(portfolio)
    press(nora, "Sign it")
    for box in nora.page.get_by_role("checkbox").all():
        box.check()
    nora.judge()
    press(nora, "Sign and pass it on")
    nora.judge()
    press(nora, "Hand it in")
    nora.judge()
    press(nora, "Hand it in")
    says(nora, "Handed in. This page is your receipt.")


def hands_in(nora: Visitor, case: str) -> None:
    nora.go(case)
    press(nora, "Hand it in")
    nora.page.get_by_label("What I hand in is my own work").check()
    nora.judge()
    press(nora, "Hand it in")
    is_told(nora, "Handed in.")
    nora.judge()


def accepts(una: Visitor) -> None:
    takes_up(una, f"Look through the case of {NORA}")
    una.judge()
    press(una, "Accept the case")
    for box in una.page.get_by_role("checkbox").all():
        box.check()
    una.judge()
    press(una, "Accept the case")
    is_told(una, "Accepted. The candidate is told.")


def interviews(lorcan: Visitor) -> None:
    takes_up(lorcan, f"Invite {NORA} to an interview")
    lorcan.judge()
    press(lorcan, "Invite to an interview")
    fill(lorcan, interview=in_words(INTERVIEW_ON), begins="14", place=PLACE)
    press(lorcan, "Invite her")
    is_told(lorcan, "Invited. She is told.")


def is_asked(nora: Visitor, case: str) -> None:
    """By mail, with the day for her calendar, and on the page of her case."""
    nora.go(case)
    shows(nora, f"Interview on {in_words(INTERVIEW_ON)}, 14:00, {PLACE}.")
    nora.judge()
    subject = f"You are invited to an interview on {in_words(INTERVIEW_ON)}, 14:00"
    assert eventually(lambda: subject in [str(mail["Subject"]) for mail in nora.portal.mails_to(EMAIL)])
    [mail] = [each for each in nora.portal.mails_to(EMAIL) if str(each["Subject"]) == subject]
    assert [each.get_content_type() for each in mail.iter_attachments()] == ["text/calendar"]


def appoints(lorcan: Visitor) -> None:
    move(INTERVIEW_ON, lorcan)
    takes_up(lorcan, f"Record how the interview with {NORA} ended")
    press(lorcan, "Appoint")
    fill(lorcan, from_on=in_words(FROM_ON), words=ANSWER)
    lorcan.judge()
    press(lorcan, "Appoint her")
    is_told(lorcan, "Appointed. She and human resources are told.")
    lorcan.judge()


def reads(nora: Visitor, case: str) -> None:
    move(INTERVIEW_ON, nora)
    nora.go(case)
    shows(nora, ANSWER)
    shows(nora, "Human resources write to you about your contract")
    nora.judge()


def is_entered(hr: Visitor, case: str) -> None:
    """What is left to do stands on the case, for human resources."""
    move(INTERVIEW_ON, hr)
    hr.go(case)
    shows(hr, "She comes from outside: enter her as staff with this post.")
    hr.judge()
