"""The record page is made of panels: one module for each noun, told here by one line.

`panel(enrolment, *, actor, roles, on) -> Panel | None`: what whoever looks sees of that noun; None where there is
nothing for her. `roles` are her parts in the year (`selectors.parts.roles_of`); who only oversees has none. Each panel
costs a number of queries that does not grow with the year. Orders: dates 10, agreement 20, promises 30, reviews 40,
evidence 50 and 51, portfolio 60, groups and courses 65, final 70, parts 80, transfer 90, papers 95.
"""

from collections.abc import Callable

from academy.identity.actor import Actor
from asye.models import Enrolment
from asye.selectors.panels import (
    agreement,
    concerns,
    dates,
    evidence,
    final,
    groups,
    papers,
    parts,
    portfolio,
    promises,
    reviews,
    transfer,
)
from asye.selectors.panels.panel import Panel

__all__ = ["Panel", "panels_of"]

PANELS: tuple[Callable[..., Panel | None], ...] = (
    dates.panel,
    agreement.panel,
    promises.panel,
    evidence.panel,
    portfolio.panel,
    groups.panel,
    reviews.panel,
    concerns.concerns_panel,
    concerns.plans_panel,
    final.panel,
    parts.panel,
    transfer.panel,
    papers.panel,
)


def panels_of(enrolment: Enrolment, *, actor: Actor, roles: frozenset[str]) -> list[list[Panel]]:
    """The panels of a year as the actor sees it on her day, in order, in rows: two halves that follow each other share
    one."""
    found = [panel(enrolment, actor=actor, roles=roles, on=actor.on) for panel in PANELS]
    return _in_rows(sorted((each for each in found if each is not None), key=lambda each: each.order))


def _in_rows(panels: list[Panel]) -> list[list[Panel]]:
    rows: list[list[Panel]] = []
    for panel in panels:
        if panel.half and rows and rows[-1][-1].half and len(rows[-1]) == 1:
            rows[-1].append(panel)
        else:
            rows.append([panel])
    return rows
