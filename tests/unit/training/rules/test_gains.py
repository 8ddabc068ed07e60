"""What finishing a course gives, of what is asked for."""

from decimal import Decimal

import pytest

from academy.training.rules.gains import Asked, CourseRow, Gain

BIA = CourseRow(1, "bristol", "bia", "award", 30, 7, None)
LAW = CourseRow(2, "bristol", "law", "completion", None, None, 12)


def gained(course, *keys):
    return [gain.key for gain in Asked.by(keys).gains(course)]


@pytest.mark.parametrize(
    ("keys", "bia", "law"),
    [
        (["training.completion"], ["training.completion:bristol/bia"], ["training.completion:bristol/law"]),
        (["training.completion:bristol/law"], [], ["training.completion:bristol/law"]),
        (["training.completion:bexley/bia"], [], []),
        (["pathways.award"], ["pathways.award:bia"], []),
        (["pathways.award:bia", "pathways.award:law"], ["pathways.award:bia"], []),
        (["pathways.award:amhp"], [], []),
        (["training.credits"], ["training.credits"], []),
        (["people.post:bristol"], [], []),
    ],
)
def test_course_gives_what_is_asked_for_and_it_has(keys, bia, law):
    assert (gained(BIA, *keys), gained(LAW, *keys)) == (bia, law)


def test_credits_come_once_with_their_number_and_level():
    assert list(Asked.by(["training.credits"]).gains(BIA)) == [Gain("training.credits", Decimal(30), "7", is_once=True)]
    assert [gain.level for gain in Asked.by(["training.credits"]).gains(BIA._replace(credit_level=None))] == [""]
