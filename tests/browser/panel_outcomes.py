"""After the meeting: letters read and told together, the grade, an appeal, and coming again."""

import re
from datetime import date

from playwright.sync_api import expect

from tests.browser.asye_steps import is_at, is_told, shows, takes_up
from tests.browser.clock import move
from tests.browser.panel_people import SITS_ON
from tests.browser.test_keeping import fill, press, says
from tests.browser.visitor import Visitor

TOLD, APPEALED, NAMED, ANSWERED = date(2025, 9, 22), date(2025, 9, 29), date(2025, 10, 1), date(2025, 10, 13)
AGAIN, ENDORSED_AGAIN = date(2026, 2, 2), date(2026, 4, 20)
ACCEPTED_AGAIN, REVIEWED_AGAIN = date(2026, 5, 11), date(2026, 5, 13)


def knows_nothing(candidate: Visitor, words: str) -> None:
    """Decided is not told: on no page of hers is there a word of it."""
    move(SITS_ON, candidate)
    for path in ("/", "/panels/cases/"):
        candidate.go(path)
        expect(candidate.page.get_by_text(words)).to_have_count(0)
    candidate.page.get_by_role("link", name="Step up to BG11").first.click()
    expect(candidate.page.get_by_text(words)).to_have_count(0)
    expect(candidate.page.get_by_role("heading", name="Decision")).to_have_count(0)
    candidate.judge()


def reads_outbox(lead: Visitor, names: list[str]) -> None:
    """Every letter is read before any goes; then all go at once."""
    move(TOLD, lead)
    takes_up(lead, f"Read {len(names)} letters")
    lead.judge()
    for name in names:
        lead.page.get_by_role("link", name=re.compile(f"^Read it.*{name}")).click()
        lead.judge()
        press(lead, "I have read it, it can go")
        is_at(lead, "Outbox")
    shows(lead, "Every letter is read.")
    lead.judge()
    press(lead, "Tell everything now")
    is_told(lead, "Told.")
    lead.judge()


def reads_letter(candidate: Visitor, *words: str) -> None:
    move(TOLD, candidate)
    candidate.go("/panels/cases/")
    candidate.judge()
    candidate.page.get_by_role("link", name="Step up to BG11").first.click()
    candidate.judge()
    press(candidate, "Letter of 22 September 2025")
    for each in words:
        shows(candidate, each)
    candidate.judge()


def has_grade(candidate: Visitor) -> None:
    """The grade stands on her page, with the panel and the day that gave it."""
    candidate.go("/people/me/")
    shows(candidate, "Grade BG11")
    says(candidate, "Progression panel: Panel of 18 September 2025.")


def appeals(candidate: Visitor, words: str) -> None:
    move(APPEALED, candidate)
    candidate.go("/panels/cases/")
    candidate.page.get_by_role("link", name="Step up to BG11").first.click()
    shows(candidate, "You can appeal until 6 October 2025.")
    press(candidate, "Appeal against the decision")
    candidate.page.get_by_role("radio").first.check()
    fill(candidate, words=words)
    candidate.judge()
    press(candidate, "Send your appeal")
    is_told(candidate, "Sent.")
    candidate.judge()


def names_hearers(lead: Visitor, name: str, hearers: list[str], *, not_fresh: list[str]) -> None:
    """Only people who had no part in it can be named; who sat on the panel is not offered."""
    move(NAMED, lead)
    takes_up(lead, f"Name who hears the appeal of {name}")
    lead.judge()
    for hearer in hearers:
        press(lead, "Name who hears it")
        is_at(lead, "Name who hears the appeal")
        for each in not_fresh:
            expect(lead.page.locator("[name=person] option").filter(has_text=each)).to_have_count(0)
        fill(lead, person=hearer)
        lead.judge()
        press(lead, "Name her")
        is_told(lead, "Named.")
    lead.judge()


def answers(hearer: Visitor, name: str, words: str) -> None:
    move(ANSWERED, hearer)
    takes_up(hearer, f"Hear and answer the appeal of {name}")
    hearer.judge()
    press(hearer, "To the case")
    hearer.judge()
    hearer.page.go_back()
    press(hearer, "Answer the appeal")
    is_at(hearer, "Answer the appeal")
    hearer.page.get_by_role("radio").last.check()
    fill(hearer, outcome_words=words)
    hearer.judge()
    press(hearer, "Answer the appeal")
    is_told(hearer, "Answered.")


def reads_answer(candidate: Visitor, words: str) -> None:
    move(ANSWERED, candidate)
    candidate.go("/panels/cases/")
    candidate.page.get_by_role("link", name="Step up to BG11").first.click()
    press(candidate, "Appeal of 29 September 2025")
    says(candidate, words)


def begins_again(candidate: Visitor, target: str) -> None:
    """Towards the next sitting, with what the panel asked for before her eyes."""
    move(AGAIN, candidate)
    candidate.go("/pathways/")
    press(candidate, "Begin your case for the panel")
    shows(candidate, "The panel saw this step before")
    candidate.judge()
    press(candidate, "Begin your case")
    shows(candidate, target)
    candidate.judge()


def reviews_what_changed(member: Visitor, name: str, *, new: str, kept: str) -> None:
    """What changed since last time stands first, and only what was not met is judged again."""
    move(REVIEWED_AGAIN, member)
    takes_up(member, f"Say whether you judge a case: {name}")
    member.page.get_by_label("Yes, I take it on").check()
    press(member, "Answer")
    takes_up(member, f"Review {name}")
    expect(member.page.get_by_text("What changed since last time")).to_be_visible()
    expect(member.page.locator("ins").filter(has_text=new)).to_be_visible()
    shows(member, f"these were, and are not judged again: {kept}.")
    expect(member.page.locator(".app-criterion")).to_have_count(1)
    member.judge()
