"""What people are told of an appeal. No mail says what it is about or how it was answered: that stands on its page."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeKind, declare
from panels.notices.case import CaseContext


@dataclass(frozen=True, kw_only=True)
class HearingContext(CaseContext):
    """Beside that, the last day to answer it."""

    due: str


OPENED = NoticeKind("panels.appeal.opened", "panels/email/appeal_opened.txt", HearingContext)
TO_HEAR = NoticeKind("panels.appeal.to_hear", "panels/email/appeal_to_hear.txt", HearingContext)
STOOD_DOWN = NoticeKind("panels.appeal.stood_down", "panels/email/appeal_stood_down.txt", CaseContext)
WITHDRAWN = NoticeKind("panels.appeal.withdrawn", "panels/email/appeal_withdrawn.txt", CaseContext)
ANSWERED = NoticeKind("panels.appeal.answered", "panels/email/appeal_answered.txt", CaseContext)

declare(OPENED, TO_HEAR, STOOD_DOWN, WITHDRAWN, ANSWERED)
