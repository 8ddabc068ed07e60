"""Whom something is for: lines of an audience against the places a person has on a day (S0-25, S0-28 to S0-30).

Courses and requirements matrices use the same lines. Pure: ids and codes only.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from academy.engines.workflow.decisions import ALLOWED, Decision, refused
from academy.training.choices import AudienceWho


@dataclass(frozen=True)
class Place:
    """Somewhere a person belongs on a day. `is_staff` is a post; `is_provider` a membership as provider or partner
    agency. What a membership does not know, such as team or grade, is empty."""

    organisation_id: int
    is_staff: bool = False
    is_provider: bool = False
    service_kind: str = ""
    profession: str = ""
    job_role_id: int | None = None
    team_id: int | None = None
    grade_id: int | None = None


@dataclass(frozen=True)
class AudienceLine:
    """One group of people of an organisation. Every part that is set must fit the same place."""

    organisation_id: int
    who: AudienceWho = AudienceWho.STAFF
    service_kind: str = ""
    profession: str = ""
    job_role_id: int | None = None
    team_id: int | None = None
    grade_id: int | None = None

    def takes_in(self, place: Place) -> bool:
        """Does the group take in somebody by this one place of hers?"""
        return self.organisation_id == place.organisation_id and self._who_fits(place) and self._parts_fit(place)

    def _who_fits(self, place: Place) -> bool:
        if self.who == AudienceWho.ALL:
            return True
        return place.is_staff if self.who == AudienceWho.STAFF else place.is_provider

    def _parts_fit(self, place: Place) -> bool:
        names = ("service_kind", "profession", "job_role_id", "team_id", "grade_id")
        asked = {name: getattr(self, name) for name in names}
        return all(value == getattr(place, name) for name, value in asked.items() if value)


def is_meant(places: Iterable[Place], lines: Iterable[AudienceLine]) -> bool:
    """Is somebody with these places one of those the lines take in? One line that fits one place is enough."""
    asked = tuple(lines)
    return any(line.takes_in(place) for place in places for line in asked)


def may_take_part(*, meant: bool, offered: bool, whom: str) -> Decision:
    """May a place be booked for somebody? `whom` says in words whom it is for. Not what has been withdrawn, and not for
    people it is not meant for: a booking for a stranger is refused."""
    if not offered:
        return refused("This is no longer offered. Choose something else.")
    if not meant:
        return refused(
            f"This is for: {whom}. No place can be booked for anybody else. Ask the academy if that should change."
        )
    return ALLOWED
