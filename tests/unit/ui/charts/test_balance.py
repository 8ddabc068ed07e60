"""Where the parts, labels and ticks of the balance stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from academy.ui.charts import BalanceBar, Guide, Series
from academy.ui.charts.balance import WIDTH, balance_drawing, label_places, shares_of

GUIDE = "The guide is 70, 20 and 10; it is never a rule."
amounts = st.integers(min_value=0, max_value=5000)


@given(amounts, amounts, amounts)
def test_shares_of_any_amounts_add_up_to_100(experience: int, others: int, formal: int) -> None:
    shares = shares_of(BalanceBar(experience, others, formal))
    assert sum(shares.values()) == (100 if experience + others + formal else 0)


@pytest.mark.parametrize(
    ("learnt", "shares"),
    [((9, 3, 2), [64, 22, 14]), ((1, 1, 1), [34, 33, 33]), ((5, 0, 0), [100, 0, 0]), ((0.5, 0.25, 0.25), [50, 25, 25])],
)
def test_shares_of_rounds_the_largest_remainder_up(learnt: tuple[float, float, float], shares: list[int]) -> None:
    assert list(shares_of(BalanceBar(*learnt)).values()) == shares


def test_balance_drawing_parts_stand_side_by_side() -> None:
    drawing = balance_drawing(BalanceBar(64, 22, 14))
    assert [(part.series, part.x, part.width) for part in drawing.segments] == [
        (Series.EXPERIENCE, 0, 227.4),
        (Series.OTHERS, 230.4, 76.2),
        (Series.FORMAL, 309.6, 47.4),
    ]


def test_balance_drawing_small_part_has_its_share_beside_its_name() -> None:
    parts = balance_drawing(BalanceBar(95, 4, 1)).segments
    assert [(part.label, part.has_room) for part in parts] == [
        ("By experience", True),
        ("From others 4%", False),
        ("Formal 1%", False),
    ]


@given(amounts, amounts, amounts)
def test_label_places_never_touch_and_stay_inside(experience: int, others: int, formal: int) -> None:
    parts = balance_drawing(BalanceBar(experience, others, formal)).segments
    ends = [part.label_x + 6.5 * len(part.label) for part in parts]
    assert [end <= after.label_x for end, after in zip(ends, parts[1:], strict=False)] == [True] * max(
        len(parts) - 1, 0
    )
    assert [part.label_x >= 0 and end <= WIDTH for part, end in zip(parts, ends, strict=True)] == [True] * len(parts)


def test_label_places_with_room_stand_over_their_parts() -> None:
    assert label_places([0, 150, 300], ["a", "b", "c"]) == [0, 150, 300]


def test_balance_drawing_ticks_stand_where_the_guide_changes() -> None:
    drawing = balance_drawing(BalanceBar(1, 0, 0, Guide(60, 25, 15)))
    assert [(tick.x, tick.middle, tick.words) for tick in drawing.ticks] == [
        (216, 108, "guide 60"),
        (306, 261, "25"),
        (None, 333, "15"),
    ]


@pytest.mark.parametrize(
    ("bar", "said"),
    [
        (
            BalanceBar(9, 3, 2),
            f"64 per cent by experience, 22 per cent from others, 14 per cent formal. {GUIDE}",
        ),
        (BalanceBar(0, 0, 0), f"Nothing is written yet. {GUIDE}"),
    ],
)
def test_balance_drawing_describes_shares_in_sentences(bar: BalanceBar, said: str) -> None:
    assert balance_drawing(bar).description == said


def test_balance_drawing_nothing_written_has_no_parts() -> None:
    assert balance_drawing(BalanceBar(0, 0, 0)).segments == ()
