"""Telling those who have a part in a year that its dates moved."""

from datetime import datetime

from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from asye.models import Milestone
from asye.notices.dates import MOVED
from asye.selectors.signing import holders
from asye.services.telling import tell


def tell_moved(milestone: Milestone, *, by: Actor, at: datetime) -> None:
    """Everybody with a part in the year, her among them; not why it moved."""
    year = milestone.enrolment
    said = {"what": milestone.called, "day": in_words(milestone.due_on)}
    tell(MOVED, year, to=holders(year, by.on).values(), by=by, at=at, **said)
