from decimal import Decimal

import pytest

from academy.training.drawing import Amount, bars_of, days_words


def test_bars_are_as_long_as_their_days():
    drawn = bars_of([Amount("Jo Farthing", Decimal(8)), Amount("Amara Osei", Decimal(4), is_hers=True)])
    assert [(bar.name, bar.words, bar.width, bar.y, bar.is_hers) for bar in drawn.bars] == [
        ("Jo Farthing", "8 days", 150, 6, False),
        ("Amara Osei", "4 days", 75, 30, True),
    ]
    assert (drawn.height, drawn.description) == (52, "Jo Farthing 8 days; Amara Osei 4 days.")


def test_bar_of_nothing_is_a_line_and_long_names_are_cut():
    drawn = bars_of([Amount("Mei-Ling Featherstone", Decimal(0))])
    assert [(bar.name, bar.width, bar.words) for bar in drawn.bars] == [("Mei-Ling Feath…", 1.0, "no days")]


@pytest.mark.parametrize(
    ("days", "words"),
    [("0", "no days"), ("0.50", "half a day"), ("1.00", "1 day"), ("6.50", "6.5 days"), ("10", "10 days")],
)
def test_days_are_said_as_people_say_them(days, words):
    assert days_words(Decimal(days)) == words
