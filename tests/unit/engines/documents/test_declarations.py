import pytest

from academy.engines.documents.declarations import declare, kind_called


def test_declare_refuses_a_name_declared_before(kind):
    assert kind_called("tests.letter") is kind
    with pytest.raises(RuntimeError, match=r"Two kinds of documents are called tests\.letter\."):
        declare(kind)
