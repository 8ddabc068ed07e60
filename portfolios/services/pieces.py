"""Evidence that somebody verifies: written, asked for, kept, verified or sent back, called back, withdrawn.

For certificates, supervision records, assignments, projects, training delivered and work that was seen (D7-03).
"""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.selectors.belonging import belongs_to
from academy.people.services.judging import lock_person
from portfolios.choices.evidence import MOST_REASON, EvidenceKind, EvidenceState
from portfolios.models import Evidence
from portfolios.notices.evidence import EVIDENCE_ASKED, EVIDENCE_CALLED_BACK
from portfolios.rules.pieces import PIECES, asked_of, faults, missing
from portfolios.rules.words import words_in
from portfolios.selectors.known import known_to
from portfolios.services.told import tell
from portfolios.workflow import EVIDENCE

CHANGE = "portfolios.evidence.change"


@dataclass(frozen=True, kw_only=True)
class Words:
    """What the form says. `length` is how many words an assignment has where it is a file; `known_as` names what the
    portal knew, and then title and day are that record's.
    """

    title: str = ""
    happened_on: date | None = None
    account: str = ""
    length: int | None = None
    known_as: str = ""
    statement_ids: frozenset[int] = frozenset()


@command("portfolios.piece.begin")
def begin(*, kind: str, token: uuid.UUID, words: Words, by: Actor, at: datetime) -> Evidence:
    """Write a new piece; it is hers alone until she asks somebody. The same form sent again changes what it made.

    Refuses who has no post in the organisation acted in, kinds with pages of their own, no title, a day to come, too
    many words, and something read back that is not in her record or is evidence already.
    """
    person_id, organisation_id = by.person_id, by.organisation_id
    if not allows("portfolios.evidence.begin", by) or person_id is None or organisation_id not in by.staff_of:
        raise Refused("Evidence is gathered where you have a post. Choose that organisation first.")
    if kind not in PIECES:
        raise Refused("This kind of evidence is begun on a page of its own.")
    lock_person(person_id)
    made = Evidence.objects.filter(person_id=person_id, token=token).first()
    if made is not None:
        return _write(made, words, by=by, at=at)
    new = Evidence(
        person_id=person_id, organisation_id=organisation_id, token=token, kind=kind, created_at=at, changed_at=at
    )
    if kind == EvidenceKind.SUPERVISION and not words.known_as:
        raise Refused("Choose a session you both signed.", field="known_as")
    return _write(new, words, by=by, at=at)


@command("portfolios.piece.change")
def change(*, evidence: Evidence, words: Words, by: Actor, at: datetime) -> Evidence:
    """Change a piece that is still hers alone. Refuses what `begin` refuses, and a piece that was asked or kept."""
    return _write(Evidence.objects.select_for_update().get(pk=evidence.pk), words, by=by, at=at)


@command("portfolios.piece.ask")
def ask(*, evidence: Evidence, signer: Person, by: Actor, at: datetime) -> Evidence:
    """Ask a colleague to verify it; she is told.

    Refuses oneself, people of other organisations, and a piece without a day or without a word on what it is.
    """
    _judge_kind(evidence)
    if signer.pk == evidence.person_id or not belongs_to(signer.pk, evidence.organisation_id, by.on):
        raise Refused("Choose somebody else of your organisation.", field="person")
    _judge_ready(evidence)
    values = {"signer": signer.pk, "returned_because": "", "changed_at": at}
    asked = apply(EVIDENCE, "ask", evidence, by=by, at=at, values=values)
    tell(EVIDENCE_ASKED, asked, to=signer, by=by, at=at)
    return asked


@command("portfolios.piece.keep")
def keep(*, evidence: Evidence, by: Actor, at: datetime) -> Evidence:
    """Keep it without anybody's verification; it says so wherever it is read.

    Refuses work, which counts once somebody has seen it (D7-03), and a piece without a day or without a word on what it
    is. How long an assignment is keeps nothing from being kept (S3-36).
    """
    _judge_kind(evidence)
    if not asked_of(evidence.kind).is_kept_alone:
        raise Refused("Work counts once somebody has seen it. Ask a colleague to look at it.")
    _judge_ready(evidence)
    return apply(EVIDENCE, "keep", evidence, by=by, at=at, values={"returned_because": "", "changed_at": at})


@command("portfolios.piece.call_back")
def call_back(*, evidence: Evidence, by: Actor, at: datetime) -> Evidence:
    """Take back what was asked before it is answered; whoever was asked is told."""
    _judge_kind(evidence)
    called_back = apply(EVIDENCE, "call_back", evidence, by=by, at=at, values={"changed_at": at})
    if called_back.signer is not None:
        tell(EVIDENCE_CALLED_BACK, called_back, to=called_back.signer, by=by, at=at)
    return called_back


@command("portfolios.piece.withdraw")
def withdraw(*, evidence: Evidence, reason: str, by: Actor, at: datetime) -> Evidence:
    """Take a piece out of one's evidence, with a reason only she reads. What was handed in keeps its copy.

    Refuses no reason for a piece somebody has a part in, and one over 500 characters.
    """
    _judge_kind(evidence)
    said = reason.strip()
    if not said and evidence.state != EvidenceState.DRAFT:
        raise Refused("Say in a few words why. Only you will see it.", field="reason")
    if len(said) > MOST_REASON:
        raise Refused(f"Use at most {MOST_REASON} characters.", field="reason")
    waited = evidence.state == EvidenceState.ASKED
    withdrawn = apply(
        EVIDENCE, "withdraw", evidence, by=by, at=at, values={"withdrawn_because": said, "changed_at": at}
    )
    if waited and withdrawn.signer is not None:
        tell(EVIDENCE_CALLED_BACK, withdrawn, to=withdrawn.signer, by=by, at=at)
    return withdrawn


def _write(evidence: Evidence, words: Words, *, by: Actor, at: datetime) -> Evidence:
    """Put the words in. The one event of the commands that write."""
    is_new = evidence._state.adding
    if not allows(CHANGE, by, evidence):
        raise Refused("Only the person whose evidence it is can change it.")
    _judge_kind(evidence)
    if evidence.state != EvidenceState.DRAFT:
        raise Refused("It is no longer being prepared, so it cannot be changed. Call it back first.")
    said = _said(evidence, words, by=by)
    for name, value in said.items():
        setattr(evidence, name, value)
    for fault in faults(evidence, kind=evidence.kind, on=by.on):
        raise Refused(fault.reason, field=fault.field)
    evidence.changed_at = at
    evidence.save()
    _map(evidence, words.statement_ids)
    moved = ("", EvidenceState.DRAFT) if is_new else ("", "")
    changed = (*(name.removesuffix("_id") for name in said), "statements")
    record(evidence, moved=moved, changed=changed, about=evidence.person_id, organisation=evidence.organisation_id)
    return evidence


def _said(evidence: Evidence, words: Words, *, by: Actor) -> dict[str, object]:
    """The columns as the words have them; of something read back, title and day are the record's."""
    account = words.account.strip().replace("\r\n", "\n")
    said: dict[str, object] = {"account": account}
    if evidence.kind == EvidenceKind.ASSIGNMENT:
        said["words"] = words.length or words_in(account) or None
    if not evidence._state.adding and evidence.known_as:
        return said
    if not words.known_as or not evidence._state.adding:
        return {**said, "title": words.title.strip(), "happened_on": words.happened_on}
    known = next((each for each in known_to(by, evidence.kind) if each.key == words.known_as), None)
    if known is None or known.is_used:
        raise Refused("Choose one of the answers shown.", field="known_as")
    read_back = {"known_as": known.key, "title": known.title, "happened_on": known.on}
    return {**said, **read_back, **({"supervision_id": known.pk} if known.is_supervision else {})}


def _map(evidence: Evidence, statement_ids: frozenset[int]) -> None:
    if evidence.statements.model._default_manager.filter(pk__in=statement_ids).count() != len(statement_ids):
        raise Refused("One of the standards is no longer there. Open the page again and choose.", field="statements")
    evidence.statements.set(statement_ids)


def _judge_kind(evidence: Evidence) -> None:
    """Observations, feedback and audits have services of their own."""
    if evidence.kind not in PIECES:
        raise Refused("This kind of evidence has a page of its own.")


def _judge_ready(evidence: Evidence) -> None:
    for fault in missing(evidence, kind=evidence.kind):
        raise Refused(fault.reason)
