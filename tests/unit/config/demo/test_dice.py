import re
from pathlib import Path

from academy.config.demo import dice as dice_module
from academy.config.demo.dice import Dice


def test_dice_of_the_same_seed_fall_the_same_way():
    first, again = Dice("bristol", 1), Dice("bristol", 1)
    assert [first.below(1000) for _ in range(5)] == [again.below(1000) for _ in range(5)]


def test_dice_of_another_seed_fall_another_way():
    first, other = Dice("bristol", 1), Dice("bristol", 2)
    assert [first.below(1000) for _ in range(5)] != [other.below(1000) for _ in range(5)]


def test_between_reaches_both_ends_and_nothing_beyond():
    dice = Dice("ends")
    assert {dice.between(3, 5) for _ in range(100)} == {3, 4, 5}


def test_happens_never_at_0_and_always_at_100():
    dice = Dice("percent")
    assert [dice.happens(0) for _ in range(20)] == [False] * 20
    assert [dice.happens(100) for _ in range(20)] == [True] * 20


def test_shuffled_keeps_every_thing_once_and_leaves_the_original():
    things = ["a", "b", "c", "d", "e", "f"]
    shuffled = Dice("cards").shuffled(things)
    assert sorted(shuffled) == things
    assert shuffled != things


def test_no_dice_of_the_demo_is_thrown_with_a_number_of_the_database():
    sources = sorted(Path(dice_module.__file__).parent.glob("*.py"))
    seeds = [seed for source in sources for seed in re.findall(r"\bDice\(([^()]*)", source.read_text())]
    assert len(seeds) > 20
    assert [seed for seed in seeds if re.search(r"\bpk\b|_id\b", seed)] == []
