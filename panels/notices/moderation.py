"""What people are told of moderation: that questions were answered, that somebody is to read a sample, what came back.

No mail says what was asked, answered or fed back: that stands on pages, for whom the table of sight lets read it.
"""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare
from panels.notices.case import CaseContext


@dataclass(frozen=True, kw_only=True)
class SampleContext(NoticeContext):
    """Of which draw: "Partnership, 1 April 2026 to 30 September 2026"; whose it is; until when it is to be read."""

    draw: str
    employer: str
    due: str = ""


ANSWERED = NoticeKind("panels.moderation.answered", "panels/email/moderation_answered.txt", CaseContext)
TO_READ = NoticeKind("panels.sample.to_read", "panels/email/sample_to_read.txt", SampleContext)
CAME_BACK = NoticeKind("panels.sample.came_back", "panels/email/sample_came_back.txt", SampleContext)

declare(ANSWERED, TO_READ, CAME_BACK)
