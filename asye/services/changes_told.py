"""Telling those who have a part in a year what becomes of a change of its dates."""

from datetime import date, datetime

from academy.engines.notify.kinds import NoticeKind
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from asye.models import Change
from asye.selectors.signing import holders
from asye.services.telling import tell


def tell_of_change(kind: NoticeKind, change: Change, *, end_on: date, by: Actor, at: datetime) -> None:
    """Everybody with a part in the year, her among them; `end_on` is its last day by the change, or as it stays."""
    tell(kind, change, to=holders(change.enrolment, by.on).values(), end=in_words(end_on), by=by, at=at)
