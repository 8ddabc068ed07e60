"""The last day of an action of the year's plan, for whoever sees to it; late, for the academy lead too."""

from collections.abc import Iterator
from datetime import date

from django.db.models import OuterRef, Subquery
from django.db.models.expressions import Combinable
from django.urls import reverse

from academy.engines.reminders.deadlines import HERSELF, Asked, Audience, Deadline, Found, Line, Offset, Told, declare
from academy.engines.reminders.wording import when
from academy.people.choices import RoleCode
from academy.people.models import RoleHolding
from academy.people.querysets import holds_on
from panels.models import Action


def _lead(on: date) -> Combinable:
    """The first academy lead of the whole organisation the plan is of."""
    leads = RoleHolding.objects.filter(holds_on(on), role=RoleCode.ACADEMY_LEAD, service=None)
    leads = leads.filter(organisation_id=OuterRef("organisation_id"))
    return Subquery(leads.order_by("pk").values("person_id")[:1])


def _due(asked: Asked) -> Iterator[Found]:
    rows = Action.objects.in_hand().filter(due_on__range=(asked.first, asked.last))
    yield Found(rows=rows, person="owner_id", due="due_on")


def _line(told: Told) -> Line:
    whose = "you see to" if told.is_own else f"{told.about.full_name} sees to"
    verb = "is" if told.days_left >= 0 else "was"
    words = f"An action of the year’s plan of moderation that {whose} {verb} due by {when(told)}."
    return Line(words, reverse("panels:action", args=[told.subject_id]))


LEAD = Audience("the academy lead", _lead)
ACTION_DUE = Deadline(
    key="panels.action",
    title="An action of the year’s plan of moderation",
    find=_due,
    offsets=(Offset(-28), Offset(-7), Offset(0), Offset(7, to=(HERSELF, LEAD))),
    line=_line,
)

declare(ACTION_DUE)
