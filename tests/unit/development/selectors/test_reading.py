from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from academy.development.selectors.reading import own_reading, read_version, share_open_to, talks_with
from academy.development.selectors.shared import shared_with
from academy.development.services.entries import Form, keep
from academy.development.services.files import attach
from academy.development.services.sharing import discuss, end_share, share
from academy.development.services.versions import Citation, cite
from tests.factories.development import WORDS, EntryFactory, framework, kept_by
from tests.factories.files import upload
from tests.factories.people import NOW, as_actor, staff_of

LATER = NOW + timedelta(minutes=5)


@pytest.fixture(autouse=True)
def _in_memory(settings):
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}


def shared_by(author, reader, *, at=NOW):
    return share(entry=kept_by(author), person=reader, note="", by=as_actor(author), at=at)


def test_own_reading_shows_the_entry_as_it_stands(council):
    line, *_ = framework()
    words = replace(WORDS, ended_on=date(2026, 11, 13), learnt="", statement_ids=frozenset({line.pk}))
    entry = kept_by(council.author, words=words)
    attached = attach(entry=entry, upload=upload(), by=council.by, at=NOW)
    written = own_reading(entry).written
    assert (written.title, written.kind, written.way, written.time) == (
        WORDS.title,
        "Work with a person or family",
        "experience",
        "1.5 hours",
    )
    assert written.texts == (
        ("What happened, and why it matters", WORDS.happened),
        ("What changed in my practice, and for people", WORDS.impact),
    )
    assert (written.standards, written.files, written.is_over_days) == (("PCF 1 Line 1",), (attached.file,), True)


@pytest.mark.parametrize(
    ("hours", "expected"),
    [(None, ""), (Decimal("1.00"), "1 hour"), (Decimal("10.00"), "10 hours"), (Decimal("0.25"), "0.25 hours")],
)
def test_hours_are_said_in_words(council, hours, expected):
    entry = EntryFactory(author=council.author, organisation=council.organisation, hours=hours)
    assert own_reading(entry).written.time == expected


def test_own_reading_of_an_empty_draft_has_nothing_in_it(council):
    draft = EntryFactory(
        author=council.author,
        organisation=council.organisation,
        draft=True,
        title="",
        way="",
        happened="",
        started_on=None,
    )
    written = own_reading(draft).written
    assert (written.title, written.way, written.texts, written.is_over_days) == ("Without a title yet", None, (), False)


def test_own_reading_tells_which_readers_see_an_older_version(council):
    first = shared_by(council.author, council.colleague)
    entry = first.entry
    assert [(each.share, each.is_up_to_date) for each in own_reading(entry).shares] == [(first, True)]
    keep(form=Form(entry.token, NOW), words=replace(WORDS, learnt="More"), by=council.by, at=LATER)
    entry.refresh_from_db()
    second = share(entry=entry, person=council.manager, note="", by=council.by, at=LATER)
    assert [(each.share, each.is_up_to_date) for each in own_reading(entry).shares] == [(second, True), (first, False)]


def test_own_reading_lists_talks_and_uses(council):
    entry = shared_by(council.author, council.colleague).entry
    talk = discuss(entry=entry, person=council.colleague, on=date(2026, 11, 16), by=council.by, at=NOW)
    use = cite(entry=entry, citation=Citation(purpose="panel", label="BG11"), by=council.by, at=NOW)
    reading = own_reading(entry)
    assert (reading.discussions, reading.uses) == ((talk,), (use,))
    assert talks_with(entry, council.colleague.pk) == (talk,)
    assert talks_with(entry, council.manager.pk) == ()


def test_reader_reads_the_version_as_it_was_cut(council):
    line, *_ = framework()
    words = replace(WORDS, ended_on=date(2026, 11, 13), hours=None, statement_ids=frozenset({line.pk}))
    entry = kept_by(council.author, words=words)
    made = share(entry=entry, person=council.colleague, note="", by=council.by, at=NOW)
    before = own_reading(entry).written
    keep(form=Form(entry.token, NOW), words=replace(WORDS, title="Other", learnt="Other"), by=council.by, at=LATER)
    line.title = "Renamed"
    line.save()
    assert read_version(made.version) == before


@pytest.mark.parametrize("number", [1, 3])
def test_own_reading_takes_six_queries_whatever_there_is(council, django_assert_num_queries, number):
    entry = kept_by(
        council.author, words=replace(WORDS, statement_ids=frozenset(s.pk for s in framework(lines=number)))
    )
    for each in range(number):
        attach(entry=entry, upload=upload(b"text %d" % each), by=council.by, at=NOW)
        reader = staff_of(council.organisation)
        share(entry=entry, person=reader, note="", by=council.by, at=NOW)
        discuss(entry=entry, person=reader, on=date(2026, 11, 16), by=council.by, at=NOW)
        cite(entry=entry, citation=Citation(purpose="panel", label="BG11"), by=council.by, at=NOW)
    with django_assert_num_queries(6):
        reading = own_reading(entry)
    assert (len(reading.shares), len(reading.discussions), len(reading.written.files)) == (number, number, number)


def test_share_open_to_is_the_readers_own_live_one(council):
    made = shared_by(council.author, council.colleague)
    assert share_open_to(as_actor(council.colleague), made.entry) == made
    assert share_open_to(as_actor(council.manager), made.entry) is None
    assert share_open_to(council.by, made.entry) is None
    end_share(share=made, by=council.by, at=NOW)
    assert share_open_to(as_actor(council.colleague), made.entry) is None


def test_shared_with_lists_those_not_talked_about_first_the_longest_waiting_first(council):
    talked = shared_by(council.author, council.colleague, at=NOW)
    waiting = [
        shared_by(council.author, council.colleague, at=LATER),
        shared_by(council.manager, council.colleague, at=LATER),
    ]
    shared_by(council.author, council.manager)
    discuss(entry=talked.entry, person=council.colleague, on=date(2026, 11, 16), by=council.by, at=LATER)
    found = shared_with(as_actor(council.colleague))
    assert [(each.share, each.talked_on) for each in found] == [
        (waiting[0], ()),
        (waiting[1], ()),
        (talked, (date(2026, 11, 16),)),
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_shared_with_takes_two_queries_whatever_there_is(council, django_assert_num_queries, number):
    for _ in range(number):
        shared_by(council.author, council.colleague)
    reader = as_actor(council.colleague)
    with django_assert_num_queries(2):
        titles = [(each.share.version.title, each.share.entry.author.full_name) for each in shared_with(reader)]
    assert titles == [(WORDS.title, council.author.full_name)] * number
