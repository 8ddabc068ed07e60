import uuid

import pytest

from academy.engines.documents.rules.codes import code_for, code_read, fingerprint_read, fingerprint_shown

ORDER = uuid.UUID("5f0f3f0e-6d0e-4c53-9d7c-0c6e7e7a3b11")


def test_code_is_the_same_each_time_until_another_document_has_taken_it():
    first = code_for(ORDER, taken=())
    second = code_for(ORDER, taken={first})
    assert (first, second) == (code_for(ORDER, taken=()), code_for(ORDER, taken={first}))
    assert first != second
    assert code_read(first) == first


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (" 8f3a-27c1 ", "8F3A-27C1"),
        ("8F3A27C1", "8F3A-27C1"),
        ("8F3A–27C1", "8F3A-27C1"),
        ("8F3A 27C1", "8F3A-27C1"),
        ("8F3A-27CX", ""),
        ("", ""),
    ],
)
def test_code_is_read_as_people_type_it(typed, read):
    assert code_read(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [("3F9A 12de", "3f9a12de"), ("3f9a 12d", ""), ("3f9a12dz", ""), ("a" * 64, "a" * 64), ("a" * 65, "")],
)
def test_fingerprint_is_read_from_eight_characters_on(typed, read):
    assert fingerprint_read(typed) == read


def test_fingerprint_is_shown_by_its_beginning():
    assert fingerprint_shown("3f9a12de77b0" + "0" * 52) == "3f9a 12de 77b0"
