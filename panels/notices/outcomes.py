"""What people are told as decisions are released, feedback is asked for and given, and targets are reached.

No subject and no mail says what was decided: that stands on pages, for whom the table of sight lets read it.
"""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare
from panels.notices.case import CaseContext


@dataclass(frozen=True, kw_only=True)
class StaffFileContext(NoticeContext):
    """Of which panel: "Panel of 24 September 2026"."""

    panel: str


@dataclass(frozen=True, kw_only=True)
class FeedbackContext(CaseContext):
    """Beside that, the last day to give it."""

    due: str


RELEASED = NoticeKind("panels.outcome.released", "panels/email/outcome_released.txt", CaseContext)
FOR_MANAGER = NoticeKind("panels.outcome.for_manager", "panels/email/outcome_for_manager.txt", CaseContext)
FOR_STAFF_RECORD = NoticeKind("panels.outcome.for_staff_record", "panels/email/outcome_for_staff.txt", StaffFileContext)
FEEDBACK_ASKED = NoticeKind("panels.feedback.asked", "panels/email/feedback_asked.txt", FeedbackContext)
FEEDBACK_GIVEN = NoticeKind("panels.feedback.given", "panels/email/feedback_given.txt", CaseContext)
TARGET_DONE = NoticeKind("panels.target.done", "panels/email/target_done.txt", CaseContext)

declare(RELEASED, FOR_MANAGER, FOR_STAFF_RECORD, FEEDBACK_ASKED, FEEDBACK_GIVEN, TARGET_DONE)
