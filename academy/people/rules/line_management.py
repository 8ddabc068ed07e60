"""Who may be somebody's line manager: not herself, nobody below her, and only who belongs to the organisation."""

from collections.abc import Callable, Iterable

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.people.rules.decisions import refused

ManagersOf = Callable[[frozenset[int]], Iterable[int]]


def can_manage(*, manager_id: int, person_id: int, belongs: bool, managers_of: ManagersOf) -> Decision:
    """May the manager answer for the person? `belongs`: is the manager of the organisation on the first day?

    `managers_of` tells the line managers of some people at once, from that day on; it is asked level by level upwards.
    """
    if manager_id == person_id:
        return refused("Nobody is her own line manager. Choose somebody else.", "line_manager")
    if not belongs:
        return refused(
            "This person does not belong to the organisation on that day. Choose somebody who does.",
            "line_manager",
        )
    if person_id in everybody_above(manager_id, managers_of):
        return refused(
            "This person is managed by the one you are changing, directly or through others. "
            "Choose somebody else, so that line management makes no circle.",
            "line_manager",
        )
    return ALLOWED


def everybody_above(person_id: int, managers_of: ManagersOf) -> frozenset[int]:
    """Everybody reached by going up from a person, level by level; stops also where rows already make a circle."""
    found: set[int] = set()
    level = frozenset({person_id})
    while level:
        above = frozenset(managers_of(level)) - found
        found |= above
        level = above
    return frozenset(found)
