"""The kinds of requirements in words, as they are really read."""

import pytest
import yaml

from academy.engines.requirements.describing import KINDS, KeyDescription, describe_beside, describe_kinds, page
from academy.engines.requirements.node import BESIDE, Node


def test_every_kind_is_described_once():
    assert [kind.name for kind in describe_kinds()] == [name for name in Node.model_fields if name not in BESIDE]
    assert sorted(KINDS) == sorted(kind.name for kind in describe_kinds())


@pytest.mark.parametrize("kind", describe_kinds(), ids=lambda kind: kind.name)
def test_example_is_a_requirement_of_its_kind(kind):
    said = yaml.safe_load(kind.example)

    assert Node.model_validate(said).model_fields_set - set(BESIDE) == {kind.name}


def test_every_key_says_what_it_is_for():
    keys = [*describe_beside(), *(key for kind in describe_kinds() for key in kind.keys)]

    assert [key.name for key in keys if not (key.says and key.allowed)] == []


def test_keys_say_what_is_allowed():
    by_name = {kind.name: {key.name: key for key in kind.keys} for kind in describe_kinds()}

    assert by_name["credits"]["level"] == KeyDescription(
        "level", "The academic level, as 7 for a master's.", "a whole number from 3 to 8", is_needed=True
    )
    assert [
        by_name[kind][key].allowed for kind, key in [("count", "by"), ("some_of", "of"), ("every", "counted_from")]
    ] == [
        "a list, from 1 to 10, each a role, as line_manager",
        "a list, from 1 to 60, each a requirement",
        "a day, as 2026-04-01",
    ]
    assert (by_name["count"]["by"].is_needed, by_name["all_of"]) == (False, {})
    assert [key.name for key in describe_beside()] == ["what", "help"]


def test_page_has_a_part_for_each_kind():
    lines = page().splitlines()

    assert [line.removeprefix("## ") for line in lines if line.startswith("## ")] == [
        kind.name for kind in describe_kinds()
    ]
    assert "| `level` | The academic level, as 7 for a master's. | a whole number from 3 to 8 | yes |" in lines
    assert "A list of requirements, from 1 to 60." in lines
