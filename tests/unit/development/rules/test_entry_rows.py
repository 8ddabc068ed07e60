import uuid
from decimal import Decimal

import pytest

from academy.development.rules.entry_rows import COLUMNS, hours, identifier, kept, kind, standards, token_of, way
from academy.engines.imports.rules.rows import parsed

ID = uuid.UUID("8d0f6c1a-6a0f-4a53-9f0b-4f3c2f6f2b11")


@pytest.mark.parametrize(
    ("parse", "text", "value"),
    [
        (identifier, str(ID), ID),
        (kind, "Reflective  LOG", "log"),
        (kind, "log", "log"),
        (way, "by experience", "experience"),
        (hours, "1,5", Decimal("1.5")),
        (standards, "pcf/2018/6; pcf/2018/7 ;; pcf/2018/6", ("pcf/2018/6", "pcf/2018/7")),
        (kept, "Yes", True),
        (kept, "no", False),
    ],
)
def test_cell_means_what_people_write(parse, text, value):
    assert parse(text) == value


@pytest.mark.parametrize(
    ("parse", "text", "says"),
    [
        (identifier, "7", "Leave this cell as the export wrote it"),
        (kind, "gossip", "Write one of these: Work with a person or family, "),
        (way, "70", "Write one of these: By experience, From others, In formal learning."),
        (hours, "long", "Write hours as a number, such as 1.5."),
        (hours, "NaN", "Write hours as a number, such as 1.5."),
        (kept, "perhaps", "Write yes to keep the entry"),
    ],
)
def test_cell_that_is_not_understood_says_what_to_write(parse, text, says):
    with pytest.raises(ValueError, match=says):
        parse(text)


def values(**cells):
    return parsed(COLUMNS, {"title": "A", "started_on": "12 November 2026"} | cells)[0]


def test_token_is_the_entrys_own_id_or_made_of_what_the_row_says():
    assert token_of(values(id=str(ID)), person_id=1) == ID
    assert token_of(values(), person_id=1) == token_of(values(started_on="2026-11-12"), person_id=1)
    assert token_of(values(), person_id=1) != token_of(values(), person_id=2)
    assert token_of(values(), person_id=1) != token_of(values(title="B"), person_id=1)
