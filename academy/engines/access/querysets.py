"""Filters by grants and bars, for every `visible_to`."""

from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from academy.engines.access.models import Bar, Grant
from academy.engines.access.models.dated_line import DatedLine
from academy.identity.actor import Actor


def granted(actor: Actor, model: type[Model], *purposes: str) -> Exists:
    """A condition: the actor holds a grant on this row on her day, for one of these purposes (any if none is named).

    While she lacks the second factor her roles need, she holds none.
    """
    lines = _lines(Grant, actor, model, purposes=purposes)
    return Exists(lines.none() if actor.lacks_second_factor else lines)


def barred(actor: Actor, model: type[Model]) -> Exists:
    """A condition: the actor is barred from this row on her day."""
    return Exists(_lines(Bar, actor, model))


def holds_grant(actor: Actor, thing: Model, *purposes: str) -> bool:
    """The same for one thing: may she see it by a grant, and is she not barred?"""
    one = type(thing)._default_manager.filter(pk=thing.pk)
    return one.filter(granted(actor, type(thing), *purposes)).exclude(barred(actor, type(thing))).exists()


def held_on(on: date, model: type[Model], purpose: str) -> QuerySet[Grant]:
    """Grants for this purpose on rows of a model that hold on the day, whoever holds them: for whoever stands in."""
    return Grant._default_manager.filter(_standing(on, model), purpose=purpose)


def bars_on(on: date, model: type[Model]) -> QuerySet[Bar]:
    """Bars from rows of a model that hold on the day, whoever is barred: for whom others tell of them."""
    return Bar._default_manager.filter(_standing(on, model))


def _lines(
    kind: type[DatedLine], actor: Actor, model: type[Model], *, purposes: tuple[str, ...] = ()
) -> QuerySet[DatedLine]:
    lines = kind._default_manager.filter(_standing(actor.on, model), person_id=actor.person_id, thing_id=OuterRef("pk"))
    return lines.filter(purpose__in=purposes) if purposes else lines


def _standing(on: date, model: type[Model]) -> Q:
    of_model = {"thing_type": ContentType.objects.get_for_model(model, for_concrete_model=True)}
    lasting = Q(until_on__isnull=True) | Q(until_on__gte=on)
    return lasting & Q(**of_model, from_on__lte=on, withdrawn_at__isnull=True)
