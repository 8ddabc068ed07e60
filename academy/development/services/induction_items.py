"""The items of an induction: she ticks, her manager confirms, and earlier learning counts where it is accepted."""

from collections.abc import Collection, Iterable
from datetime import datetime

from academy.development.choices.inductions import EarlierState, InductionState
from academy.development.models import Induction, InductionItem, InductionTick
from academy.development.selectors.inductions import rows_of
from academy.development.services.inductions import change, for_the_absent, worded
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor


@command("development.induction.tick")
def tick(*, induction: Induction, items: Collection[int], by: Actor, at: datetime) -> Induction:
    """Tick the items of these ids and no others, among those that are not settled. A tick keeps its day."""
    induction = _open(induction, "development.induction.tick", by=by)
    rows = [row for row in _ticks(induction) if row.manager_on is None and row.earlier != EarlierState.ACCEPTED]
    for row in rows:
        row.own_on = (row.own_on or by.on) if row.item_id in items else None
    return _kept(induction, rows, changed=("own_on",), at=at)


@for_the_absent
@command("development.induction.confirm")
def confirm(*, induction: Induction, items: Collection[int], by: Actor, at: datetime) -> Induction:
    """Confirm the items of these ids and no others, among those she has ticked. A confirmation keeps its day and name.

    A change in an induction that one of the two has signed takes the signature away.
    """
    rows = [row for row in _ticks(induction) if row.own_on is not None]
    moved = [row for row in rows if (row.manager_on is not None) is not (row.item_id in items)]
    if moved and induction.state == InductionState.SIGNING:
        induction = change(induction=induction, by=by, at=at)
    induction = _open(induction, "development.induction.confirm", by=by)
    for row in moved:
        is_confirmed = row.item_id in items
        row.manager_on = by.on if is_confirmed else None
        row.manager_by_id = by.person_id if is_confirmed else None
    return _kept(induction, moved, changed=("manager_on", "manager_by"), at=at)


@command("development.induction.offer_earlier")
def offer_earlier(*, induction: Induction, item: InductionItem, words: str, by: Actor, at: datetime) -> Induction:
    """Offer what she learnt before she joined in place of an item, in words (S2-93). Refuses a settled item."""
    induction = _open(induction, "development.induction.tick", by=by)
    words = worded(words, asks="Write what you learnt, where and when.", field="words")
    row = next((row for row in _ticks(induction) if row.item_id == item.pk), None)
    if row is None or row.manager_on is not None or row.earlier == EarlierState.ACCEPTED:
        raise Refused("This is settled already. There is nothing to offer for it.")
    row.earlier, row.earlier_words, row.earlier_by, row.earlier_at = EarlierState.OFFERED, words, None, None
    return _kept(induction, [row], changed=("earlier", "earlier_words", "earlier_by", "earlier_at"), at=at)


@for_the_absent
@command("development.induction.judge_earlier")
def judge_earlier(
    *, induction: Induction, item: InductionItem, is_accepted: bool, by: Actor, at: datetime
) -> Induction:
    """Accept earlier learning in place of an item, or not; who did it and when stays with it (S2-93)."""
    induction = _open(induction, "development.induction.judge", by=by)
    row = InductionTick.objects.filter(induction=induction, item=item, earlier=EarlierState.OFFERED).first()
    if row is None:
        raise Refused("Nothing waits for an answer here. Open the page again to see how it stands.")
    row.earlier = EarlierState.ACCEPTED if is_accepted else EarlierState.DECLINED
    row.earlier_by_id, row.earlier_at = by.person_id, at
    return _kept(induction, [row], changed=("earlier", "earlier_by", "earlier_at"), at=at)


def _open(induction: Induction, permission: str, *, by: Actor) -> Induction:
    """The induction as it is stored, locked. Refuses who may not, and one that is signed or ended."""
    if not allows(permission, by, induction):
        raise Refused("This is for somebody else to do. If it should be you, ask your academy lead.")
    stored = Induction.objects.select_for_update().get(pk=induction.pk)
    if stored.state == InductionState.SIGNING:
        raise Refused("One of you has signed. Open it again to change something; then both sign again.")
    if stored.state != InductionState.OPEN:
        raise Refused("This induction is over. It stays as it is.")
    return stored


def _ticks(induction: Induction) -> list[InductionTick]:
    """The stand of every item that is asked, new ones not saved yet."""
    return [row.tick or InductionTick(induction=induction, item=row.item) for row in rows_of(induction)]


def _kept(induction: Induction, rows: Iterable[InductionTick], *, changed: tuple[str, ...], at: datetime) -> Induction:
    """Save the rows that say something, and record the act with the induction."""
    for row in rows:
        if row.pk:
            row.save(update_fields=changed)
        elif row.own_on is not None or row.earlier != EarlierState.NONE:
            row.save()
    induction.changed_at = at
    induction.save(update_fields=["changed_at"])
    record(induction, changed=("changed_at",), about=induction.person_id, organisation=induction.organisation_id)
    return induction
