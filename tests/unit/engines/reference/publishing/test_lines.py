from academy.engines.reference.publishing.lines import LONGEST, MOST_LINES, lines_with
from academy.engines.reference.reading import Mistake

TEXT = "\n".join(f"line {number}" for number in range(1, 31))


def wrong(*numbers):
    return [Mistake("Your text", number, said="wrong") for number in numbers]


def test_lines_with_mistakes_are_shown_with_three_around_each():
    lines = lines_with(TEXT, wrong(2, 20))
    assert [line.number for line in lines] == [1, 2, 3, 4, 5, 17, 18, 19, 20, 21, 22, 23]
    assert [line.number for line in lines if line.follows_gap] == [17]
    assert [(line.text, line.mistakes) for line in lines if line.mistakes] == [
        ("line 2", ("Your text, line 2: wrong.",)),
        ("line 20", ("Your text, line 20: wrong.",)),
    ]


def test_mistakes_of_one_line_stand_together_and_those_without_a_line_elsewhere():
    lines = lines_with("one", [*wrong(1, 1), "Your text: 3 more mistakes."])
    assert [line.mistakes for line in lines] == [("Your text, line 1: wrong.",) * 2]
    assert lines_with(TEXT, ["too long"]) == []


def test_very_long_and_very_many_lines_are_cut():
    assert len(lines_with("x" * 5000, wrong(1))[0].text) == LONGEST
    assert len(lines_with("\n" * 5000, wrong(*range(1, 4000, 3)))) == MOST_LINES
