"""Cases to be judged by a day: whoever has them hears before it, on it and after it, then who chairs hears too.

No line names the case: who may know whose it is, and who reads a digest, is not the same.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.urls import reverse

from academy.engines.reminders.deadlines import (
    HERSELF,
    Asked,
    Audience,
    Deadline,
    Found,
    Line,
    Offset,
    Told,
    declare,
)
from academy.engines.reminders.wording import when
from academy.people.choices import RoleCode
from academy.people.models import RoleHolding
from academy.people.querysets import holds_on
from academy.people.selectors.whereabouts import reaches_on
from panels.choices.judging import TO_DO, TieState
from panels.choices.panels import MemberSort, Seat
from panels.models import Assignment, Member, Tie
from panels.selectors.judging_waiting import OPEN


def _chair(on: date) -> Combinable:
    """Who chairs the panel of the case and is not out of it; else the first academy lead there."""
    chairs = Member.objects.held_on(on).filter(seat=Seat.CHAIR, panel_id=OuterRef("case__panel_id"))
    leads = RoleHolding.objects.filter(
        holds_on(on), role=RoleCode.ACADEMY_LEAD, organisation_id=OuterRef("case__organisation_id"), service=None
    )
    return Coalesce(_first(chairs.exclude(sort=MemberSort.GUEST)), _first(leads))


def _first(held: QuerySet[Any]) -> Subquery:
    """The id of the first of them who is neither the candidate nor out of the case of the row."""
    tied = Tie.objects.filter(
        case_id=OuterRef(OuterRef("case_id")), person_id=OuterRef("person_id"), state=TieState.STEPS_BACK
    )
    free = held.exclude(person_id=OuterRef("case__person_id")).filter(~Exists(tied))
    return Subquery(free.order_by("pk").values("person_id")[:1])


CHAIR = Audience("who chairs the panel", _chair)


def _to_judge(asked: Asked) -> Iterator[Found]:
    there = reaches_on(asked.on, person="person_id", organisation="case__organisation_id")
    waiting = Assignment.objects.filter(OPEN, there, state__in=TO_DO, due_on__range=(asked.first, asked.last))
    yield Found(rows=waiting, person="person_id", due="due_on")


def _line(told: Told) -> Line:
    verb = "is" if told.days_left >= 0 else "was"
    if told.is_own:
        words = f"A case you were given to judge {verb} to be handed in by {when(told)}."
    else:
        words = f"What {told.about.full_name} was given to judge {verb} to be handed in by {when(told)}."
    return Line(words, reverse("panels:judge", args=[told.subject_id]))


JUDGING = Deadline(
    key="panels.judging",
    title="A case to judge for a panel",
    find=_to_judge,
    offsets=(Offset(-7), Offset(-2), Offset(0), Offset(1), Offset(3, to=(HERSELF, CHAIR))),
    line=_line,
)

declare(JUDGING)
