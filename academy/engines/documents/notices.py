"""What people are told about documents they had made."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class MadeContext(NoticeContext):
    """What the document is called."""

    document: str


MADE = NoticeKind(
    name="documents.document.made", template="documents/email/made.txt", context_type=MadeContext, mail=False
)

declare(MADE)
