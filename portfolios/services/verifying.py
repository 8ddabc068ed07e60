"""What the second person does with a piece she was asked about: she verifies it, or sends it back with a reason.

Of work she says which record she opened, on which day, and that it matched what is told (D7-03). The line manager's
deputy may do both for her; both names stay.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from portfolios.choices.evidence import MOST_REASON, MOST_WORDS, EvidenceKind, RecordSeen
from portfolios.models import Evidence
from portfolios.notices.evidence import EVIDENCE_SENT_BACK, EVIDENCE_VERIFIED
from portfolios.rules.pieces import PIECES
from portfolios.services.told import tell
from portfolios.workflow import EVIDENCE

ANSWER = "portfolios.evidence.answer"


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What she says. Of work: which kind of record, when she opened it, and whether it matched the account."""

    words: str = ""
    record_kind: str = ""
    record_seen_on: date | None = None
    matched: bool = False


def verify(*, evidence: Evidence, seen: Seen, by: Actor, at: datetime) -> Evidence:
    """Verify a piece: it is complete, and the practitioner is told.

    Refuses who was not asked, words that are too long, and of work: no kind of record, no day, a day to come, and a
    record that did not match, which is sent back instead.
    """
    return _verify(evidence=evidence, seen=seen, by=_signing(by, evidence), at=at)


def send_back(*, evidence: Evidence, reason: str, by: Actor, at: datetime) -> Evidence:
    """Send a piece back with a reason she reads; she can change it and ask again. Refuses no reason."""
    return _send_back(evidence=evidence, reason=reason, by=_signing(by, evidence), at=at)


@command("portfolios.piece.verify")
def _verify(*, evidence: Evidence, seen: Seen, by: Actor, at: datetime) -> Evidence:
    words = seen.words.strip().replace("\r\n", "\n")
    if len(words) > MOST_WORDS:
        raise Refused(f"Use at most {MOST_WORDS:,} characters.", field="words")
    values: dict[str, object] = {
        "signer_words": words,
        "signed_by": by.person_id,
        "signed_for": by.on_behalf_of_id,
        "signed_at": at,
        "changed_at": at,
        **_record(evidence, seen, by=by),
    }
    verified = apply(EVIDENCE, "answer", evidence, by=by, at=at, values=values)
    tell(EVIDENCE_VERIFIED, verified, to=verified.person, by=by, at=at)
    return verified


@command("portfolios.piece.send_back")
def _send_back(*, evidence: Evidence, reason: str, by: Actor, at: datetime) -> Evidence:
    said = reason.strip()
    if not said:
        raise Refused("Say what is missing or does not fit. She reads it.", field="reason")
    if len(said) > MOST_REASON:
        raise Refused(f"Use at most {MOST_REASON} characters.", field="reason")
    values = {"returned_because": said, "changed_at": at}
    sent_back = apply(EVIDENCE, "send_back", evidence, by=by, at=at, values=values)
    tell(EVIDENCE_SENT_BACK, sent_back, to=sent_back.person, by=by, at=at)
    return sent_back


def _record(evidence: Evidence, seen: Seen, *, by: Actor) -> dict[str, object]:
    """Of work: the record that was opened. Nothing for other kinds."""
    if evidence.kind != EvidenceKind.WORK:
        return {}
    if seen.record_kind not in RecordSeen.values:
        raise Refused("Say which kind of record you opened.", field="record_kind")
    if seen.record_seen_on is None or seen.record_seen_on > by.on:
        raise Refused("Say on which day you opened it.", field="record_seen_on")
    if not seen.matched:
        raise Refused("Tick this only if it matched. Otherwise send it back and say why.", field="matched")
    return {"record_kind": seen.record_kind, "record_seen_on": seen.record_seen_on}


def _signing(by: Actor, evidence: Evidence) -> Actor:
    """The actor as she signs: on behalf of the line manager where she stands in for her, so that both names stay.

    Refuses whoever was not asked, and kinds with services of their own.
    """
    if evidence.kind not in PIECES:
        raise Refused("This kind of evidence has a page of its own.")
    if by.person_id == evidence.signer_id or not allows(ANSWER, by, evidence):
        return by
    return replace(by, on_behalf_of_id=evidence.signer_id)
