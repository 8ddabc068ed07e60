"""May a sample be drawn over a period, and may what came back of a case be noted? Pure (D1-64)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.people.rules.decisions import refused
from academy.people.rules.spans import in_words


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """A draw that is asked for. `is_drawn`: a day of the period was drawn from before; `percent` is the share the
    policy sets, None for none; `cases` is of how many it would be drawn."""

    from_on: date
    until_on: date
    is_drawn: bool
    percent: Decimal | None
    cases: int


def can_draw(drawing: Drawing, *, on: date) -> Decision:
    """May it be drawn? Once over any day of a tier, so that nobody draws until it suits, and when the period is over or
    ends today."""
    if drawing.until_on < drawing.from_on:
        return refused("The last day is before the first.", "until_on")
    if drawing.until_on > on:
        return refused(f"Give {in_words(on)} or an earlier day. What comes later could not be drawn.", "until_on")
    if drawing.percent is None:
        return refused("The policy of the panel sets no share for this. Publish one that does first.", "tier")
    if drawing.is_drawn:
        return refused("A day of this period was drawn from before. Begin with the day after that draw.", "from_on")
    if not drawing.cases:
        return refused("No ASYE was moderated by a panel and given back within these days.", "from_on")
    return ALLOWED


def can_note(*, feedback: str, received_on: date, drawn_on: date, on: date, is_exemplar: bool, keeps: bool) -> Decision:
    """May it be noted what came back of a sampled case? With words, on a day since the draw; as an exemplar where the
    policy keeps some (D1-66)."""
    if not feedback.strip():
        return refused("Write what came back.", "feedback")
    if not drawn_on <= received_on <= on:
        return refused(f"Give a day from {in_words(drawn_on)} to {in_words(on)}.", "received_on")
    if is_exemplar and not keeps:
        return refused("The policy of the panel keeps no exemplars. Leave the box empty.", "is_exemplar")
    return ALLOWED
