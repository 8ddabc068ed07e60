"""What somebody is told who is to see to an action of the year's plan of moderation."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class ActionContext(NoticeContext):
    """What is to be done, and its last day in words."""

    what: str
    due: str


GIVEN = NoticeKind("panels.action.given", "panels/email/action_given.txt", ActionContext)

declare(GIVEN)
