"""What people are told as cases are judged. No mail says what anybody wrote, nor which level or view she gave."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeKind, declare
from panels.notices.case import CaseContext


@dataclass(frozen=True, kw_only=True)
class DueContext(CaseContext):
    """Beside that, the last day."""

    due: str


@dataclass(frozen=True, kw_only=True)
class LookedContext(CaseContext):
    """Beside that, who looked again."""

    who: str


ALL_IN = NoticeKind("panels.review.all_in", "panels/email/judging_all_in.txt", CaseContext)
OPENED_AGAIN = NoticeKind("panels.review.opened_again", "panels/email/judging_opened_again.txt", DueContext)
LOOK_ASKED = NoticeKind("panels.look.asked", "panels/email/judging_look_asked.txt", DueContext)
LOOKED = NoticeKind("panels.look.handed_in", "panels/email/judging_looked.txt", LookedContext)

declare(ALL_IN, OPENED_AGAIN, LOOK_ASKED, LOOKED)
