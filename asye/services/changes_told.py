"""Telling those who have a part in a year what becomes of a change of its dates."""

from datetime import date, datetime

from academy.engines.notify.kinds import NoticeKind
from academy.engines.notify.services import notices
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from asye.models import Change
from asye.notices.changes import ChangeContext
from asye.selectors.signing import holders


def tell(kind: NoticeKind, change: Change, *, end_on: date, by: Actor, at: datetime) -> None:
    """Everybody with a part in the year, her among them, once; whoever does it knows it already."""
    enrolment = change.enrolment
    for person in {each.pk: each for each in holders(enrolment, by.on).values()}.values():
        if person.pk == by.person_id:
            continue
        whose = "" if person.pk == enrolment.person_id else enrolment.person.full_name
        context = ChangeContext(who=by.label, whose=whose, end=in_words(end_on), url=change.get_absolute_url())
        notices.send(kind=kind, to=person, context=context, by=by, at=at)
