"""What those who plan towards a sitting are told when it is moved or cancelled."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class SittingContext(NoticeContext):
    """Which sitting, its days in words as they are now, and why it was cancelled."""

    was_on: str
    on: str = ""
    submit_by: str = ""
    endorse_by: str = ""
    because: str = ""


SITTING_MOVED = NoticeKind("pathways.sitting.moved", "pathways/email/sitting_moved.txt", SittingContext)
SITTING_CANCELLED = NoticeKind("pathways.sitting.cancelled", "pathways/email/sitting_cancelled.txt", SittingContext)

declare(SITTING_MOVED, SITTING_CANCELLED)
