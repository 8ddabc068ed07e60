"""Once a week whoever chairs, clerks or leads hears how many cases wait too long, and for whom they wait.

The line counts what she may see and names no case: the page it leads to does. Whoever is out of the only one that waits
hears nothing.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from academy.engines.access.actors import actor_of_person
from academy.engines.reminders.deadlines import Asked, Deadline, Found, Line, Offset, Told, declare
from academy.people.choices import RoleCode
from academy.people.models import RoleHolding
from academy.people.querysets import holds_on
from academy.people.selectors.whereabouts import reaches_on
from academy.ui.wording import counted, in_a_row, within
from panels.choices.cases import CaseKind
from panels.choices.judging import TieState
from panels.choices.panels import MemberSort, Seat
from panels.models import Member, Tie
from panels.selectors.stuck import counts_of, stuck_on

# The roles that run every panel of an organisation; a co-ordinator runs those of ASYEs alone.
ROLES = (RoleCode.ACADEMY_LEAD, RoleCode.PANEL_CLERK)
MOVED_ON = "What waited too long before a panel has moved on."


def _monday(on: date) -> date:
    return on - timedelta(days=on.weekday())


def _sit_still(asked: Asked) -> Iterator[Found]:
    """Once for each person and organisation in a week, from Monday on: as soon as something waits too long."""
    due, free = _monday(asked.on), _free(stuck_on(asked.on))
    there = reaches_on(asked.on, person="person_id", organisation="panel__organisation_id")
    seats = Member.objects.held_on(asked.on).filter(there, seat__in=[Seat.CHAIR, Seat.CLERK])
    theirs = Exists(free.filter(panel_id=OuterRef("panel_id")))
    yield Found(rows=seats.exclude(sort=MemberSort.GUEST).filter(theirs), subject="panel__organisation_id", due=due)
    here = free.filter(organisation_id=OuterRef("organisation_id"))
    all_of_it = RoleHolding.objects.filter(holds_on(asked.on), service=None, team=None)
    of_asyes = Q(role=RoleCode.ASYE_COORDINATOR) & Exists(here.filter(kind=CaseKind.MODERATION))
    yield Found(rows=all_of_it.filter(Q(role__in=ROLES) & Exists(here) | of_asyes), subject="organisation_id", due=due)


def _free(cases: QuerySet[Any]) -> QuerySet[Any]:
    """Those that the person of the outer row is neither the candidate of nor out of."""
    tied = Tie.objects.filter(
        case_id=OuterRef("pk"), person_id=OuterRef(OuterRef("person_id")), state=TieState.STEPS_BACK
    )
    return cases.exclude(person_id=OuterRef("person_id")).filter(~Exists(tied)).order_by()


def _line(told: Told) -> Line:
    """Her own counts, as she may see them on the day; five queries or so."""
    held = counts_of(actor_of_person(told.about, on=told.on, organisation_id=told.subject_id), told.subject_id)
    number = sum(count for _, count in held)
    waits = "waits" if number == 1 else "wait"
    by_holder = in_a_row(f"{count} for {within(who)}" for who, count in held)
    words = f"{counted(number, 'case')} before a panel {waits} longer than its rules allow: {by_holder}."
    return Line(words if held else MOVED_ON, reverse("panels:stuck"))


STUCK = Deadline(
    key="panels.stuck",
    title="Once a week: cases that wait too long where I chair, clerk or lead",
    find=_sit_still,
    offsets=(Offset(0),),
    line=_line,
    is_optional=True,
)

declare(STUCK)
