"""Where years are moderated when that is not done here: an app whose panels do it registers itself and is asked.

It lies above this one and is not imported. Without any, each year is moderated by hand.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Moderating:
    """What such an app says of years, by their ids: `where` those it moderates now are, as a sentence, and until which
    day questions it sent back are to be answered (`answer_by`). Each is one query for all of them."""

    where: Callable[[Collection[int]], Mapping[int, str]]
    answer_by: Callable[[Collection[int]], Mapping[int, date]]


_apps: list[Moderating] = []


def register(app: Moderating) -> None:
    """Ask this app as well."""
    _apps.append(app)


def moderated_at(enrolment_id: int) -> str:
    """Where a year is being moderated now, as a sentence; empty where no panel has it. One query."""
    return next((said[enrolment_id] for said in (app.where([enrolment_id]) for app in _apps) if said), "")


def answers_due(enrolment_ids: Collection[int]) -> dict[int, date]:
    """Until when the questions moderation sent back are to be answered, where a day was set. One query; none without
    years."""
    if not enrolment_ids:
        return {}
    return {year: day for app in _apps for year, day in app.answer_by(enrolment_ids).items()}
