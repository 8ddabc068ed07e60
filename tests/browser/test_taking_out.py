"""Take the record out as PDF, CSV and JSON, and a table in: on a desktop and on a phone."""

import csv
import io
import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Download, expect

from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor

HALF_WRONG = (
    "title;started_on;way;happened;kept\r\n"
    "{title};12 November 2026;By experience;We talked.;yes\r\n"
    "No such day;31/2/2026;From others;We talked.;yes\r\n"
)


def saved(visitor: Visitor, link: str) -> Download:
    with visitor.page.expect_download() as download:
        visitor.page.get_by_role("link", name=link).click()
    return download.value


def made_document(visitor: Visitor) -> bytes:
    """Have everything made as a PDF, wait for it, and open it from the list."""
    visitor.page.get_by_label("Everything").check()
    visitor.page.get_by_role("button", name="Make the PDF").click()
    until_over(visitor, "It is done.")
    visitor.judge()
    visitor.go("/cpd/take-out/")
    listed = visitor.page.get_by_role("link", name=re.compile("^My CPD record, everything to")).first
    answer = visitor.page.request.get(f"{visitor.portal.url}{listed.get_attribute('href')}")
    assert answer.headers["content-type"] == "application/pdf"
    return answer.body()


def until_over(visitor: Visitor, words: str) -> None:
    """Look again until the worker is done."""
    for _ in range(30):
        if visitor.page.get_by_text(words).count():
            return
        visitor.page.wait_for_timeout(1_000)
        visitor.page.reload(wait_until="load")
    expect(visitor.page.get_by_text(words)).to_be_visible()


@pytest.mark.parametrize("screen", ["desktop", "phone"])
def test_record_is_taken_out_as_pdf_csv_and_json(opens: Opens, screen: str) -> None:
    amara = opens(screen)
    amara.sign_in("practitioner")
    amara.go("/cpd/")
    amara.page.get_by_role("link", name="Take out: PDF, CSV, JSON").click()
    amara.judge()
    table = saved(amara, "CSV, for a spreadsheet")
    rows = list(csv.DictReader(io.StringIO(Path(table.path()).read_text("utf-8-sig"), newline="")))
    document = saved(amara, "JSON, for another program")
    entries = json.loads(Path(document.path()).read_text())["entries"]
    assert re.fullmatch(r"cpd-record-\d{4}-\d\d-\d\d\.csv", table.suggested_filename)
    assert [row["id"] for row in rows] == [entry["id"] for entry in entries]
    assert len(rows) > 10
    assert made_document(amara).startswith(b"%PDF-")
    amara.judge()
    amara.picture(f"take-out-{screen}")
    amara.go("/cpd/take-out/preview/?period=registration")
    expect(amara.page.get_by_role("heading", name="My CPD record")).to_be_visible()
    amara.judge()


@pytest.mark.parametrize("screen", ["desktop", "phone"])
def test_table_with_a_wrong_row_is_taken_in_without_it(opens: Opens, screen: str, tmp_path: Path) -> None:
    title = f"Written on paper first ({screen})"
    path = tmp_path / "entries.csv"
    path.write_text(HALF_WRONG.format(title=title), encoding="cp1252")
    amara = opens(screen)
    amara.sign_in("practitioner")
    amara.go("/cpd/take-out/")
    amara.page.get_by_role("link", name="Take in entries from a table").click()
    amara.judge()
    amara.page.get_by_label("CSV file").set_input_files(path)
    amara.page.get_by_role("button", name="Check this file").click()
    until_over(amara, "2 rows: 1 good, 1 to correct.")
    expect(amara.page.get_by_text("There is no 31 February 2026.")).to_be_visible()
    amara.judge()
    amara.picture(f"take-in-{screen}")
    wrong = saved(amara, "Download all of them as CSV")
    assert "There is no 31 February 2026." in Path(wrong.path()).read_text("utf-8-sig")
    amara.page.get_by_role("button", name="Take in the 1 good row only").click()
    until_over(amara, "1 new row, 1 left out.")
    amara.judge()
    amara.page.get_by_role("link", name="See them").click()
    expect(amara.page.get_by_role("link", name=title)).to_be_visible()


def test_who_has_left_takes_her_record_out_and_reaches_nothing_else(opens: Opens) -> None:
    lead, gary = opens(), opens("phone")
    lead.sign_in("lead-bexley")
    lead.go("/settings/people/?name=Loveday")
    lead.page.get_by_role("link", name="Gary Loveday").click()
    lead.page.get_by_role("link", name="Leaves the organisation").click()
    yesterday = timezone.localdate() - timedelta(days=1)
    lead.page.get_by_label("What is the last day?").fill(f"{yesterday.day} {yesterday:%B %Y}")
    lead.judge()
    lead.page.locator("main").get_by_role("button").last.click()
    expect(lead.page.get_by_text("Her last day is entered")).to_be_visible()

    gary.sign_in("support-bexley")
    gary.judge()
    gary.go("/cpd/take-out/")
    gary.judge()
    rows = list(csv.DictReader(io.StringIO(Path(saved(gary, "CSV, for a spreadsheet").path()).read_text("utf-8-sig"))))
    assert len(rows) > 10
    assert made_document(gary).startswith(b"%PDF-")
    for closed in ("/people/", "/cpd/new/", "/cpd/import/"):
        gary.go(closed)
        expect(gary.page.get_by_role("link", name="Take my record with me").first).to_be_visible()
        expect(gary.page.get_by_role("main").get_by_role("button")).to_have_count(0)
