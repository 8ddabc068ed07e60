"""After a course: a draft is finished and feedback given; an academy takes in completions of a platform."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Download, expect

from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor

COURSE = "Safeguarding Adults"
HEAD = "person,course,completed_on,platform,outside_id\r\n"


def until_over(visitor: Visitor, words: str) -> None:
    """Look again until the worker is done."""
    for _ in range(30):
        if visitor.page.get_by_text(words).count():
            return
        visitor.page.wait_for_timeout(1_000)
        visitor.page.reload(wait_until="load")
    expect(visitor.page.get_by_text(words)).to_be_visible()


def saved(visitor: Visitor, link: str) -> Download:
    with visitor.page.expect_download() as download:
        visitor.page.get_by_role("link", name=link).click()
    return download.value


@pytest.mark.parametrize(("account", "screen"), [("nqsw", "desktop"), ("support", "phone")])
def test_draft_after_a_course_is_finished_and_feedback_given(opens: Opens, account: str, screen: str) -> None:
    her = opens(screen)
    her.sign_in(account)
    expect(her.page.get_by_text(f"Finish your entry about “{COURSE}”")).to_be_visible()
    her.judge()
    her.page.get_by_role("listitem").filter(has_text=f"Finish your entry about “{COURSE}”").get_by_role(
        "button"
    ).click()
    expect(her.page.get_by_label("Title")).to_have_value(COURSE)
    expect(her.page.get_by_label("Hours (optional)")).to_have_value("6.5")
    her.page.get_by_label("What happened, and why does it matter for your work?").fill("We worked through a case.")
    her.judge()
    her.page.get_by_role("button", name="Keep this entry").click()
    her.page.wait_for_load_state("load")

    her.go("/")
    expect(her.page.get_by_text(f"Finish your entry about “{COURSE}”")).to_have_count(0)
    her.page.get_by_role("listitem").filter(has_text=f"Say what you take along from “{COURSE}”").get_by_role(
        "button"
    ).click()
    her.judge()
    her.page.get_by_role("button", name="Send").click()
    expect(her.page.get_by_role("link", name=re.compile("^Choose"))).to_be_visible()
    her.page.get_by_label("Mostly").check()
    her.page.get_by_label("What do you take into your practice?").fill("I ask what she wants first.")
    her.page.get_by_role("button", name="Send").click()
    expect(her.page.get_by_text("It is with the academy, without your name.")).to_be_visible()
    expect(her.page.get_by_role("heading", name="My training record")).to_be_visible()
    expect(
        her.page.get_by_role("row").filter(has_text=COURSE).filter(has_text="Attendance of an event")
    ).to_be_visible()
    her.judge()
    if screen == "phone":
        her.picture("training-record-phone", whole=True)


@pytest.mark.parametrize("screen", ["desktop", "phone"])
def test_completions_with_two_bad_rows_are_taken_in_without_them(opens: Opens, screen: str, tmp_path: Path) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    lead, therapist = opens(screen), opens("phone")
    therapist.sign_in("ot-bexley")
    therapist.go("/people/me/")
    number = re.search(r"\b(?:OT|SW)\d+\b", therapist.page.locator("main").inner_text())
    assert number is not None
    table = tmp_path / "evolve.csv"
    table.write_text(
        f"{HEAD}{number.group()},moving-and-handling,{yesterday:%d/%m/%Y},evolve,{screen}-1\r\n"
        f"nobody@bexley.example,moving-and-handling,{yesterday:%d/%m/%Y},evolve,{screen}-2\r\n"
        f"{number.group()},lifting,31/2/2026,evolve,{screen}-3\r\n"
    )
    lead.sign_in("lead-bexley")
    lead.go("/settings/training/completions/")
    lead.judge()
    lead.page.get_by_role("button", name="Take in a table").click()
    lead.judge()
    lead.page.get_by_label("CSV file").set_input_files(table)
    lead.page.get_by_role("button", name="Check this file").click()
    until_over(lead, "3 rows: 1 good, 2 to correct.")
    expect(lead.page.get_by_text("Nobody here has the e-mail or registration number")).to_be_visible()
    lead.judge()
    if screen == "desktop":
        lead.picture("completions-checked-desktop", whole=True)
    assert "There is no 31 February 2026." in Path(saved(lead, "Download all of them as CSV").path()).read_text(
        "utf-8-sig"
    )
    lead.page.get_by_role("button", name="Take in the 1 good row only").click()
    until_over(lead, "1 new row, 2 left out.")
    lead.judge()
    lead.page.get_by_role("link", name="See them").click()
    expect(lead.page.get_by_role("heading", name="Completions from platforms")).to_be_visible()

    therapist.go("/training/record/")
    expect(therapist.page.get_by_text("Evolve").first).to_be_visible()
    therapist.judge()
