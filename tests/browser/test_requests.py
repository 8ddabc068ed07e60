"""Asking for learning outside: two decisions, one question answered; and a decision by the mail's link on a phone."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor
from tests.integration.config.processes import eventually

MODULE = "Best Interests Assessor module"


def ask_for(visitor: Visitor, title: str, *, fee: str = "", days: str = "1") -> None:
    """Fill in and send the whole form."""
    visitor.go("/training/requests/")
    visitor.page.get_by_role("button", name="Ask for learning outside the offer").click()
    fill = {
        "What do you ask for?": title,
        "Who provides it?": "University of the West",
        "First day": "1 June 2027",
        "Working days away": days,
        "Which need does it meet?": "Our team waits for best interests assessments.",
        "How does it serve your job?": "I could do them myself.",
        "What does your service gain?": "Shorter waits, and the case law back in our peer group.",
        "Fee in pounds": fee,
    }
    for label, words in fill.items():
        visitor.page.get_by_label(label, exact=True).fill(words)
    visitor.page.get_by_label("Not talked over yet").check()


def send(visitor: Visitor) -> None:
    visitor.page.get_by_role("button", name="Ask for it").click()
    expect(visitor.page.get_by_text("Sent. You see below who decides.")).to_be_visible()


def asks_back(manager: Visitor, title: str) -> None:
    """The line manager reads the request with everything beside it, and asks something."""
    open_request(manager, title)
    expect(manager.page.get_by_role("heading", name=f"Amara Osei asks for {title}")).to_be_visible()
    manager.judge()
    manager.page.get_by_label("Reason or question").fill("Which days of the week is it?")
    manager.page.get_by_role("button", name="Ask Amara").click()
    expect(manager.page.get_by_text("Amara is asked. The clock stands still until the answer.")).to_be_visible()
    manager.judge()


def answers(person: Visitor, address: str) -> None:
    """The person finds the question on her request's page and answers it."""
    person.page.goto(address)
    expect(person.page.get_by_text("Which days of the week is it?").first).to_be_visible()
    person.judge()
    person.page.get_by_role("link", name="Answer the question").click()
    person.page.get_by_label("Your answer").fill("Mondays, ten of them.")
    person.page.get_by_role("button", name="Answer").click()
    expect(person.page.get_by_text("Answered. The decision is waited for again.")).to_be_visible()


def open_request(decider: Visitor, title: str) -> None:
    decider.go("/approvals/")
    decider.page.get_by_role("link", name=re.compile(re.escape(title))).click()


def approves(decider: Visitor, title: str, *, after: str) -> None:
    """Whoever decides finds the request in her queue, reads what was said before, and presses once."""
    open_request(decider, title)
    expect(decider.page.get_by_text(after)).to_be_visible()
    decider.judge()
    decider.page.get_by_role("button", name="Approve", exact=True).click()
    expect(decider.page.get_by_text("You agreed to what Amara asks for.")).to_be_visible()


@pytest.mark.parametrize("screen", ["desktop", "phone"])
def test_course_outside_is_asked_about_answered_and_approved_twice(opens: Opens, screen: str) -> None:
    title = f"{MODULE} ({screen})"
    amara, helen, lead = opens(screen), opens(screen), opens(screen)
    amara.sign_in("practitioner")
    ask_for(amara, title, fee="1450", days="10")
    amara.judge()
    if screen == "desktop":
        amara.picture("request-desktop", whole=True)
    send(amara)
    expect(amara.page.get_by_text(re.compile(r"With Helen Prosser \(line manager\) since"))).to_be_visible()
    amara.judge()
    address = amara.page.url

    helen.sign_in("manager")
    open_request(helen, title)
    helen.picture(f"approvals-{screen}", whole=True)
    asks_back(helen, title)
    answers(amara, address)
    approves(helen, title, after="Mondays, ten of them.")
    lead.sign_in("lead")
    approves(lead, title, after="Approved by Helen Prosser")
    lead.go("/approvals/decided/")
    expect(lead.page.get_by_role("rowheader", name="Amara Osei").first).to_be_visible()
    lead.judge()

    amara.page.goto(address)
    expect(amara.page.get_by_text(re.compile(r"Approved on \d+ \w+ \d{4}\."))).to_be_visible()
    amara.judge()
    amara.go("/training/requests/")
    amara.judge()


def test_decision_is_made_on_a_phone_by_the_mails_link(opens: Opens) -> None:
    amara = opens()
    amara.sign_in("practitioner")
    title = "Difficult conversations, half a day"
    ask_for(amara, title)
    send(amara)

    def mails() -> list[str]:
        found = amara.portal.mails_to("manager@demo.example")
        return [mail.get_content() for mail in found if title in str(mail["Subject"])]

    assert eventually(lambda: bool(mails()), within=90)
    link = re.search(r"/approvals/mail/[\w:-]+/", mails()[-1])
    assert link is not None
    assert "Our team waits" not in mails()[-1]
    helen = opens("phone", script=False)
    helen.go(link.group())
    expect(helen.page.get_by_label("Password", exact=True)).to_be_visible()
    helen.give_credentials("manager@demo.example", "academy-demo-2026")
    expect(helen.page.get_by_role("heading", name=f"Amara Osei asks for {title}")).to_be_visible()
    assert helen.sideways() == 0
    helen.page.get_by_role("button", name="Approve", exact=True).click()
    expect(helen.page.get_by_text("You agreed to what Amara asks for.")).to_be_visible()
    amara.page.reload()
    expect(amara.page.get_by_text(re.compile(r"Approved on \d+ \w+ \d{4}\."))).to_be_visible()
