from asye.rules.moderation_summary import Block
from panels.rules.period import DrawnCase, sample_blocks, theme_blocks
from panels.rules.themes import ThemeCount


def test_samples_are_told_by_tier_with_what_came_back_and_the_exemplars():
    drawn = [
        DrawnCase("partnership", is_back=True, is_exemplar=True),
        DrawnCase("partnership", is_back=False, is_exemplar=False),
        DrawnCase("partnership", is_back=False, is_exemplar=False),
        DrawnCase("national", is_back=True, is_exemplar=True),
    ]

    assert sample_blocks(drawn) == [
        Block("Sampled, partnership", (("Came back", 1), ("Not back yet", 2))),
        Block("Sampled, national", (("Came back", 1), ("Not back yet", 0))),
        Block("Kept as exemplars", (("Cases", 2),)),
    ]


def test_themes_that_came_up_are_told_with_strengths_and_what_there_is_to_learn():
    counts = [
        ThemeCount("a", "Depth", comments=5, cases=4, strengths=2, from_outside=0),
        ThemeCount("b", "Dates", comments=0, cases=0, strengths=0, from_outside=0),
    ]

    assert theme_blocks(counts) == [Block("Depth", (("Strengths", 2), ("To learn", 3)))]
