"""Looking a submission through: asked to mend named items, mended, settled, and accepted to the sitting."""

from collections.abc import Collection, Sequence
from datetime import datetime

from academy.engines.audit.commands import Refused, command
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.rules.spans import in_words
from academy.people.services.judging import require
from asye.services.refusing import require_faultless
from panels.choices.cases import AskedState, CaseState
from panels.models import AskedItem, Case
from panels.notices import checking as told
from panels.rules.checking import (
    Ask,
    can_accept,
    can_answer,
    can_ask,
    can_hand_back,
    can_settle,
    comes_back_to,
    faults_of,
)
from panels.rules.days import changes_by
from panels.selectors.audience import clerks_of
from panels.selectors.checks import as_asked, checks_of
from panels.selectors.policies import rules_of
from panels.selectors.portfolios import portfolio_of
from panels.services.appointing import make_eligible
from panels.services.locking import locked
from panels.services.telling import tell
from panels.services.ties import note_from_record
from panels.workflow.cases import ASKED, CASE
from portfolios.selectors.snapshots import latest_snapshot

CHECK, HAND_IN = "panels.case.check", "panels.case.hand_in"
NOT_OF_AN_ASYE = "Completeness of an ASYE is looked at as it is moderated. Ask the assessor there."


@command("panels.case.ask_for_changes")
def ask(*, case: Case, asks: Sequence[Ask], by: Actor, at: datetime) -> Case:
    """Ask the candidate to mend items of the policy's list, each with a reason; she is told, and has the policy's days.
    An item she said was mended and that is asked for again is settled as it was said, and asked anew.

    Refuses whoever does not look the case through, a case that is not handed in or is accepted, an ASYE, no item, one
    twice or not of the list, and one without a reason.
    """
    held = locked(case, CHECK, by=by)
    if held.is_moderation:
        raise Refused(NOT_OF_AN_ASYE)
    require(can_ask(CaseState(held.state)))
    rules = rules_of(held.policy)
    titles = {item.code: item.title for item in rules.checks}
    still = {item.code for item in held.asked_items.filter(state=AskedState.ASKED)}
    require_faultless(faults_of(asks, known=titles, open_codes=still))
    for item in held.asked_items.filter(state=AskedState.MENDED, code__in=[each.code for each in asks]):
        _settled(item=item, by=by, at=at)
    due_on = changes_by(rules, asked_on=by.on, sits_on=held.sitting.on if held.sitting else None).on
    who = {"asked_by_id": by.person_id, "asked_at": at, "due_on": due_on}
    AskedItem.objects.bulk_create(
        AskedItem(case=held, code=each.code, title=titles[each.code], reason=each.reason.strip(), **who)
        for each in asks
    )
    asked = apply(CASE, "ask_for_changes", held, by=by, at=at)
    tell(told.ASKED, asked, to=[held.person], by=by, at=at, due=in_words(due_on))
    return asked


@command("panels.asked_item.mend")
def mend(*, item: AskedItem, answer: str, by: Actor, at: datetime) -> AskedItem:
    """The candidate says what she changed. Refuses everybody else, no words, and what is not asked for any more."""
    case = locked(item.case, HAND_IN, by=by)
    current = AskedItem.objects.get(pk=item.pk)
    require(can_answer(AskedState(current.state), is_candidate=case.person_id == by.person_id, words=answer))
    return apply(ASKED, "mend", current, by=by, at=at, values={"answer": answer.strip()})


@command("panels.case.hand_in_changes")
def hand_back(*, case: Case, by: Actor, at: datetime) -> Case:
    """Send a case back to whoever asked, once everything is mended. It rests from now on the portfolio that was handed
    in last, which may be a newer one. Refuses everybody but the candidate, and while something is to be mended."""
    held = locked(case, HAND_IN, by=by)
    asked = as_asked(held.asked_items.all())
    require(can_hand_back(asked))
    portfolio = portfolio_of(held)
    latest = latest_snapshot(portfolio) if portfolio is not None else None
    taken = latest.pk if latest is not None else held.snapshot_id
    back = apply(CASE, "hand_in_changes", held, by=by, at=at, values={"snapshot": taken})
    asker = Person.objects.filter(pk=comes_back_to(asked))
    tell(told.ANSWERED, back, to=[*asker, *clerks_of(back, on=by.on)], by=by, at=at)
    return back


@command("panels.asked_item.settle")
def settle(*, item: AskedItem, by: Actor, at: datetime) -> AskedItem:
    """Settle an item before the case is accepted, mended or not. Where the candidate had nothing else to mend, the case
    no longer waits for her, and she is told. Refuses whoever does not look it through, and what is settled."""
    case = locked(item.case, CHECK, by=by)
    current = AskedItem.objects.get(pk=item.pk)
    require(can_settle(AskedState(current.state)))
    settled = apply(ASKED, "settle", current, by=by, at=at)
    waits = case.asked_items.filter(state=AskedState.ASKED).exists()
    if case.state == CaseState.CHANGES_ASKED and not waits:
        _stop_waiting(case=case, by=by, at=at)
    return settled


@command("panels.case.accept")
def accept(*, case: Case, looked_at: Collection[str], by: Actor, at: datetime) -> Case:
    """Accept a case to its sitting: it is frozen on the portfolio it rests on, and no later one is taken. What was
    mended is settled by it, the ties of who judges there are read from the record, and the candidate is told. A post
    by interview is hers to be invited for from then on (S2-198).

    `looked_at` are the codes of the checks somebody ticked where the record cannot say; they are kept in the record.
    Refuses whoever does not look it through, what is still to be mended, what the record says no to, what nobody has
    looked at, and a case that is not handed in.
    """
    held = locked(case, CHECK, by=by)
    items = list(held.asked_items.all())
    checks = checks_of(held, on=by.on)
    ticked = [each.item.title for each in checks if each.is_to_look_at and each.item.code in looked_at]
    require(
        can_accept(
            CaseState(held.state),
            as_asked(items),
            not_met=[each.item.title for each in checks if each.answer.is_met is False],
            not_looked_at=[
                each.item.title for each in checks if each.is_to_look_at and each.item.code not in looked_at
            ],
        )
    )
    if held.snapshot_id is None and not held.is_moderation:
        raise Refused("The portfolio is not handed in. Ask the candidate to hand it in first.")
    for item in items:
        if item.state == AskedState.MENDED:
            _settled(item=item, by=by, at=at)
    accepted = apply(CASE, "accept", held, by=by, at=at, note=_seen(ticked))
    note_from_record(case=accepted, by=by, at=at)
    if accepted.is_appointment:
        make_eligible(case=accepted, by=by, at=at)
    tell(told.ACCEPTED, accepted, to=[held.person], by=by, at=at)
    return accepted


@command("panels.asked_item.settle_with_case")
def _settled(*, item: AskedItem, by: Actor, at: datetime) -> AskedItem:
    """Settle what was mended, as part of what is done with its case."""
    return apply(ASKED, "settle", item, by=by, at=at)


@command("panels.case.stop_waiting")
def _stop_waiting(*, case: Case, by: Actor, at: datetime) -> Case:
    """The case goes back to whoever looks it through, because nothing is to be mended any more."""
    free = apply(CASE, "stop_waiting", case, by=by, at=at)
    tell(told.SETTLED, free, to=[case.person], by=by, at=at)
    return free


def _seen(titles: Sequence[str]) -> str:
    return f"Looked at: {'; '.join(titles)}" if titles else ""
