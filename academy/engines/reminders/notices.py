"""The digest as a notice: by mail and in the inbox, or in the inbox only."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True)
class DigestLine:
    """A thing with a date in words, and the whole address of its page."""

    what: str
    address: str


@dataclass(frozen=True, kw_only=True)
class DigestContext(NoticeContext):
    """The lines, soonest first, and where to choose what to hear of."""

    lines: tuple[DigestLine, ...]
    preferences: str


TEMPLATE = "reminders/email/digest.txt"
DIGEST = NoticeKind("reminders.digest.sent", TEMPLATE, DigestContext)
DIGEST_IN_INBOX = NoticeKind("reminders.digest.put_in_inbox", TEMPLATE, DigestContext, mail=False)

declare(DIGEST, DIGEST_IN_INBOX)
