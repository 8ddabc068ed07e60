"""The PDF of one's own record, as the tools of others find it."""

from datetime import date
from itertools import pairwise

import pytest
from django.urls import reverse

from academy.development.models import Entry
from academy.engines.documents.models import Issued
from academy.engines.jobs.models import Job
from academy.engines.jobs.running import run
from tests.factories.development import EntryFactory, kept_by
from tests.factories.people import NOW
from tests.pdf import Pdf


@pytest.fixture(autouse=True)
def _in_memory(settings):
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}


def at(name):
    return reverse(f"development:{name}")


def made(browser, tmp_path, period="everything"):
    """The document, asked for on the page, made by the job, opened by its address."""
    answer = browser.post(at("take-out"), {"period": period})
    job = Job.objects.get()
    assert answer.url == job.get_absolute_url()
    run(job.pk, clock=lambda: NOW)
    response = browser.get(Issued.objects.get().get_absolute_url())
    return Pdf(tmp_path / "record.pdf", b"".join(response.streaming_content))


@pytest.fixture
def record(browser, council, tmp_path):
    kept_by(council.author)
    mine = {"author": council.author, "organisation": council.organisation}
    EntryFactory(**mine, title="Ethics of the “quick” visit & <b>more</b>", started_on=date(2024, 2, 29), way="others")
    EntryFactory(**mine, title="Only a draft", draft=True)
    EntryFactory(**mine, title="Taken back", withdrawn=True)
    return made(browser, tmp_path)


def test_record_is_tagged_has_language_title_and_author(record, council):
    assert (record.info["Tagged"], record.language, record.is_accessible) == ("yes", "en-GB", True)
    assert record.info["Title"] == "My CPD record, everything to 17 November 2026"
    assert record.info["Author"] == council.author.full_name
    assert record.info["Page size"] == "595.276 x 841.89 pts (A4)"
    assert record.is_sound is True


def test_record_headings_go_down_one_level_at_a_time(record):
    headings = record.headings
    assert headings[:3] == [1, 2, 3]
    assert headings.count(1) == 1
    assert [below - above for above, below in pairwise(headings) if below > above + 1] == []


def test_record_has_an_alternative_for_every_picture(record):
    mark, balance, rhythm = record.alternatives
    assert record.figures == 3
    assert mark == "The academy’s mark: stairs"
    assert balance.startswith("70:20:10 balance. 50 per cent by experience, 50 per cent from others")
    assert rhythm.startswith("12-week rhythm. Entries per stretch, oldest first: ")


def test_record_reads_from_cover_to_last_page(record, council):
    cover, contents, first, second = record.pages
    assert ("My CPD record" in cover, council.author.full_name in cover, "Page 1 of 4" in cover) == (True, True, True)
    assert "1 withdrawn entry and 1 draft" in cover
    assert [line.split()[-1] for line in contents.splitlines() if "....." in line] == ["2", "3", "4"]
    assert "Mix: 1 by experience, 1 from others and 0 formal, of 2." in contents
    assert ("Ethics of the “quick” visit & <b>more</b>" in first, "29 February 2024" in first) == (True, True)
    assert ("Whose risk was it?" in second, "That I read unwise as unable." in second) == (True, True)
    assert (f"{council.author.full_name} · My CPD record" in second, "Page 4 of 4" in second) == (True, True)
    assert ("Only a draft" in record.text, "Taken back" in record.text) == (False, False)


def test_record_of_a_long_list_keeps_its_pictures_whole_on_the_page_after_it(browser, council, tmp_path):
    EntryFactory.create_batch(30, author=council.author, organisation=council.organisation)
    contents, pictures = made(browser, tmp_path).pages[1:3]
    assert ("How it was learnt" in contents, "How it was learnt" in pictures) == (False, True)
    assert [line.split()[-1] for line in contents.splitlines() if "Balance and rhythm ..." in line] == ["3"]


def test_entry_begins_with_its_first_words_never_with_its_head_alone(browser, council, tmp_path):
    mine = {"author": council.author, "organisation": council.organisation}
    for lines in range(1, 25):
        EntryFactory(**mine, title=f"Entry of {lines}", happened="\n".join(f"Line {each}." for each in range(lines)))
    pages = made(browser, tmp_path).pages[3:]
    last_lines = [[line for line in page.splitlines() if line.strip()][-2] for page in pages]
    assert [line for line in last_lines if not line.strip().startswith("Line ")] == []
    assert len(pages) > 5


def test_record_without_entries_is_its_cover(browser, council, tmp_path):
    (cover,) = made(browser, tmp_path).pages
    assert "Nothing is kept in this time, so there are no pages to follow." in cover
    assert ("Page 1 of 1" in cover, "Left out" in cover, "Nothing" in cover) == (True, True, True)


def test_record_is_listed_and_stays_as_it_was(record, browser):
    Entry.objects.update(title="Changed since")
    page = browser.get(at("take-out")).content.decode()
    document = Issued.objects.get()
    assert f'href="{document.get_absolute_url()}">My CPD record, everything to 17 November 2026</a>' in page
    again = b"".join(browser.get(document.get_absolute_url()).streaming_content)
    assert again == record.content


def test_preview_is_the_same_words_on_screen(browser, council):
    entry = kept_by(council.author)
    page = browser.get(at("take-out-preview"), {"period": "everything"}).content.decode()
    assert f'<article class="entry" id="entry-{entry.pk}">' in page
    assert '<link rel="stylesheet" href="/static/css/document.css">' in page
    assert browser.get(at("take-out-preview"), {"period": "lately"}).status_code == 404


def test_order_without_a_period_says_what_to_do(browser, council):
    answer = browser.post(at("take-out"), {})
    assert (answer.status_code, "Choose an answer" in answer.content.decode()) == (422, True)
    assert Job.objects.count() == 0


def test_document_is_nobody_elses(browser, council, tmp_path):
    made(browser, tmp_path)
    document = Issued.objects.get()
    for person in (council.manager, council.colleague):
        assert council.client(person).get(document.get_absolute_url()).status_code == 404


def test_long_record_is_ordered_in_parts_and_listed_while_they_are_made(browser, council, monkeypatch):
    monkeypatch.setattr("academy.development.rules.periods.MOST_ENTRIES", 2)
    EntryFactory.create_batch(3, author=council.author, organisation=council.organisation)
    answer = browser.post(at("take-out"), {"period": "everything"}, follow=True)
    assert answer.redirect_chain == [(at("take-out"), 302)]
    assert answer.content.decode().count("Being made, asked for at 09:30 on 17 November 2026") == 2
    for job in Job.objects.all():
        run(job.pk, clock=lambda: NOW)
    assert sorted(Issued.objects.values_list("title", flat=True)) == [
        "My CPD record, everything to 17 November 2026, part 1 of 2",
        "My CPD record, everything to 17 November 2026, part 2 of 2",
    ]
