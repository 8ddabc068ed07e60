import pytest

from academy.engines.reference import declarations
from academy.engines.reference.declarations import Kind, declare, kind_called, kinds_in_order
from tests.unit.engines.reference.samples import Colour, load, withdraw


@pytest.fixture(autouse=True)
def _nothing_declared(monkeypatch):
    monkeypatch.setattr(declarations, "_kinds", {})


def kind(name, *after):
    return Kind(
        name=name, app="frameworks", folder="x", schema=Colour, key=str, load=load, withdraw=withdraw, after=after
    )


def test_kinds_stand_after_those_they_name():
    declare(kind("a", "c"), kind("b"), kind("c", "b"))
    assert [each.name for each in kinds_in_order()] == ["b", "c", "a"]


@pytest.mark.parametrize("after", [("a",), ("unknown",)])
def test_kinds_that_wait_for_ever_are_a_bug(after):
    declare(kind("a", *after))
    with pytest.raises(RuntimeError, match="wait for each other or for unknown ones"):
        kinds_in_order()


def test_kind_declared_twice_is_a_bug():
    declare(kind("a"))
    with pytest.raises(RuntimeError, match="Two kinds of reference data are called a"):
        declare(kind("a"))


def test_kind_is_found_by_its_name_and_knows_its_folder():
    declare(kind("a"))
    assert kind_called("a").path.parts[-3:] == ("frameworks", "reference", "x")
    assert kind_called("a").needs(None) == frozenset()
