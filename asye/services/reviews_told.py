"""Telling people what becomes of a review."""

from collections.abc import Iterable
from datetime import datetime

from academy.engines.notify.kinds import NoticeKind
from academy.identity.actor import Actor
from academy.identity.models import Person
from asye.models import Review
from asye.services.telling import tell


def tell_of_review(kind: NoticeKind, review: Review, *, to: Iterable[Person], by: Actor, at: datetime) -> None:
    """Which of the year's reviews it is stands in each notice, and nothing of what was written."""
    tell(kind, review, to=to, which=review.milestone.title.lower(), by=by, at=at)
