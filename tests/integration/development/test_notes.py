"""Private notes: their owner's alone, on every page and in the audit."""

import pytest

from academy.development.models import PrivateNote
from academy.development.services.notes import delete, write
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from tests.factories.audits import PrivateNoteFactory
from tests.factories.people import NOW, as_actor, holder_of

LIST = "/development/notes/"
WORDS = {"title": "My network", "words": "Ask the team at the hospital first."}


def test_note_is_written_changed_and_deleted_by_its_owner(council, browser):
    assert browser.post(f"{LIST}new/", WORDS).url == LIST
    note = PrivateNote.objects.get()
    assert "My network" in browser.get(LIST).content.decode()

    browser.post(note.get_absolute_url(), {"title": "My network", "words": "Ask later."})
    note.refresh_from_db()
    assert (note.owner, note.words) == (council.author, "Ask later.")

    assert "It cannot be brought back." in browser.get(f"{note.get_absolute_url()}delete/").content.decode()
    browser.post(f"{note.get_absolute_url()}delete/")
    assert not PrivateNote.objects.exists()


def test_audit_tells_that_a_note_was_kept_and_no_word_of_it(council, browser):
    browser.post(f"{LIST}new/", WORDS)
    browser.post(PrivateNote.objects.get().get_absolute_url(), {**WORDS, "words": "Ask later."})

    events = Event.objects.filter(act="development.note.write")
    assert events.count() == 2
    told = " ".join(str(value) for event in events.values() for value in event.values())
    assert [word for word in ("network", "hospital", "later") if word in told] == []


@pytest.mark.parametrize("role", [None, RoleCode.ADMINISTRATOR, RoleCode.ACADEMY_LEAD, RoleCode.HR, RoleCode.AUDITOR])
def test_nobody_else_opens_a_note_in_any_role(council, role):
    note = PrivateNoteFactory(owner=council.author)
    other = holder_of(role, council.organisation) if role else council.manager
    client = council.client(other)

    found = [
        client.get(address).status_code for address in (note.get_absolute_url(), f"{note.get_absolute_url()}delete/")
    ]
    assert found == [404, 404]
    assert note.title not in client.get(LIST).content.decode()
    with pytest.raises(Refused, match="no such note of yours"):
        write(note=note, title="x", words="", by=as_actor(other), at=NOW)
    with pytest.raises(Refused, match="no such note of yours"):
        delete(note=note, by=as_actor(other), at=NOW)


def test_note_without_a_title_is_asked_for_one_and_keeps_its_words(browser):
    answer = browser.post(f"{LIST}new/", {"title": "", "words": "Half a thought"})

    assert answer.status_code == 422
    assert "Half a thought" in answer.content.decode()
    assert not PrivateNote.objects.exists()


def test_who_has_no_record_keeps_no_notes(db):
    with pytest.raises(Refused, match="Only somebody with a record"):
        write(note=None, title="x", words="", by=Actor.system("sweep", on=NOW.date()), at=NOW)
