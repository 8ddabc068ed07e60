import pytest

from academy.engines.jobs.declarations import kind_called


def test_kind_declared_twice_is_a_bug(working):
    working()
    with pytest.raises(RuntimeError, match=r"Two kinds of jobs are called sample\.work"):
        working()


def test_kind_is_found_by_its_name(working):
    working()
    assert kind_called("sample.work").title == "Your sample work"
