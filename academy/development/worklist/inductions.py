"""What waits for somebody in inductions: her own, her people's, and for the academy those that are overdue."""

from datetime import date

from django.urls import reverse

from academy.development.selectors.induction_overview import overview_of
from academy.development.selectors.inductions import Standing, inductions_managed, inductions_of, standings
from academy.engines.access.permissions import allows
from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor


def _own(actor: Actor, on: date) -> list[Item]:
    return [
        _own_item(row) for row in standings(inductions_of(actor).unsigned(), on=on) if not row.induction.own_signed_at
    ]


def _own_item(row: Standing) -> Item:
    url = row.induction.get_absolute_url()
    if row.is_settled:
        return Item(
            what="Sign your induction", why="Everything is settled.", url=url, action="Sign it", due_on=row.due.on
        )
    why = f"{row.says}. Tick what you have learnt; your manager confirms it."
    return Item(what="Go on with your induction", why=why, url=url, action="See it", due_on=row.due.on)


def _managed(actor: Actor, on: date) -> list[Item]:
    """What waits for the manager: things to confirm, a signature, and inductions whose day has passed."""
    if not actor.manages:
        return []
    return [item for row in standings(inductions_managed(actor), on=on) if (item := _managed_item(row)) is not None]


def _managed_item(row: Standing) -> Item | None:
    induction = row.induction
    whose, url = f"{induction.person.full_name}’s induction", induction.get_absolute_url()
    if row.waiting:
        things = "1 thing" if row.waiting == 1 else f"{row.waiting} things"
        confirm = reverse("development:induction-confirm", args=[induction.pk])
        return Item(
            what=f"Confirm {things} of {whose}", why=f"{row.says}.", url=confirm, action="Confirm", due_on=row.due.on
        )
    if row.is_settled and induction.manager_signed_at is None:
        return Item(what=f"Sign {whose}", why="Everything is settled.", url=url, action="Sign it", due_on=row.due.on)
    if row.is_overdue:
        return Item(what=f"See {whose} through", why=f"{row.says}.", url=url, action="See it", due_on=row.due.on)
    return None


def _academy(actor: Actor, on: date) -> list[Item]:
    if not allows("development.induction.overview", actor):
        return []
    overdue = overview_of(actor).overdue
    if not overdue:
        return []
    inductions = "1 induction is" if len(overdue) == 1 else f"{len(overdue)} inductions are"
    return [
        Item(
            what=f"{inductions} overdue",
            why="The person and the line manager are reminded, too.",
            url=f"{reverse('development:induction-overview')}?show=overdue",
            action="See them",
            due_on=min(row.due.on for row in overdue),
        )
    ]


declare(Provider("development.induction", _own))
declare(Provider("development.induction_managed", _managed))
declare(Provider("development.induction_overdue", _academy))
