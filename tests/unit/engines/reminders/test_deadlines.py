from datetime import date

import pytest

from academy.engines.reminders.deadlines import Deadline, Offset, Told, deadline_called, declare
from academy.engines.reminders.deadlines import declared as all_declared
from academy.engines.reminders.wording import when
from academy.identity.models import Person
from tests.factories.reminders import deadline


def test_deadline_declared_twice_is_a_bug():
    with pytest.raises(RuntimeError, match=r"Two deadlines are called tests\.thing\."):
        declare(deadline())


def test_deadlines_are_listed_by_key_and_found_by_it(declared):
    second, first = deadline(key="tests.b"), deadline(key="tests.a")
    declared(second, first)

    assert all_declared() == [first, second]
    assert (deadline_called("tests.b"), deadline_called("tests.c")) == (second, None)


def test_offset_is_found_by_its_days():
    thing = deadline(Offset(-14), Offset(0))

    assert (thing.offset(0), thing.offset(-7)) == (Offset(0), None)


@pytest.mark.parametrize("offsets", [(), (Offset(-14), Offset(-14))])
def test_deadline_names_each_offset_once_and_at_least_one(offsets):
    with pytest.raises(ValueError, match=r"tests\.thing must name each of its offsets once"):
        Deadline(key="tests.thing", title="A thing", find=list, offsets=offsets, line=str)


@pytest.mark.parametrize(
    ("due_on", "words"),
    [
        (date(2026, 11, 17), "17 November, which is today"),
        (date(2026, 11, 18), "18 November, which is tomorrow"),
        (date(2026, 11, 16), "16 November, which was yesterday"),
        (date(2026, 11, 20), "20 November, in 3 days"),
        (date(2026, 11, 14), "14 November, 3 days ago"),
        (date(2027, 1, 3), "3 January 2027, in 47 days"),
    ],
)
def test_day_is_said_with_how_near_it_is(due_on, words):
    assert when(Told(1, Person(), True, due_on, date(2026, 11, 17))) == words
