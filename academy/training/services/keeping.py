"""What the commands about the offer share: who keeps it, one change at a time, and a code made of a name."""

from datetime import date
from typing import Any

from django.db.models import Model
from django.utils.text import slugify

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused
from academy.engines.reference.choices import Origin
from academy.engines.workflow.decisions import Decision
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.training.rules import keeping as rules

MOST_CODE = 50


def lock_kept(thing: Any, *, by: Actor) -> Organisation:
    """The organisation of a thing of the offer, locked so that one command at a time changes what it offers. Refuses
    whoever does not keep its offer."""
    if not allows("training.offer.keep", by, thing):
        raise Refused("Only the academy keeps what is offered.")
    organisation: Organisation = Organisation.objects.select_for_update(no_key=True).get(pk=thing.organisation_id)
    return organisation


def locked(row: Any, *, by: Actor) -> Any:
    """The row as it is now, for one change at a time. Refuses whoever does not keep it."""
    lock_kept(row, by=by)
    return type(row).objects.get(pk=row.pk)


def to_withdraw(row: Any, from_on: date, *, by: Actor) -> Any:
    """The row as it is now, no longer offered from that day on, to be saved; loading leaves it alone then. Refuses a
    past day, and one that is withdrawn."""
    row = locked(row, by=by)
    require(rules.can_withdraw(withdrawn_on=row.withdrawn_on, from_on=from_on, today=by.on), field="from_on")
    written(row, {"withdrawn_on": from_on, "origin": Origin.PUBLISHED})
    return row


def to_offer_again(row: Any, *, by: Actor) -> Any:
    """The row as it is now, offered again, to be saved; loading leaves it alone then. Refuses one that is offered."""
    row = locked(row, by=by)
    require(rules.can_offer_again(withdrawn_on=row.withdrawn_on))
    written(row, {"withdrawn_on": None, "origin": Origin.PUBLISHED})
    return row


def require(decision: Decision, *, field: str | None = None) -> None:
    """Refuse by what a rule says, at the answer it is about."""
    if not decision.allowed:
        raise Refused(decision.reason, field=field)


def own_code(rows: Any, name: str, *, otherwise: str) -> str:
    """A code that none of the rows has, made of the name."""
    return _unused(rows, name, otherwise=otherwise, column="code")


def own_key(rows: Any, name: str, *, otherwise: str) -> str:
    """A key that none of the rows has, made of the name."""
    return _unused(rows, name, otherwise=otherwise, column="key")


def _unused(rows: Any, name: str, *, otherwise: str, column: str) -> str:
    plain = slugify(name)[:MOST_CODE] or otherwise
    code, number = plain, 2
    while rows.filter(**{column: code}).exists():
        code, number = f"{plain}-{number}", number + 1
    return code


def written(row: Model, values: dict[str, Any]) -> tuple[str, ...]:
    """Make a row say the values; the names of the fields that changed."""
    changed = tuple(name for name, value in values.items() if getattr(row, name) != value)
    for name in changed:
        setattr(row, name, values[name])
    return tuple(name.removesuffix("_id") for name in changed)


def refuse_foreign(rows: Any, *wanted: int | None, field: str) -> None:
    """Refuse ids that are not among the rows an organisation keeps; None asks for nothing."""
    asked = set(wanted) - {None}
    if rows.filter(pk__in=asked).count() != len(asked):
        raise Refused("Choose from what this organisation keeps.", field=field)
