import pytest

from academy.engines.imports.declarations import declare, kind_called


def test_declare_refuses_a_name_declared_before(clerk):
    assert kind_called("tests.words") is clerk.kind
    with pytest.raises(RuntimeError, match=r"Two kinds of imports are called tests\.words\."):
        declare(clerk.kind)
