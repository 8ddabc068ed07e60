"""The year's plan of moderation: its actions, how each stands, and who may see to one."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.models import RoleHolding
from academy.people.querysets import holds_on
from panels.models import Action, Member
from panels.rules.themes import PlannedAction, YearPlan, year_plan
from pathways.choices import SittingPurpose


@dataclass(frozen=True)
class ActionRow:
    """An action and whether it is late on the day."""

    action: Action
    is_late: bool


@dataclass(frozen=True)
class PlanOfYear:
    """The actions of a year, the late first, then by their last day; and how many are closed, in a sentence."""

    year: int
    rows: tuple[ActionRow, ...]
    says: str


def plan_of(actor: Actor, year: int) -> PlanOfYear:
    """The year's plan where the actor acts. One query."""
    actions = actions_of(actor.organisation_id, year)
    rows = [ActionRow(each, as_planned(each).is_late(actor.on)) for each in actions]
    rows.sort(key=lambda row: (not row.is_late, row.action.due_on, row.action.pk))
    return PlanOfYear(year, tuple(rows), standing_of(actions, on=actor.on).says)


def years_planned(organisation_id: int | None, *, on: date) -> list[int]:
    """The years that have a plan there, and this one and the next, the last first. One query."""
    planned = Action.objects.filter(organisation_id=organisation_id).order_by().values_list("year", flat=True)
    return sorted({*planned, on.year, on.year + 1}, reverse=True)


def actions_of(organisation_id: int | None, year: int) -> list[Action]:
    """The actions of a year there, with theme and owner. One query."""
    rows = Action.objects.filter(organisation_id=organisation_id, year=year).select_related("theme", "owner")
    return list(rows.order_by("due_on", "pk"))


def standing_of(actions: list[Action], *, on: date) -> YearPlan:
    """The same as a report tells it, in groups and without the name of whoever sees to each."""
    return year_plan(map(as_planned, actions), on=on)


def as_planned(action: Action) -> PlannedAction:
    """An action as the rules read it, without a name."""
    return PlannedAction(
        words=action.words,
        owner="",
        due_on=action.due_on,
        theme=action.theme.code if action.theme is not None else "",
        progress=action.progress,
        state=action.standing,
        ended_on=timezone.localdate(action.ended_at) if action.ended_at else None,
        ended_words=action.ended_words,
    )


def owners_for(organisation_id: int | None, *, on: date) -> list[Person]:
    """Who may be asked to see to an action: whoever has a role there, or a seat on a panel that moderates, by name. One
    query."""
    roles = RoleHolding.objects.filter(holds_on(on), organisation_id=organisation_id)
    seats = Member.objects.held_on(on).filter(
        panel__organisation_id=organisation_id, panel__purpose=SittingPurpose.MODERATION
    )
    found = Person.objects.filter(
        Q(pk__in=roles.order_by().values("person_id")) | Q(pk__in=seats.order_by().values("person_id"))
    )
    return list(found.order_by("family_name", "given_name", "pk"))


def to_see_to(actor: Actor, *, until: date) -> QuerySet[Action]:
    """Open actions the actor sees to that are due by a day, the next first. One query."""
    hers = Action.objects.in_hand().filter(owner_id=actor.person_id, organisation_id__in=actor.reaches)
    found: QuerySet[Action] = hers.filter(due_on__lte=until).order_by("due_on", "pk")
    return found
