"""What the practitioner and the second person are told about a piece of evidence. No mail holds a word of it."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class EvidenceContext(NoticeContext):
    """Who did it, and what kind of piece it is."""

    who: str
    what: str


def _kind(name: str) -> NoticeKind:
    return NoticeKind(f"portfolios.evidence.{name}", f"portfolios/email/evidence_{name}.txt", EvidenceContext)


EVIDENCE_ASKED = _kind("asked")
EVIDENCE_CALLED_BACK = _kind("called_back")
EVIDENCE_VERIFIED = _kind("verified")
EVIDENCE_SENT_BACK = _kind("sent_back")
AUDIT_ASKED = _kind("audit_asked")
AUDIT_BEGUN = _kind("audit_begun")
AUDIT_GRADED = _kind("audit_graded")

declare(
    EVIDENCE_ASKED,
    EVIDENCE_CALLED_BACK,
    EVIDENCE_VERIFIED,
    EVIDENCE_SENT_BACK,
    AUDIT_ASKED,
    AUDIT_BEGUN,
    AUDIT_GRADED,
)
