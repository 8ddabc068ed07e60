"""Handing a case in, once and again before it is accepted, and the line manager's word for it."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.services import notices
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.selectors.line_management import absent_manager
from academy.people.services.judging import require
from panels.choices.cases import BEFORE_ACCEPTED, CaseState
from panels.models import Case
from panels.notices import cases as told
from panels.rules.handing_in import can_hand_in
from panels.selectors.audience import clerks_of
from panels.selectors.handing_in import handing_of
from panels.selectors.portfolios import portfolio_of
from panels.selectors.wording import about
from panels.services.locking import locked
from panels.services.telling import tell
from panels.workflow import CASE
from portfolios.selectors.signing import line_manager_of
from portfolios.selectors.snapshots import latest_snapshot

HAND_IN, VOUCH = "panels.case.hand_in", "panels.case.vouch"
# Handed in, and not with the candidate to be mended: then a newer version goes with what she mended.
AGAIN_IN = (CaseState.RECEIVED, CaseState.CHANGES_MADE)
# The same words however far the panel is: that it has decided is told by the letter alone.
HANDED_IN = "It is handed in already, or over. Open the case to see how it stands."
ACCEPTED = "It is accepted, or over. The panel has what it judges by now."


@command("panels.case.hand_in")
def hand_in(*, case: Case, is_own_work: bool, by: Actor, at: datetime) -> Case:
    """Hand a case in, with the declaration that it is one's own work; it rests on the portfolio as it was handed in
    last. She has a receipt; the clerk and her line manager are told.

    Refuses everybody but the candidate, a case that is handed in, and what keeps it from going (`rules.handing_in`):
    the last day with its extension, the portfolio, its endorsement, the register, the manager's word, the declaration.
    """
    held = locked(case, HAND_IN, by=by)
    if held.state != CaseState.DRAFT:
        raise Refused(HANDED_IN)
    require(can_hand_in(handing_of(held, on=by.on, is_own_work=is_own_work)))
    values = _rests_on(held, by=by)
    moved = apply(CASE, "hand_in", held, by=by, at=at, values={name: row and row.pk for name, row in values.items()})
    _receipt(moved, values["snapshot"], by=by, at=at)
    people = [*clerks_of(moved, on=by.on), *_manager(values)]
    tell(told.HANDED_IN, moved, to=people, by=by, at=at)
    return moved


@command("panels.case.hand_in_again")
def hand_in_again(*, case: Case, by: Actor, at: datetime) -> Case:
    """Let a handed-in case rest on a newer version of the portfolio, until it is accepted. The clerk is told.

    Refuses everybody but the candidate, a case that is not waiting to be looked through, one that rests on the latest
    version already, and what `hand_in` refuses.
    """
    held = locked(case, HAND_IN, by=by)
    if held.state not in AGAIN_IN:
        raise Refused(ACCEPTED if held.state not in BEFORE_ACCEPTED else HANDED_IN)
    values = _rests_on(held, by=by)
    if values["snapshot"] is None or values["snapshot"].pk == held.snapshot_id:
        raise Refused("It rests on the latest version of your portfolio already.")
    require(can_hand_in(handing_of(held, on=by.on, is_own_work=True)))
    held.portfolio, held.snapshot, held.manager = values["portfolio"], values["snapshot"], values["manager"]
    held.save(update_fields=list(values))
    record(held, changed=list(values), about=held.person_id, organisation=held.organisation_id)
    _receipt(held, values["snapshot"], by=by, at=at)
    tell(told.HANDED_IN_AGAIN, held, to=clerks_of(held, on=by.on), by=by, at=at)
    return held


def vouch(*, case: Case, has_formal_open: bool, by: Actor, at: datetime) -> Case:
    """`_vouch`, as the line manager or on behalf of the one she stands in for, so that both names stay."""
    held = {"person_id": case.person_id, "organisation_id": case.organisation_id}
    absent = absent_manager(**held, by=by.person_id, on=by.on) if by.person_id is not None else None
    acting = by if absent is None else replace(by, on_behalf_of_id=absent)
    return _vouch(case=case, has_formal_open=has_formal_open, by=acting, at=at)


@command("panels.case.vouch")
def _vouch(*, case: Case, has_formal_open: bool, by: Actor, at: datetime) -> Case:
    """The line manager, or her deputy, says whether a formal process is open: a yes or no, and nothing more (D5-02).
    She may say otherwise until the case is accepted. Refuses everybody else, and an accepted case."""
    held = locked(case, VOUCH, by=by)
    if held.state not in (*BEFORE_ACCEPTED, CaseState.DEFERRED):
        raise Refused(ACCEPTED)
    held.has_formal_open, held.formal_said_by_id, held.formal_said_at = has_formal_open, by.person_id, at
    held.formal_said_for_id = by.on_behalf_of_id
    changed = ("has_formal_open", "formal_said_by", "formal_said_for", "formal_said_at")
    held.save(update_fields=changed)
    record(held, changed=changed, about=held.person_id, organisation=held.organisation_id)
    return held


def _rests_on(case: Case, *, by: Actor) -> dict[str, Any]:
    """The portfolio, its latest version, and the line manager who answers for it; nobody does for one from outside."""
    portfolio = portfolio_of(case)
    manager = None if case.is_external else line_manager_of(case.person_id, case.organisation_id, on=by.on)
    snapshot = latest_snapshot(portfolio) if portfolio is not None else None
    return {"portfolio": portfolio, "snapshot": snapshot, "manager": manager}


def _manager(values: dict[str, Any]) -> list[Any]:
    return [values["manager"]] if values["manager"] is not None else []


def _receipt(case: Case, snapshot: Any, *, by: Actor, at: datetime) -> None:
    """Which version was handed in, by number and fingerprint, to her who did it (S2-22)."""
    said = told.ReceiptContext(
        what=about(case), version=str(snapshot.number), fingerprint=snapshot.sha256, url=case.get_absolute_url()
    )
    notices.send(kind=told.RECEIPT, to=case.person, context=said, by=by, at=at)
