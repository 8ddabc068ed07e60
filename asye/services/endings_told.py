"""Telling people what became of a year."""

from collections.abc import Iterable
from datetime import datetime

from academy.engines.notify.kinds import NoticeKind
from academy.engines.notify.services import notices
from academy.identity.actor import Actor
from academy.identity.models import Person
from asye.models import Enrolment
from asye.notices.ending import EndingContext


def tell(kind: NoticeKind, enrolment: Enrolment, *, to: Iterable[Person], url: str, by: Actor, at: datetime) -> None:
    """Tell each of these people once; whoever does it knows it already. Nobody's name is in her own notice."""
    for person in {each.pk: each for each in to}.values():
        if person.pk == by.person_id:
            continue
        whose = "" if person.pk == enrolment.person_id else enrolment.person.full_name
        context = EndingContext(who=by.label, whose=whose, url=url)
        notices.send(kind=kind, to=person, context=context, by=by, at=at)
