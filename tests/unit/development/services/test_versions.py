from dataclasses import replace
from datetime import timedelta

import pytest

from academy.development.models import EntryVersion, Use
from academy.development.services.entries import Form, keep, withdraw
from academy.development.services.files import attach
from academy.development.services.versions import Citation, cite
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from tests.factories.development import WORDS, EntryFactory, framework, kept_by
from tests.factories.files import upload
from tests.factories.people import NOW, as_actor

LATER = NOW + timedelta(minutes=5)
PIECE = Citation(purpose="regulator", label="SWE piece 1", reference="2026/1")
PORTFOLIO = Citation(purpose="portfolio", label="BG11")


def change(entry, council, **words):
    keep(form=Form(entry.token, entry.changed_at), words=replace(WORDS, **words), by=council.by, at=LATER)
    entry.refresh_from_db()


def test_citing_cuts_the_first_version_with_text_statements_and_files(council, settings, tmp_path):
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
    line, *_ = framework()
    entry = kept_by(council.author, words=replace(WORDS, statement_ids=frozenset({line.pk})))
    attached = attach(entry=entry, upload=upload(), by=council.by, at=NOW)
    use = cite(entry=entry, citation=PIECE, by=council.by, at=LATER)
    version = use.version
    assert (use.purpose, use.label, use.reference, use.used_at) == ("regulator", "SWE piece 1", "2026/1", LATER)
    assert (version.number, version.title, version.cut_at) == (1, WORDS.title, LATER)
    assert version.text["happened"] == WORDS.happened
    assert version.statements == [{"key": "pcf/2018/1", "title": "PCF 1 Line 1"}]
    assert version.files == [{"id": str(attached.file.uid), "name": "notes.txt", "sha256": attached.file.sha256}]
    assert (list(version.attached.all()), len(version.sha256)) == ([attached.file], 64)
    assert (version.kind_words, version.way) == ("Work with a person or family", "experience")


def test_unchanged_entry_used_twice_gives_both_uses_the_same_version(council):
    entry = kept_by(council.author)
    one = cite(entry=entry, citation=PIECE, by=council.by, at=NOW)
    other = cite(entry=entry, citation=PORTFOLIO, by=council.by, at=LATER)
    assert (one.version, EntryVersion.objects.count()) == (other.version, 1)


def test_changed_entry_used_again_gets_the_next_version_and_the_first_use_keeps_its_own(council):
    entry = kept_by(council.author)
    one = cite(entry=entry, citation=PIECE, by=council.by, at=NOW)
    change(entry, council, impact="Everything")
    assert EntryVersion.objects.count() == 1
    other = cite(entry=entry, citation=PORTFOLIO, by=council.by, at=LATER)
    one.refresh_from_db()
    assert (one.version.number, one.version.text["impact"]) == (1, WORDS.impact)
    assert (other.version.number, other.version.text["impact"]) == (2, "Everything")
    assert one.version.sha256 != other.version.sha256


def test_entry_changed_back_gets_a_new_version_with_the_hash_it_had(council):
    entry = kept_by(council.author)
    versions = [cite(entry=entry, citation=PIECE, by=council.by, at=NOW).version]
    for impact in ("Everything", WORDS.impact):
        change(entry, council, impact=impact)
        versions.append(cite(entry=entry, citation=PIECE, by=council.by, at=LATER).version)
    assert [version.number for version in versions] == [1, 2, 3]
    assert versions[0].sha256 == versions[2].sha256


def test_same_version_cited_twice_for_the_same_thing_is_one_use(council):
    entry = kept_by(council.author)
    one = cite(entry=entry, citation=PIECE, by=council.by, at=NOW)
    assert cite(entry=entry, citation=PIECE, by=council.by, at=LATER).pk == one.pk
    assert Use.objects.count() == 1


@pytest.mark.parametrize("made", [{"draft": True}, {"withdrawn": True}])
def test_citing_what_is_not_kept_is_refused(council, made):
    entry = EntryFactory(author=council.author, organisation=council.organisation, **made)
    with pytest.raises(Refused, match="Keep this entry first"):
        cite(entry=entry, citation=PIECE, by=council.by, at=NOW)
    assert (EntryVersion.objects.count(), Use.objects.count()) == (0, 0)


def test_citing_by_anybody_but_the_author_is_refused(council):
    entry = kept_by(council.author)
    with pytest.raises(Refused, match="Only the person who wrote it"):
        cite(entry=entry, citation=PIECE, by=as_actor(council.manager), at=NOW)


def test_withdrawn_entry_keeps_its_versions_and_uses(council):
    entry = kept_by(council.author)
    use = cite(entry=entry, citation=PIECE, by=council.by, at=NOW)
    withdraw(entry=entry, reason="Wrong", by=council.by, at=LATER)
    use.refresh_from_db()
    assert use.version.text["happened"] == WORDS.happened


def test_citing_is_audited_with_the_purpose_and_nothing_of_the_text(council):
    cite(entry=kept_by(council.author), citation=PIECE, by=council.by, at=NOW)
    event = Event.objects.order_by("pk").last()
    assert (event.act, event.subject_label, event.note, event.changed, event.about_id) == (
        "development.entry.cite",
        "development.use",
        "regulator",
        ["version"],
        council.author.pk,
    )
