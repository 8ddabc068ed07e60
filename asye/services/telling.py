"""Telling people of a year: the same of everything that happens in one."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from academy.engines.notify.kinds import NoticeKind
from academy.engines.notify.services import notices
from academy.identity.actor import Actor
from academy.identity.models import Person
from asye.models import Enrolment
from asye.selectors.audience import kept_from


def tell(
    kind: NoticeKind, thing: Any, *, to: Iterable[Person], by: Actor, at: datetime, url: str = "", **said: str
) -> None:
    """Tell each of these people once, but not who does it, and nobody who is kept from the year. Nobody's name is in
    the notice of her own year.

    `thing` is the year or belongs to one, and its page is where the notice leads where no `url` is given. `kind` is
    filled with a `YearContext`; what its own says beside that is `said`.
    """
    enrolment = thing if isinstance(thing, Enrolment) else thing.enrolment
    make: Any = kind.context_type
    away = {pk for _, pk in kept_from([enrolment], on=by.on)}
    for person in {each.pk: each for each in to}.values():
        if person.pk == by.person_id or person.pk in away:
            continue
        whose = "" if person.pk == enrolment.person_id else enrolment.person.full_name
        context = make(who=by.label, whose=whose, url=url or thing.get_absolute_url(), **said)
        notices.send(kind=kind, to=person, context=context, by=by, at=at)
