"""What the summary of a half-year's moderation adds to the numbers of the ASYE: samples and themes, in lines. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from asye.rules.moderation_summary import Block
from panels.choices.outcomes import Tier
from panels.rules.themes import ThemeCount


@dataclass(frozen=True)
class DrawnCase:
    """A case that was drawn, for whom, whether something came back of it, and whether it is kept as an exemplar."""

    tier: str
    is_back: bool
    is_exemplar: bool


def sample_blocks(drawn: Iterable[DrawnCase]) -> list[Block]:
    """For each tier of how many cases something came back and of how many not, then how many are exemplars (D1-64)."""
    cases = list(drawn)
    blocks = []
    for tier in Tier:
        back = [each.is_back for each in cases if each.tier == tier]
        lines = (("Came back", sum(back)), ("Not back yet", len(back) - sum(back)))
        blocks.append(Block(f"Sampled, {str(tier.label).lower()}", lines))
    return [*blocks, Block("Kept as exemplars", (("Cases", sum(each.is_exemplar for each in cases)),))]


def theme_blocks(counts: Iterable[ThemeCount]) -> list[Block]:
    """How many comments there were under each theme, strengths and what there is to learn; none under a theme nothing
    was noted under."""
    return [
        Block(each.title, (("Strengths", each.strengths), ("To learn", each.to_learn)))
        for each in counts
        if each.comments
    ]
