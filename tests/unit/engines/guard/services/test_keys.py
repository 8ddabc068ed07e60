"""Keeping, emptying and re-encrypting a key; the audit says that it changed and never what it says."""

from datetime import timedelta
from io import StringIO

import pytest
from cryptography.fernet import Fernet
from django.core.management import CommandError, call_command

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.guard.known import Alias
from academy.engines.guard.models import PseudonymKey
from academy.engines.guard.selectors.keys import Key, exported_key, key_of
from academy.engines.guard.services.keys import CHANGED_SINCE, empty_key, keep_key
from academy.identity.actor import Actor
from tests.factories.identity import TODAY, PersonFactory, UserFactory
from tests.factories.people import NOW

ALIASES = (Alias("Mrs A", "Margaret Ellis"), Alias("Mr B", "Will Grant"))
LATER = NOW + timedelta(hours=1)
pytestmark = pytest.mark.django_db


def writer():
    user = UserFactory()
    return Actor(kind="user", on=TODAY, label="Somebody", user_id=user.pk, person_id=user.person_id)


def kept(by, *, aliases=ALIASES, seen=None, at=NOW):
    return keep_key(aliases=aliases, seen=seen, by=by, at=at)


def test_key_is_read_by_its_writer_and_by_nobody_else():
    by, other = writer(), writer()
    key = kept(by)
    assert key_of(by) == Key(ALIASES, NOW)
    assert exported_key(by)[0] == {"pseudonym": "Mrs A", "name": "Margaret Ellis"}
    assert (key_of(other), exported_key(other)) == (Key(), [])
    assert [allows("guard.key.write", each, key) for each in (by, other)] == [True, False]
    assert allows("guard.key.write", by, PersonFactory()) is False


def test_key_says_nothing_in_the_database_and_in_the_audit():
    by = writer()
    key = kept(by)
    event = Event.objects.get()
    assert "Margaret" not in key.token
    assert (event.act, event.changed, event.note) == ("guard.key.keep", ["token"], "")
    assert str(key) == f"pseudonym key {key.pk}"


def test_row_moved_to_another_writer_reads_as_nothing():
    by, other = writer(), writer()
    kept(by)
    PseudonymKey.objects.update(writer=other.person_id)
    assert key_of(other) == Key((), NOW, is_readable=False)


def test_key_is_replaced_as_a_whole_by_who_saw_it():
    by = writer()
    kept(by)
    kept(by, aliases=ALIASES[:1], seen=NOW, at=LATER)
    assert key_of(by) == Key(ALIASES[:1], LATER)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"seen": LATER}, CHANGED_SINCE),
        ({"aliases": ()}, "Write at least one pseudonym and whom you mean by it."),
        ({"aliases": (Alias("Mrs A", ""),)}, "Write both the pseudonym and the real name of “Mrs A”, or neither."),
    ],
)
def test_faulty_change_is_refused_and_changes_nothing(change, reason):
    by = writer()
    kept(by)
    with pytest.raises(Refused, match=reason):
        kept(by, **{"seen": NOW, **change})
    assert key_of(by) == Key(ALIASES, NOW)


def test_who_has_no_record_keeps_no_key():
    system = Actor.system("test", on=TODAY)
    with pytest.raises(Refused, match="Only somebody with a record"):
        kept(system)
    assert key_of(system) == Key()


def test_emptied_key_is_gone():
    by = writer()
    kept(by)
    empty_key(by=by, at=LATER)
    assert PseudonymKey.objects.count() == 0
    with pytest.raises(Refused, match="no list to empty"):
        empty_key(by=by, at=LATER)


def test_keys_are_encrypted_anew_and_one_that_no_key_opens_is_named(settings):
    old, new = (Fernet.generate_key().decode() for _ in range(2))
    lost, by = writer(), writer()
    gone = kept(lost)
    settings.GUARD_KEYS = (old,)
    kept(by)
    settings.GUARD_KEYS = (new, old)
    said = StringIO()
    with pytest.raises(CommandError, match=f"No server key opens pseudonym key {gone.pk}. Put the key"):
        call_command("renew_pseudonym_keys", stdout=said)
    settings.GUARD_KEYS = (new,)
    assert said.getvalue() == "1 encrypted with the newest key.\n"
    assert key_of(by) == Key(ALIASES, NOW)
    assert key_of(lost) == Key((), NOW, is_readable=False)
    PseudonymKey.objects.filter(pk=gone.pk).delete()
    call_command("renew_pseudonym_keys", stdout=said)
    assert said.getvalue().endswith("0 encrypted with the newest key.\n")
