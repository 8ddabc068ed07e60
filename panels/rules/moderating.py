"""May the recommendation of an ASYE be put to a panel, and does that panel moderate for its service? Pure."""

from collections.abc import Collection
from dataclasses import dataclass

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.people.choices import ServiceKind
from academy.people.rules.decisions import refused

BOTH = frozenset({ServiceKind.ADULTS, ServiceKind.CHILDREN})


@dataclass(frozen=True, kw_only=True)
class Putting:
    """A recommendation beside the panel it is put to. `waits`: it is the last of its year, which is not moderated yet;
    `with_panel`: a case of it is not over. `services` are those the judging seats of the panel speak for, in which ""
    speaks for all."""

    waits: bool
    with_panel: bool
    is_moderation: bool
    takes_cases: bool
    is_joint: bool
    services: Collection[str]


def can_put(putting: Putting) -> Decision:
    """May it be put to that sitting? A panel that moderates both services together has members of both (S0-80)."""
    if not putting.waits:
        return refused("This year waits for no moderation. Open the list again to see which do.")
    if putting.with_panel:
        return refused("This recommendation is with a panel. Its case is in the list of that sitting.")
    if not (putting.is_moderation and putting.takes_cases):
        return refused("Choose a sitting of ASYE moderation that still takes cases.", field="sitting")
    if putting.is_joint and not speaks_for_both(putting.services):
        return refused(
            "Adults’ and children’s years come before this panel together. Give somebody of each a seat first.",
            field="sitting",
        )
    return ALLOWED


def speaks_for_both(services: Collection[str]) -> bool:
    """Do these seats speak for adults' and for children's services? A seat without one speaks for all."""
    return "" in services or set(services) >= BOTH
