"""Whatever somebody writes as a requirement is answered at once, with where it stands."""

import pytest
from pydantic import ValidationError

from academy.engines.requirements.limits import MOST_DEEP, MOST_TOGETHER
from academy.engines.requirements.node import Node

COURSE = {"course": "law"}


def within(deep):
    said = COURSE
    for _ in range(deep):
        said = {"all_of": [said]}
    return said


def mistakes(said):
    with pytest.raises(ValidationError) as refused:
        Node.model_validate(said)
    return [(error["loc"], error["msg"].removeprefix("Value error, ")) for error in refused.value.errors()]


def test_requirement_may_lie_so_deep_and_no_deeper():
    assert Node.model_validate(within(MOST_DEEP - 1)).keys("bristol") == frozenset({"training.completion:bristol/law"})
    assert mistakes(within(MOST_DEEP)) == [
        (("all_of", 0) * MOST_DEEP, "requirements within requirements, more than 8 deep; make it flatter.")
    ]


def test_absurd_depth_is_refused_where_it_becomes_too_deep():
    assert [len(where) for where, _ in mistakes(within(250))] == [2 * MOST_DEEP]


def test_depth_is_counted_anew_after_a_mistake():
    mistakes(within(MOST_DEEP))

    assert Node.model_validate(within(MOST_DEEP - 1)).parts


@pytest.mark.parametrize(
    "said",
    [
        {"all_of": [{"any_of": [COURSE] * 50}] * 6},
        {"all_of": [COURSE] * 100_000},
        {"all_of": [[[COURSE] * 301]]},
        {"some_of": {"least": 1, "of": [{"all_of": [{"course": {"code": "law"}}] * 60}] * 60}},
    ],
)
def test_too_many_together_are_refused_once(said):
    assert mistakes(said) == [
        ((), f"more than {MOST_TOGETHER} requirements in one; put some into a line of their own.")
    ]


def test_list_of_too_many_parts_is_refused_at_the_list():
    assert [where for where, _ in mistakes({"all_of": [COURSE] * 61})] == [("all_of",)]


def test_long_nonsense_is_not_repeated_at_length():
    assert len(mistakes({"x" * 100_000: 1})[0][1]) < 400
