"""Supervision as the two who meet see it, and for others by days alone."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max, Q

from academy.development.choices.supervisions import SessionState
from academy.development.models import Supervision, SupervisionAgreement
from academy.development.querysets.supervisions import SupervisionQuerySet
from academy.development.rules.supervisions import Rhythm, next_day, rhythm_of
from academy.identity.actor import Actor
from academy.people.models import Absence
from academy.people.querysets import DatedQuerySet
from academy.people.rules.spans import Span
from academy.ui.states import Shape, State

HELD = Q(sessions__state__in=[SessionState.HELD, SessionState.SIGNED])
# So long back a session can be named as where something was agreed.
LOOKED_BACK = timedelta(days=366)


@dataclass(frozen=True)
class Kept:
    """One agreement, how its rhythm is kept, and the session that is planned next."""

    agreement: SupervisionAgreement
    rhythm: Rhythm
    planned: Supervision | None
    on: date
    suggested_on: date

    @property
    def is_late(self) -> bool:
        return self.agreement.until_on is None and self.agreement.agreed_at is not None and self.rhythm.is_late(self.on)

    @property
    def state(self) -> State:
        if self.agreement.until_on is not None:
            return State("Ended", Shape.NOT_YET)
        if self.agreement.agreed_at is None:
            return State("Not agreed yet", Shape.NOT_YET)
        if self.is_late:
            return State("Behind its rhythm", Shape.LATE)
        return State("Planned", Shape.DOING) if self.planned else State("In rhythm", Shape.MET)


@dataclass(frozen=True)
class SupervisionDay:
    """A session by its day alone, for what was agreed in it to point there."""

    pk: int
    on: date
    strand: str
    supervisor: str


def agreements_of(actor: Actor) -> DatedQuerySet:
    """The agreements under which the actor is supervised that have not ended, by strand."""
    return SupervisionAgreement.objects.unended().filter(person_id=actor.person_id).order_by("-strand", "pk")


def agreements_with(actor: Actor) -> DatedQuerySet:
    """The agreements under which the actor supervises that have not ended, by name."""
    held = SupervisionAgreement.objects.visible_to(actor).unended().filter(supervisor_id=actor.person_id)
    return held.order_by("person__family_name", "person__given_name", "pk")


def kept(agreements: DatedQuerySet, *, on: date) -> list[Kept]:
    """How the rhythm of each is kept, in their order; three queries."""
    rows = list(
        agreements.select_related("person", "supervisor", "organisation").annotate(
            last_on=Max("sessions__held_on", filter=HELD)
        )
    )
    away = _away({pk for row in rows for pk in (row.person_id, row.supervisor_id)})
    waiting = Supervision.objects.filter(agreement__in=[row.pk for row in rows], state=SessionState.PLANNED)
    planned = {session.agreement_id: session for session in waiting.order_by("-planned_on")}
    return [_kept(row, [*away[row.person_id], *away[row.supervisor_id]], planned.get(row.pk), on=on) for row in rows]


def sessions_of(agreement: SupervisionAgreement) -> Sequence[Supervision]:
    """The sessions of an agreement, newest first; who may see only the agreement is shown days and states of them."""
    return list(agreement.sessions.order_by("-planned_on", "-pk"))


def supervision_days(person_id: int, *, on: date) -> list[SupervisionDay]:
    """The sessions of the last year that were held with somebody, newest first: days, never notes. One query."""
    held = Supervision.objects.held().filter(person_id=person_id)
    return _days(held.filter(held_on__gte=on - LOOKED_BACK, held_on__lte=on))


def signed_days(person_id: int, *, on: date) -> list[SupervisionDay]:
    """The sessions of the last year that both signed, newest first: days, never notes. One query."""
    signed = Supervision.objects.filter(person_id=person_id, state=SessionState.SIGNED)
    return _days(signed.filter(held_on__gte=on - LOOKED_BACK, held_on__lte=on))


def days_met(person_ids: Collection[int], *, since: date, on: date) -> dict[int, list[tuple[date, int]]]:
    """By person, the days since a day on which she was supervised, each with the id of who supervised her: never notes.
    One query, for whoever keeps a programme that promises supervision."""
    held = Supervision.objects.held().filter(person_id__in=person_ids, held_on__gte=since, held_on__lte=on)
    found: dict[int, list[tuple[date, int]]] = defaultdict(list)
    for person_id, supervisor_id, day in held.order_by("held_on", "pk").values_list(
        "person_id", "supervisor_id", "held_on"
    ):
        if day is not None:
            found[person_id].append((day, supervisor_id))
    return dict(found)


def _days(rows: SupervisionQuerySet) -> list[SupervisionDay]:
    return [
        SupervisionDay(row.pk, row.held_on or row.planned_on, row.get_strand_display(), row.supervisor.full_name)
        for row in rows.select_related("supervisor").order_by("-held_on", "-pk")
    ]


def _kept(row: SupervisionAgreement, away: Iterable[Span], planned: Supervision | None, *, on: date) -> Kept:
    spans, last_on = list(away), getattr(row, "last_on")
    rhythm = rhythm_of(from_on=row.from_on, every_weeks=row.every_weeks, last_on=last_on, away=spans, on=on)
    return Kept(row, rhythm, planned, on, next_day(rhythm, away=spans, on=on))


def _away(people: Collection[int]) -> dict[int, list[Span]]:
    spans: dict[int, list[Span]] = defaultdict(list)
    rows = Absence.objects.filter(person_id__in=people).order_by("from_on", "pk")
    for person_id, from_on, until_on in rows.values_list("person_id", "from_on", "until_on"):
        spans[person_id].append(Span(from_on, until_on))
    return spans
