"""Signals of promises not kept: which are open, which were answered, and which wait for whom."""

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.selectors.holders import holders as role_holders
from asye.choices.enrolments import Role
from asye.choices.year import Promise, SignalState
from asye.models import Enrolment, Part, Signal
from asye.querysets.enrolments import RUNNERS
from asye.selectors.audience import kept_from
from asye.selectors.signing import holders

Key = tuple[int, Promise]


def open_signals(years: Collection[int]) -> dict[Key, Signal]:
    """By year and promise, what the academy was told of and has not answered. One query."""
    found = Signal.objects.filter(enrolment_id__in=years, state=SignalState.OPEN)
    return {(each.enrolment_id, Promise(each.promise)): each for each in found}


def answered_until(years: Collection[int]) -> dict[Key, date]:
    """By year and promise, the day of the last answer. One query."""
    found = Signal.objects.filter(enrolment_id__in=years, state=SignalState.ANSWERED).order_by("answered_at", "pk")
    rows = found.values_list("enrolment_id", "promise", "answered_at")
    return {(pk, Promise(promise)): timezone.localdate(at) for pk, promise, at in rows if at is not None}


def waiting_signals(actor: Actor) -> QuerySet[Signal]:
    """Open signals that the actor answers: of years she co-ordinates, and of those she runs the programme for. Oldest
    first, one query."""
    coordinated = Part.objects.held_by(actor).filter(enrolment_id=OuterRef("enrolment_id"), role=Role.COORDINATOR)
    mine = Q(Exists(coordinated)) | Q(enrolment_id__in=Enrolment.objects.run_by(actor).order_by().values("pk"))
    seen = Signal.objects.visible_to(actor).filter(mine, state=SignalState.OPEN)
    return (
        seen.exclude(enrolment__person_id=actor.person_id).select_related("enrolment__person").order_by("told_at", "pk")
    )


def who_is_told(enrolment: Enrolment, *, on: date) -> list[Person]:
    """The co-ordinator of the year, else whoever runs the programme there, and the line manager; each once, and nobody
    who is kept from the year."""
    away = {pk for _, pk in kept_from([enrolment], on=on)}
    held = {role: person for role, person in holders(enrolment, on).items() if person.pk not in away}
    runners = (list(role_holders(code, organisation_id=enrolment.organisation_id, on=on)) for code in RUNNERS)
    told = [held[Role.COORDINATOR]] if Role.COORDINATOR in held else next((found for found in runners if found), [])
    people = dict.fromkeys([*told, *([held[Role.MANAGER]] if Role.MANAGER in held else [])])
    return [each for each in people if each.pk not in away]
