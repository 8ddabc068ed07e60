"""Telling people of a case: only who sees it by the table of sight, and under the name the table lets them know."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from academy.engines.access.actors import actor_of_person
from academy.engines.notify.kinds import NoticeKind
from academy.engines.notify.services import notices
from academy.engines.notify.writing import Attachment
from academy.identity.actor import Actor
from academy.identity.models import Person
from panels.models import Case
from panels.rules.visibility import Sight
from panels.selectors.called import called
from panels.selectors.sight import sees_of
from panels.selectors.wording import about


def tell(
    kind: NoticeKind,
    case: Case,
    *,
    to: Iterable[Person],
    by: Actor,
    at: datetime,
    url: str = "",
    attached: Attachment | None = None,
    **said: str,
) -> None:
    """Tell each of these people once, but not who does it, and nobody who does not see the case as it stands now.

    `kind` is filled with a `CaseContext`; what its own says beside that is `said`, and is the same for everybody. The
    case's page is where it leads where no `url` is given; `attached` goes with the mail. A few queries for each person
    told.
    """
    make: Any = kind.context_type
    for person in {each.pk: each for each in to}.values():
        if person.pk == by.person_id:
            continue
        sees = sees_of(actor_of_person(person, on=by.on), case)
        if Sight.CASE not in sees:
            continue
        whose = "" if person.pk == case.person_id else called(case, sees)
        context = make(whose=whose, what=about(case), url=url or case.get_absolute_url(), **said)
        notices.send(kind=kind, to=person, context=context, by=by, at=at, attached=attached)
