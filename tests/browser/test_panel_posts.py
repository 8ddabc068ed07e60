"""The way to a post: from BG11 to BG12 through panel, vacancy and interview, on a clock that the journey moves."""

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
from tests.browser.panel_posts_people import case_of, decides, make_council, make_panel, make_vacancy, sets_out
from tests.browser.test_keeping import fill, press, says
from tests.browser.visitor import Visitor

COUNCIL = "Elmbrook Council"
RUTH = "Ruth Ainslie"
STAFF = {
    "manager": "Dilys Corran",
    "lead": "Maeve Tarrant",
    "hr": "Odile Banning",
    "recruiter": "Conrad Fairlie",
    "chair": "Hester Quill",
    "member": "Ivo Lanyon",
    "other member": "Petra Wynn",
    "clerk": "Silas Orme",
}
POST = "Advanced practitioner, Elmbrook Adults"
TODAY = timezone.localdate()
SITS_ON, TOLD_ON = TODAY + timedelta(days=30), TODAY + timedelta(days=32)
INVITED_ON, INTERVIEW_ON = TODAY + timedelta(days=40), TODAY + timedelta(days=50)
FROM_ON = TODAY + timedelta(days=70)
PLACE = "Elmbrook House, room 4"


@pytest.fixture
def _council(hand: Hand) -> None:
    mechanisms = ("panel", "vacancy", "recruitment")
    hand(make_council, COUNCIL, people=STAFF, first_number=781200, mechanisms=mechanisms)
    hand(sets_out, RUTH, COUNCIL, manager=STAFF["manager"], number="SW781299")
    hand(make_panel, COUNCIL, people=STAFF, sits_on=SITS_ON)
    hand(make_vacancy, COUNCIL, POST, opens_on=TOLD_ON)


@pytest.fixture
def cast(opens: Opens, _council: None) -> dict[str, Visitor]:
    """Everybody at a screen of her own, signed in."""
    windows = {part: opens("phone" if part == "ruth" else "desktop") for part in ("ruth", "lead", "hr", "recruiter")}
    for part, window in windows.items():
        window.sign_in(account_of(STAFF.get(part, RUTH)))
    return windows


def test_bg12_is_reached_through_panel_vacancy_and_interview_and_stands_on_her_page(
    cast: dict[str, Visitor], hand: Hand
) -> None:
    ruth, lead, hr, conrad = (cast[part] for part in ("ruth", "lead", "hr", "recruiter"))
    begins(ruth)
    case = f"/panels/cases/{hand(case_of, RUTH)}/"
    tells(lead, hand(decides, RUTH, COUNCIL, SITS_ON))
    waits_for_vacancy(ruth, case)
    opens_vacancy(hr)
    invites(conrad)
    is_invited(ruth, case)
    appoints(conrad)
    fills(hr)
    reads(ruth, case)


def begins(ruth: Visitor) -> None:
    """What is known is read back; the sitting is hers to choose."""
    ruth.go("/panels/cases/")
    ruth.judge()
    press(ruth, "BG11 Experienced to BG12 Advanced")
    shows(ruth, "Dilys Corran")
    ruth.judge()
    press(ruth, "Begin your case")
    is_told(ruth, "Begun.")
    ruth.judge()


def tells(lead: Visitor, meeting: int) -> None:
    """The letters of the sitting go together."""
    move(TOLD_ON, lead)
    lead.go(f"/panels/meetings/{meeting}/outbox/")
    lead.judge()
    press(lead, "Tell everything now")
    shows(lead, f"Told on {in_words(TOLD_ON)}")


def waits_for_vacancy(ruth: Visitor, case: str) -> None:
    """The first gate is passed, and she reads what the next one waits for."""
    move(TOLD_ON, ruth)
    ruth.go(case)
    gates = ruth.page.get_by_role("region", name="Appointment").get_by_role("list").first
    expect(gates).to_contain_text("The panel decided: progressed.")
    expect(gates).to_contain_text("Waits for a vacancy.")
    expect(gates).to_contain_text("Opens once the gate before it is passed.")
    ruth.judge()


def opens_vacancy(hr: Visitor) -> None:
    move(TOLD_ON, hr)
    hr.go("/settings/vacancies/")
    press(hr, POST)
    press(hr, "Open it now")
    is_told(hr, "The vacancy is open.")


def invites(conrad: Visitor) -> None:
    """Who recruits finds her among what waits, and names day, time and place."""
    move(INVITED_ON, conrad)
    conrad.go("/panels/cases/appointments/")
    shows(conrad, RUTH)
    conrad.judge()
    takes_up(conrad, f"Invite {RUTH} to an interview")
    conrad.judge()
    press(conrad, "Invite to an interview")
    fill(conrad, vacancy=f"{POST} (ELM-12), Elmbrook Adults Team")
    fill(conrad, interview=in_words(INTERVIEW_ON), begins="10:30", place=PLACE)
    conrad.judge()
    press(conrad, "Invite her")
    is_told(conrad, "Invited. She is told.")
    press(conrad, "Appoint")
    fill(conrad, from_on=in_words(FROM_ON), words="She leads without taking over.")
    press(conrad, "Appoint her")
    says(conrad, f"Record it once the interview was held, on {in_words(INTERVIEW_ON)}.")


def is_invited(ruth: Visitor, case: str) -> None:
    """When and where stand on her case, and the day among those to come."""
    move(INVITED_ON, ruth)
    ruth.go(case)
    shows(ruth, f"Interview on {in_words(INTERVIEW_ON)}, 10:30, {PLACE}.")
    ruth.judge()
    ruth.go("/")
    shows(ruth, "Your interview")
    ruth.judge()


def appoints(conrad: Visitor) -> None:
    """Once the interview was held: from a day, in words she reads."""
    move(INTERVIEW_ON, conrad)
    takes_up(conrad, f"Record how the interview with {RUTH} ended")
    press(conrad, "Appoint")
    fill(conrad, from_on=in_words(FROM_ON), words="She leads without taking over, and says what she does not know.")
    conrad.judge()
    press(conrad, "Appoint her")
    is_told(conrad, "Appointed. She and human resources are told.")
    conrad.judge()


def fills(hr: Visitor) -> None:
    """Who recruited keeps no vacancies: it waits for human resources to say that it is filled."""
    move(INTERVIEW_ON, hr)
    takes_up(hr, f"Say that the vacancy “{POST}” is filled")
    press(hr, "Close it now")
    press(hr, "It is filled")
    is_told(hr, "The vacancy is filled.")
    hr.judge()


def reads(ruth: Visitor, case: str) -> None:
    """Every gate is passed; the grade stands on her page with its first day and what it rests on."""
    move(FROM_ON, ruth)
    ruth.go(case)
    shows(ruth, "says what she does not know")
    shows(ruth, f"First day in the post: {in_words(FROM_ON)}.")
    ruth.judge()
    ruth.go("/people/me/")
    held = ruth.page.get_by_role("listitem").filter(has_text="BG12").first
    expect(held).to_contain_text(f"{POST} (ELM-12)")
    expect(held.locator("time")).to_have_attribute("datetime", FROM_ON.isoformat())
    ruth.judge()
