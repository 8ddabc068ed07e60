"""What the two are told about a self-audit. No mail holds a word or a rating of it."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class AuditContext(NoticeContext):
    """Who did it."""

    who: str


AUDIT_SHARED = NoticeKind("development.audit.shared", "development/email/audit_shared.txt", AuditContext)
AUDIT_SIGNED = NoticeKind("development.audit.signed", "development/email/audit_signed.txt", AuditContext)
AUDIT_LOCKED = NoticeKind("development.audit.locked", "development/email/audit_locked.txt", AuditContext)

declare(AUDIT_SHARED, AUDIT_SIGNED, AUDIT_LOCKED)
