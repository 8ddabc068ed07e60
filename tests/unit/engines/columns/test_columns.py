import pytest

from academy.engines.columns import columns
from academy.engines.columns.columns import Column, declare, declared


@pytest.fixture(autouse=True)
def register(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(columns, "_declared", {})


def _column(key: str, order: int) -> Column:
    return Column(key=key, label=key, order=order, read=lambda actor, people: {})


def test_columns_stand_in_their_order_and_then_by_key():
    declare(_column("b.late", 20), _column("c.first", 10), _column("a.late", 20))

    assert [column.key for column in declared()] == ["c.first", "a.late", "b.late"]


def test_column_declared_twice_is_a_bug():
    declare(_column("a.b", 1))

    with pytest.raises(RuntimeError, match=r"Two columns are called a\.b\."):
        declare(_column("a.b", 2))
