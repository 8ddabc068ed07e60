import pytest

from academy.engines.workflow import definitions
from tests.unit.engines.workflow.leaves import LEAF


@pytest.fixture(autouse=True)
def _own_declarations(monkeypatch):
    monkeypatch.setattr(definitions, "_declared", {})


def test_declared_workflow_is_known():
    assert definitions.declare(LEAF) is LEAF
    assert list(definitions.declared()) == [LEAF]


def test_second_workflow_of_one_column_is_a_bug():
    definitions.declare(LEAF)

    with pytest.raises(RuntimeError, match=r"Two workflows are declared for leaves\.Leaf\.state"):
        definitions.declare(LEAF)
