"""Own entries from a table: what was taken out goes in again, and what is wrong is told row by row."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from academy.development.models import Entry
from academy.development.rules.records import csv_lines
from academy.development.selectors.exports import exported_entries
from academy.engines.imports.models import Import
from academy.engines.jobs.running import run
from academy.people.models import Membership
from tests.factories.development import EntryFactory, kept_by
from tests.factories.identity import UserFactory
from tests.factories.people import NOW

HALF_WRONG = (
    "title;started_on;way;happened;kept\r\n"
    "A good visit;12 November 2026;By experience;We talked.;yes\r\n"
    "No such day;31/2/2026;By experience;We talked.;yes\r\n"
    "=cmd|' /C calc'!A0;11/11/2026;From others;@SUM(1);yes\r\n"
    "No way;11/11/2026;;Again – “well”.;yes\r\n"
)
UPLOAD = "/cpd/import/"


def send(browser, content, name="entries.csv"):
    """Upload and check; the page about it."""
    file = SimpleUploadedFile(name, content, content_type="text/csv")
    answer = browser.post(UPLOAD, {"file": file})
    assert answer.status_code == 302, answer.content.decode()
    work()
    return answer.url


def work():
    for upload in Import.objects.exclude(job=None).select_related("job"):
        run(upload.job_id, clock=lambda: NOW)


def page(browser, url):
    return browser.get(url).content.decode()


def take_in(browser, url):
    answer = browser.post(f"{url}take-in/", follow=True)
    work()
    return answer.content.decode()


def test_what_was_taken_out_goes_in_again_as_it_was(browser, council):
    kept_by(council.author)
    EntryFactory(
        author=council.author, organisation=council.organisation, draft=True, title="'=1", happened="-a\n=b", way=""
    )
    before = [(each.id, each.title, each.happened, each.state) for each in exported_entries(council.author.pk)]
    content = "".join(csv_lines(exported_entries(council.author.pk))).encode()
    url = send(browser, content)
    assert "2 rows: 2 good, 0 to correct. Read as UTF-8." in page(browser, url)
    Entry.objects.all().delete()
    take_in(browser, url)
    assert [(each.id, each.title, each.happened, each.state) for each in exported_entries(council.author.pk)] == before


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_half_wrong_file_takes_the_good_rows_only_when_asked(browser, council, encoding):
    url = send(browser, HALF_WRONG.encode(encoding))
    shown = page(browser, url)
    assert "4 rows: 2 good, 2 to correct." in shown
    assert "There is no 31 February 2026." in shown
    assert "Say how you learnt it mostly." in shown
    assert "=cmd|&#x27; /C calc&#x27;!A0" in shown
    assert Entry.objects.count() == 0
    take_in(browser, url)
    assert "2 new rows, 2 left out. Nothing more needs to be done with this file." in page(browser, url)
    assert set(Entry.objects.values_list("title", "happened", "state")) == {
        ("A good visit", "We talked.", "kept"),
        ("=cmd|' /C calc'!A0", "@SUM(1)", "kept"),
    }


def test_rows_to_correct_are_downloaded_with_what_to_do(browser, council):
    url = send(browser, HALF_WRONG.encode())
    response = browser.get(f"{url}rows-to-correct/")
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    assert header == ["row", "column", "what is there", "what to do"]
    assert rows == [
        ["3", "When", "31/2/2026", "There is no 31 February 2026."],
        ["5", "Learnt mostly", "", "Say how you learnt it mostly."],
    ]
    assert response["Content-Disposition"] == 'attachment; filename="rows-to-correct.csv"'


def test_taking_in_twice_and_uploading_again_say_that_it_is_done(browser, council):
    url = send(browser, HALF_WRONG.encode())
    take_in(browser, url)
    said = take_in(browser, url)
    assert "This file was taken in on 17 November 2026. Nothing more needs to be done." in said
    assert send(browser, HALF_WRONG.encode()) == url
    assert Entry.objects.count() == 2


def test_file_that_is_no_table_says_what_to_do(browser, council):
    url = send(browser, b"\x00\x01\x02")
    assert "Save it again from your spreadsheet as “CSV UTF-8” and choose that file." in page(browser, url)
    assert "take-in/" not in page(browser, url)


def test_wrong_kind_of_file_is_told_at_its_field(browser, council):
    file = SimpleUploadedFile("entries.xlsx", b"PK", content_type="text/csv")
    answer = browser.post(UPLOAD, {"file": file})
    assert (answer.status_code, "Choose a file of these kinds" in answer.content.decode()) == (422, True)
    assert Import.objects.count() == 0


def test_import_is_nobody_elses(browser, council):
    url = send(browser, HALF_WRONG.encode())
    for person in (council.manager, council.colleague):
        other = council.client(person)
        assert "A good visit" not in page(other, url)
        answers = [other.get(url), other.get(f"{url}rows-to-correct/"), other.post(f"{url}take-in/")]
        assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert Import.objects.get().asked_at is None


def test_somebody_who_belongs_nowhere_uploads_nothing(client, council):
    assert Membership.objects.count() == 0
    client.force_login(UserFactory())
    assert client.get(UPLOAD).status_code == 403


def test_20000_rows_are_checked_and_taken_in_and_one_more_is_refused(browser, council):
    head = "title,started_on,way,happened,kept\n"
    row = "Visit {},12/11/2026,By experience,A visit.,yes\n"
    content = head + "".join(row.format(number) for number in range(20_000))
    url = send(browser, content.encode())
    assert "20,000 rows: 20,000 good, 0 to correct." in page(browser, url)
    take_in(browser, url)
    assert Entry.objects.count() == 20_000
    more = send(browser, (content + row.format("more")).encode())
    assert "The file has 20,001 rows; at most 20,000 go at once. Cut it into several files." in page(browser, more)


def test_page_weighs_the_same_for_one_wrong_row_and_three(browser, council, django_assert_num_queries):
    for number in (1, 3):
        url = send(browser, ("title,started_on,way,happened\n" + "A,31/2/2026,,\n" * number).encode())
        page(browser, url)
        with django_assert_num_queries(8):
            assert page(browser, url).count("There is no 31 February 2026.") == number
