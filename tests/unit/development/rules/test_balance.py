import pytest

from academy.development.choices import Way
from academy.development.rules.balance import Balance, Shares, balance_of, balance_sentence, in_fives, mix_sentence


@pytest.mark.parametrize(
    ("ways", "expected"),
    [
        ([], Balance(0, 0, 0)),
        (["experience"], Balance(1, 0, 0)),
        (["experience", "formal", "others", "experience"], Balance(2, 1, 1)),
    ],
)
def test_balance_counts_entries_one_each(ways, expected):
    assert balance_of(ways) == expected


def test_balance_of_an_unknown_way_is_refused():
    with pytest.raises(ValueError, match="podcast"):
        balance_of(["podcast"])


def test_balance_gives_the_count_of_each_way_and_the_total():
    balance = Balance(9, 3, 2)
    assert [balance.of(way) for way in Way] == [9, 3, 2]
    assert balance.total == 14


def test_shares_that_are_not_100_together_are_refused():
    with pytest.raises(ValueError, match="100 together"):
        Shares(70, 20, 20)


CLOSE = "Close to the guide. It is a guide only; nothing is refused because of it."
OWN = "Your own mix, beside the guide. It is a guide only; nothing is refused because of it."


@pytest.mark.parametrize(
    ("balance", "expected"),
    [
        (Balance(), "Nothing is kept in this time yet."),
        (Balance(9, 3, 2), CLOSE),
        (Balance(6, 3, 1), CLOSE),  # 60, 30 and 10: each exactly ten from the guide
        (Balance(59, 31, 10), OWN),
        (Balance(0, 0, 4), OWN),
    ],
)
def test_balance_sentence_never_judges(balance, expected):
    assert balance_sentence(balance, guide=Shares()) == expected


def test_mix_sentence_gives_the_numbers():
    assert mix_sentence(Balance(9, 3, 2)) == "Mix: 9 by experience, 3 from others and 2 formal, of 14."


@pytest.mark.parametrize(
    ("balance", "expected"),
    [
        (Balance(0, 0, 0), Balance(0, 0, 0)),
        (Balance(6, 1, 1), Balance(75, 15, 10)),
        (Balance(1, 1, 1), Balance(35, 35, 30)),
        (Balance(0, 7, 0), Balance(0, 100, 0)),
        (Balance(999, 1, 0), Balance(100, 0, 0)),
    ],
)
def test_shares_of_several_people_are_in_fives_and_add_up(balance, expected):
    assert in_fives(balance) == expected
    assert in_fives(balance).total == (100 if balance.total else 0)
