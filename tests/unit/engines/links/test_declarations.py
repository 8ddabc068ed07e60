import pytest

from academy.engines.links import declarations
from academy.engines.links.declarations import declare, declared, purpose_called
from tests.factories.links import GREET


@pytest.fixture(autouse=True)
def _nothing_declared(monkeypatch):
    monkeypatch.setattr(declarations, "_declared", {})


def test_purpose_is_found_by_its_name():
    declare(GREET)

    assert (purpose_called("tests-greet"), list(declared())) == (GREET, [GREET])


def test_purpose_declared_twice_is_a_bug():
    declare(GREET)

    with pytest.raises(RuntimeError, match=r"Two purposes of links are called tests-greet\."):
        declare(GREET)


def test_purpose_nobody_declares_is_a_bug():
    with pytest.raises(KeyError, match="tests-greet"):
        purpose_called("tests-greet")
