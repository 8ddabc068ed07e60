import hashlib
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from academy.development.rules.copies import CitedFile, CitedStatement, canonical, copy_of
from tests.factories.development import WORDS

PCF = CitedStatement("pcf/2018/6", "Critical reflection")
SWE = CitedStatement("swe/2019/1.2", "Rights")
FILE = CitedFile("0f0e", "notes.txt", "ab" * 32)


def test_canonical_json_is_the_same_text_for_the_same_content():
    assert canonical({"b": "é", "a": [1, None]}) == '{"a":[1,null],"b":"é"}'


def test_copy_holds_text_statements_and_files():
    copy = copy_of(WORDS, statements=[PCF], files=[FILE])
    assert copy.text == {
        "kind": "work",
        "title": "Whose risk was it?",
        "started_on": "2026-11-12",
        "ended_on": None,
        "way": "experience",
        "hours": "1.50",
        "happened": "I was asked for a second opinion.",
        "learnt": "That I read unwise as unable.",
        "impact": "I ask the neighbour first.",
    }
    assert copy.statements == [{"key": "pcf/2018/6", "title": "Critical reflection"}]
    assert copy.files == [{"id": "0f0e", "name": "notes.txt", "sha256": "ab" * 32}]


def test_copy_hash_is_sha256_over_its_canonical_json_with_the_schema():
    copy = copy_of(WORDS, statements=[], files=[])
    said = canonical({"schema": 1, "text": copy.text, "statements": [], "files": []})
    assert copy.canonical == said
    assert copy.sha256 == hashlib.sha256(said.encode()).hexdigest()


def test_copy_hash_does_not_depend_on_the_order_of_ticking_or_adding():
    one = copy_of(WORDS, statements=[PCF, SWE], files=[FILE])
    other = copy_of(WORDS, statements=[SWE, PCF], files=[FILE])
    assert one.sha256 == other.sha256


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "peer"},
        {"title": "Other"},
        {"started_on": date(2026, 11, 11)},
        {"ended_on": date(2026, 11, 13)},
        {"way": "others"},
        {"hours": Decimal("1.75")},
        {"hours": None},
        {"happened": "Other"},
        {"learnt": ""},
        {"impact": ""},
    ],
)
def test_copy_hash_changes_with_every_field(change):
    before = copy_of(WORDS, statements=[PCF], files=[FILE]).sha256
    assert copy_of(replace(WORDS, **change), statements=[PCF], files=[FILE]).sha256 != before


@pytest.mark.parametrize(
    ("statements", "files"), [([], [FILE]), ([PCF], []), ([SWE], [FILE]), ([PCF], [replace(FILE, sha256="cd" * 32)])]
)
def test_copy_hash_changes_with_statements_and_files(statements, files):
    before = copy_of(WORDS, statements=[PCF], files=[FILE]).sha256
    assert copy_of(WORDS, statements=statements, files=files).sha256 != before
