"""What is to be mended by a day: the candidate hears before it and on it, and who asked hears once it is over."""

from collections.abc import Iterator
from datetime import date

from django.db.models import BigIntegerField, Case, Exists, F, OuterRef, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast
from django.urls import reverse

from academy.engines.reminders.deadlines import HERSELF, Asked, Audience, Deadline, Found, Line, Offset, Told, declare
from academy.engines.reminders.wording import when
from academy.people.choices import RoleCode
from academy.people.models import RoleHolding
from academy.people.querysets import holds_on
from panels.choices.cases import AskedState, CaseState
from panels.choices.judging import TieState
from panels.choices.panels import Seat
from panels.models import AskedItem, Member, Tie


def _asker(on: date) -> Combinable:
    """Who asked, as long as she looks cases through there and no tie takes her out of this one."""
    person = OuterRef("asked_by_id")
    seat = Member.objects.held_on(on).filter(seat=Seat.CLERK, person_id=person, panel_id=OuterRef("case__panel_id"))
    roles = RoleHolding.objects.filter(holds_on(on), role__in=(RoleCode.PANEL_CLERK, RoleCode.ACADEMY_LEAD))
    role = roles.filter(person_id=person, organisation_id=OuterRef("case__organisation_id"))
    tied = Tie.objects.filter(case_id=OuterRef("case_id"), person_id=person, state=TieState.STEPS_BACK)
    looks = (Exists(seat) | Exists(role)) & ~Exists(tied)
    return Cast(Case(When(looks, then=F("asked_by_id")), default=None), BigIntegerField())


ASKER = Audience("who asked for it", _asker)


def _to_mend(asked: Asked) -> Iterator[Found]:
    """One row for each case: what is asked for in one has one day, and is told of as one."""
    waiting = AskedItem.objects.filter(state=AskedState.ASKED, case__state=CaseState.CHANGES_ASKED)
    first = ~Exists(waiting.filter(case_id=OuterRef("case_id"), pk__lt=OuterRef("pk")))
    rows = waiting.filter(first, due_on__range=(asked.first, asked.last))
    yield Found(rows=rows, subject="case_id", person="case__person_id", due="due_on")


def _line(told: Told) -> Line:
    """That something is to be mended, and never what."""
    verb = "is" if told.days_left >= 0 else "was"
    if told.is_own:
        words = f"What is asked for in your case {verb} to be mended by {when(told)}."
    else:
        words = f"What you asked of {told.about.full_name} {verb} to be mended by {when(told)}."
    return Line(words, reverse("panels:case", args=[told.subject_id]))


MENDING = Deadline(
    key="panels.mending",
    title="Something to mend in a case before a panel takes it",
    find=_to_mend,
    offsets=(Offset(-3), Offset(0), Offset(2, to=(HERSELF, ASKER))),
    line=_line,
)

declare(MENDING)
