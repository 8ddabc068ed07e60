"""The server's keys: the newest encrypts, all decrypt; a row of another writer reads as nothing."""

import pytest
from cryptography.fernet import Fernet

from academy.engines.guard import keys, lines
from academy.engines.guard.known import Alias

OLD, NEW = (Fernet.generate_key().decode() for _ in range(2))
ALIASES = (Alias("Mrs A", "Margaret Ellis"),)


def test_text_is_not_in_what_is_kept_and_comes_back():
    token = keys.encrypted("Margaret Ellis")
    assert "Margaret" not in token
    assert keys.decrypted(token) == "Margaret Ellis"


def test_newest_key_encrypts_and_older_ones_still_decrypt(settings):
    settings.GUARD_KEYS = (OLD,)
    token, old_id = keys.encrypted("words"), keys.newest_key_id()
    settings.GUARD_KEYS = (NEW, OLD)
    assert keys.decrypted(token) == "words"
    assert keys.newest_key_id() != old_id
    settings.GUARD_KEYS = (NEW,)
    assert keys.decrypted(token) is None


def test_key_of_a_laptop_is_made_of_its_secret(settings):
    settings.GUARD_KEYS = ()
    token = keys.encrypted("words")
    settings.SECRET_KEY = "another"
    assert keys.decrypted(token) is None


def test_faulty_key_and_missing_keys_are_said_to_whoever_deploys(settings):
    settings.GUARD_KEYS = ()
    assert (keys.check_keys(None), keys.check_deployed_keys(None)) == ([], [keys.NO_KEYS])
    settings.GUARD_KEYS = ("short",)
    assert (keys.check_keys(None), keys.check_deployed_keys(None)) == ([keys.FAULTY_KEY], [])


def test_lines_are_read_by_their_writer_only():
    text = lines.written(ALIASES, writer_id=1)
    assert lines.read(text, writer_id=1) == ALIASES
    assert lines.read(text, writer_id=2) is None


@pytest.mark.parametrize(
    ("pairs", "begins"),
    [
        ([("A", "Ann Bee")] * 61, "A key takes 60 lines"),
        ([("", "Ann Bee")], "Write both the pseudonym and the real name of “Ann Bee”"),
        ([("Mrs A", "")], "Write both the pseudonym and the real name of “Mrs A”"),
        ([("x" * 61, "Ann Bee")], "Use at most 60 characters"),
        ([("Mrs A", "x" * 121)], "Use at most 60 characters for a pseudonym and 120"),
        ([("Mrs A", "B. 1")], "“B. 1” is no name"),
        ([("Mrs A", "Ann Bee"), ("mrs a", "Cy Dee")], "“Mrs A” is there twice."),
        ([("Mrs A", "Ann Bee"), ("Mr B", "ANN BEE")], "“Ann Bee” is there twice."),
    ],
)
def test_faulty_lines_are_refused_with_a_sentence(pairs, begins):
    assert lines.fault_of([Alias(*pair) for pair in pairs]).startswith(begins)


def test_good_lines_have_no_fault():
    assert lines.fault_of([Alias("Mrs A", "Ann Bee"), Alias("Mr B", "Cy Dee")]) is None
