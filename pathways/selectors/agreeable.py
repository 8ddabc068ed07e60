"""What a ladder lets count because somebody agrees to it, on the steps ahead of a person."""

from dataclasses import dataclass

from pathways.choices import AgreedBy
from pathways.selectors.standings import Standing


@dataclass(frozen=True)
class Agreeable:
    """One thing that counts once it is agreed: the ladder's code, what it calls it, and who agrees."""

    code: str
    what: str
    by: AgreedBy


def agreeable_ahead(standing: Standing) -> dict[str, Agreeable]:
    """Everything the steps ahead of her let count by agreement, by code. Roles that the portal knows nobody of, and
    acts of another organisation, are left out. Asks nothing of the database."""
    found: dict[str, Agreeable] = {}
    for step in standing.steps:
        for node in standing.ladder.nodes(step):
            for each in node.agreements():
                if each.by in AgreedBy.values and "/" not in each.code:
                    found.setdefault(each.code, Agreeable(each.code, each.what, AgreedBy(each.by)))
    return found
