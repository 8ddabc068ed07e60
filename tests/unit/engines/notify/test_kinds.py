import pytest

from academy.engines.notify import kinds
from academy.engines.notify.kinds import NoticeContext, NoticeKind


@pytest.fixture(autouse=True)
def _own_kinds(monkeypatch):
    monkeypatch.setattr(kinds, "_declared", {})


def test_declared_kinds_are_known_by_name():
    later, sooner = NoticeKind("tests.b", "b.txt", NoticeContext), NoticeKind("tests.a", "a.txt", NoticeContext)

    assert kinds.declare(later, sooner) == (later, sooner)
    assert kinds.declared() == [sooner, later]


def test_second_kind_of_a_name_is_a_bug():
    kinds.declare(NoticeKind("tests.a", "a.txt", NoticeContext))

    with pytest.raises(RuntimeError, match=r"Two notices are called tests\.a"):
        kinds.declare(NoticeKind("tests.a", "b.txt", NoticeContext))


def test_kind_that_goes_nowhere_is_a_bug():
    with pytest.raises(ValueError, match=r"The notice tests\.a goes nowhere"):
        NoticeKind("tests.a", "a.txt", NoticeContext, mail=False, inbox=False)
