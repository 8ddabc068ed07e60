"""How inductions stand: the day each is due, what is settled, and the items of one as both see them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from django.db.models import Count, Q, QuerySet

from academy.development.choices.inductions import EarlierState, ItemKind
from academy.development.models import Induction, InductionItem, InductionTick
from academy.development.querysets.inductions import InductionQuerySet
from academy.development.rules.inductions import SOON, Due, Tick, moved
from academy.identity.actor import Actor
from academy.people.models import Absence
from academy.people.rules.spans import Span
from academy.ui.states import Shape, State

SETTLED = Q(ticks__manager_on__isnull=False) | Q(ticks__earlier=EarlierState.ACCEPTED)


@dataclass(frozen=True)
class ItemRow:
    """One item of an induction and how it stands with both."""

    item: InductionItem
    tick: InductionTick | None

    @property
    def is_settled(self) -> bool:
        tick = self.tick
        return tick is not None and Tick(manager_on=tick.manager_on, earlier=tick.earlier).is_settled

    @property
    def is_ticked(self) -> bool:
        return self.tick is not None and self.tick.own_on is not None

    @property
    def is_offered(self) -> bool:
        return self.tick is not None and self.tick.earlier == EarlierState.OFFERED

    @property
    def state(self) -> State:
        """How it stands, in a word and a shape."""
        if self.is_settled and self.tick:
            return State("Confirmed" if self.tick.manager_on else "Learnt before", Shape.MET)
        if self.is_offered:
            return State("Learnt before, to be judged", Shape.DOING)
        return State("Ticked", Shape.DOING) if self.is_ticked else State("Not yet", Shape.NOT_YET)


@dataclass(frozen=True)
class KindRows:
    """The items of one kind, in the order of their weeks."""

    kind: ItemKind
    rows: Sequence[ItemRow]


@dataclass(frozen=True)
class Standing:
    """One induction of a list: the day it is due and how much of it is settled."""

    induction: Induction
    due: Due
    on: date
    items: int = field(default=0)
    settled: int = field(default=0)
    waiting: int = field(default=0)

    @property
    def is_overdue(self) -> bool:
        return not self.induction.closed_at and self.due.on < self.on

    @property
    def is_soon(self) -> bool:
        return not self.induction.closed_at and self.on <= self.due.on <= self.on + SOON

    @property
    def state(self) -> State:
        """The word for it: overdue, due soon, or as it stands."""
        if self.is_overdue:
            return State("Overdue", Shape.LATE)
        return State("Due soon", Shape.AGEING) if self.is_soon else self.induction.standing.state

    @property
    def is_settled(self) -> bool:
        """Is everything settled, so that both can sign?"""
        return self.settled == self.items

    @property
    def says(self) -> str:
        """How far it has come, in words."""
        return f"{self.settled} of {self.items} settled"


def due_of(inductions: Iterable[Induction], *, on: date) -> dict[int, Due]:
    """The day each of these inductions is due, moved by time away; of signed ones the day that was kept. One query.

    They come with their programmes.
    """
    rows = list(inductions)
    away: dict[int, list[Span]] = defaultdict(list)
    people = {row.person_id for row in rows if row.kept_due_on is None}
    for person_id, from_on, until_on in Absence.objects.filter(person_id__in=people).values_list(
        "person_id", "from_on", "until_on"
    ):
        away[person_id].append(Span(from_on, until_on))
    return {row.pk: _due(row, away[row.person_id], on) for row in rows}


def standings(inductions: QuerySet[Induction], *, on: date) -> list[Standing]:
    """These inductions with their standing, in their order; three queries."""
    rows = list(inductions.select_related("person", "organisation", "programme"))
    due, ids = due_of(rows, on=on), [row.pk for row in rows]
    items = dict(
        InductionItem.objects.filter(programme__in={row.programme_id for row in rows}, withdrawn_on=None)
        .values_list("programme")
        .annotate(number=Count("pk"))
        .order_by()
    )
    counted = {pk: (touched, settled, waiting) for pk, touched, settled, waiting in _counts(ids)}
    return [
        Standing(
            row,
            due[row.pk],
            on,
            items=items.get(row.programme_id, 0) + counted[row.pk][0],
            settled=counted[row.pk][1],
            waiting=counted[row.pk][2],
        )
        for row in rows
    ]


def rows_of(induction: Induction) -> list[ItemRow]:
    """What is asked, and what was ticked although it is asked no more, in order; two queries."""
    ticks = {row.item_id: row for row in induction.ticks.select_related("manager_by", "earlier_by")}
    touched = [pk for pk, row in ticks.items() if _is_touched(row)]
    items = InductionItem.objects.filter(programme=induction.programme_id)
    asked = items.filter(Q(withdrawn_on=None) | Q(pk__in=touched)).order_by("order", "pk")
    return [ItemRow(item, ticks.get(item.pk)) for item in asked]


def by_kind(rows: Sequence[ItemRow]) -> list[KindRows]:
    """The rows by kind in the order know, understand, do; in each by week, those without one last."""
    kinds = list(ItemKind)

    def place(row: ItemRow) -> tuple[int, int, int]:
        return (kinds.index(ItemKind(row.item.kind)), row.item.week or 999, row.item.order)

    ordered = sorted(rows, key=place)
    return [KindRows(kind, list(held)) for kind, held in groupby(ordered, key=lambda row: ItemKind(row.item.kind))]


def unsettled_of(induction: Induction) -> int:
    """How many items are not settled yet; two queries."""
    return sum(not row.is_settled for row in rows_of(induction))


def inductions_of(actor: Actor) -> InductionQuerySet:
    """One's own inductions, newest first."""
    return Induction.objects.filter(person_id=actor.person_id).order_by("-joined_on", "-pk")


def inductions_managed(actor: Actor) -> InductionQuerySet:
    """The inductions going on of the people one manages, by the day they are due."""
    held = Induction.objects.visible_to(actor).unsigned().filter(person_id__in=actor.manages)
    return held.order_by("due_on", "pk")


def _due(row: Induction, away: Collection[Span], on: date) -> Due:
    if row.kept_due_on is not None:
        return Due(row.kept_due_on, (row.kept_due_on - row.due_on).days)
    return moved(row.due_on, joined_on=row.joined_on, away=away, over_days=row.programme.absence_over_days, on=on)


def _is_touched(row: InductionTick) -> bool:
    return row.own_on is not None or row.earlier != EarlierState.NONE


def _counts(ids: list[int]) -> Iterable[tuple[int, int, int, int]]:
    """For each induction: withdrawn items it has touched, settled ones, and those that wait for the manager."""
    touched = Q(ticks__own_on__isnull=False) | ~Q(ticks__earlier=EarlierState.NONE)
    ticked = Q(ticks__own_on__isnull=False, ticks__manager_on=None) & ~Q(ticks__earlier=EarlierState.ACCEPTED)
    counted = (
        Induction.objects.filter(pk__in=ids)
        .order_by()
        .annotate(
            touched=Count("ticks", filter=Q(ticks__item__withdrawn_on__isnull=False) & touched),
            settled=Count("ticks", filter=SETTLED),
            waiting=Count("ticks", filter=ticked | Q(ticks__earlier=EarlierState.OFFERED)),
        )
    )
    return counted.values_list("pk", "touched", "settled", "waiting")


def induction_read_by(actor: Actor, person_id: int) -> Induction | None:
    """Somebody's latest induction as far as the actor may open it; None otherwise. One query."""
    seen = Induction.objects.visible_to(actor).filter(person_id=person_id)
    found: Induction | None = seen.order_by("-joined_on", "-pk").first()
    return found
