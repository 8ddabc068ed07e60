"""Codes used twice, and editions that hold at once, whatever kind of text they are in."""

from dataclasses import dataclass
from datetime import date

import pytest

from academy.engines.reference.faults import held_at_once, repeats


@dataclass(frozen=True)
class Coded:
    code: str


@dataclass(frozen=True)
class Text:
    goals: tuple[Coded, ...] = ()
    steps: tuple[Coded, ...] = ()


@dataclass(frozen=True)
class Held:
    code: str
    valid_from: date
    valid_to: date | None = None


A, B = Coded("a"), Coded("b")
SPRING, SUMMER, AUTUMN = date(2026, 3, 1), date(2026, 6, 1), date(2026, 9, 1)


def test_code_used_twice_in_a_part_is_told_where_it_stands_again():
    text = Text(goals=(B, A, A, A, B), steps=(A, B))
    says = "is used more than once. Give each its own code"
    assert list(repeats(text, "steps", "goals")) == [
        (("goals", 2, "code"), f"a {says}"),
        (("goals", 4, "code"), f"b {says}"),
    ]
    assert list(repeats(text, "steps")) == []
    assert list(repeats(Text(steps=(A, A)), "steps", at=("parts", 3))) == [
        (("parts", 3, "steps", 1, "code"), f"a {says}")
    ]


@pytest.mark.parametrize(
    ("said", "other", "faults"),
    [
        ((SUMMER, None), (SPRING, None), []),
        ((SPRING, None), (SUMMER, None), []),
        ((SUMMER, None), (SUMMER, SUMMER), []),
        ((SUMMER, None), (SPRING, date(2026, 5, 31)), []),
        (
            (SUMMER, None),
            (SPRING, SUMMER),
            [(("valid_from",), "edition 2 holds until 2026-06-01. Begin after that day")],
        ),
        ((SPRING, date(2026, 5, 31)), (SUMMER, None), []),
        (
            (SPRING, SUMMER),
            (SUMMER, AUTUMN),
            [(("valid_to",), "edition 2 begins on 2026-06-01. End before that day")],
        ),
    ],
)
def test_editions_that_hold_at_once_are_told(said, other, faults):
    assert list(held_at_once(Held("1", *said), [Held("2", *other)])) == faults


def test_edition_is_never_compared_with_itself():
    assert list(held_at_once(Held("1", SUMMER), [Held("1", SPRING, AUTUMN)])) == []
