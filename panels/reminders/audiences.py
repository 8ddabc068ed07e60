"""Who hears of a case beside its candidate. Of rows that have `case_id`; nobody who is out of the case hears of it."""

from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from academy.engines.reminders.deadlines import ABOUT, Audience
from academy.people.choices import RoleCode
from academy.people.models import RoleHolding
from academy.people.querysets import holds_on
from academy.people.selectors.line_management import line_manager_of
from panels.choices.judging import TieState
from panels.choices.panels import MemberSort, Seat
from panels.models import Member, Tie


def leads_there() -> Any:
    """Academy leads of the whole organisation of the row's case, on a day that is still to be named."""
    return RoleHolding.objects.filter(
        role=RoleCode.ACADEMY_LEAD, organisation_id=OuterRef("case__organisation_id"), service=None
    )


def first_free(held: QuerySet[Any]) -> Subquery:
    """The id of the first of them who is neither the candidate nor out of the case of the row."""
    tied = Tie.objects.filter(
        case_id=OuterRef(OuterRef("case_id")), person_id=OuterRef("person_id"), state=TieState.STEPS_BACK
    )
    free = held.exclude(person_id=OuterRef("case__person_id")).filter(~Exists(tied))
    return Subquery(free.order_by("pk").values("person_id")[:1])


def _lead(on: date) -> Combinable:
    return first_free(leads_there().filter(holds_on(on)))


def _chair(on: date) -> Combinable:
    """Who chairs the panel of the case and is not out of it; else the first academy lead there."""
    chairs = Member.objects.held_on(on).filter(seat=Seat.CHAIR, panel_id=OuterRef("case__panel_id"))
    leads = leads_there().filter(holds_on(on))
    return Coalesce(first_free(chairs.exclude(sort=MemberSort.GUEST)), first_free(leads))


CHAIR = Audience("who chairs the panel", _chair)
LEAD = Audience("the academy lead", _lead)
GIVER = Audience("who gives it", lambda on: F("person_id"))
OWNER = Audience("who sees to it", lambda on: F("owner_id"))
MANAGER = Audience("her line manager", lambda on: line_manager_of(on, person=ABOUT))
