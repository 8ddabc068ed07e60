"""What people are told about requests. No mail holds a word of a request, a question, an answer or a reason."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class RequestContext(NoticeContext):
    """What is asked for, and who acts: asks, answers or decided."""

    what: str
    who: str


@dataclass(frozen=True, kw_only=True)
class WaitingContext(RequestContext):
    """Beside it the day the decision goes up if nobody makes it, in words; empty where nobody is above."""

    goes_up: str


@dataclass(frozen=True, kw_only=True)
class OnwardContext(RequestContext):
    """Beside it who decides next, in words."""

    following: str


WAITING = NoticeKind("training.request.waiting", "training/email/request_waiting.txt", WaitingContext)
WENT_UP = NoticeKind("training.request.went_up", "training/email/request_went_up.txt", RequestContext)
PASSED_ON = NoticeKind("training.request.passed_on", "training/email/request_passed_on.txt", OnwardContext)
QUESTION = NoticeKind("training.request.question", "training/email/request_question.txt", RequestContext)
ANSWERED = NoticeKind("training.request.answered", "training/email/request_answered.txt", RequestContext)
AGREED = NoticeKind("training.request.agreed", "training/email/request_agreed.txt", OnwardContext)
APPROVED = NoticeKind("training.request.approved", "training/email/request_approved.txt", RequestContext)
DECLINED = NoticeKind("training.request.declined", "training/email/request_declined.txt", RequestContext)
WITHDRAWN = NoticeKind("training.request.withdrawn", "training/email/request_withdrawn.txt", RequestContext)

declare(WAITING, WENT_UP, PASSED_ON, QUESTION, ANSWERED, AGREED, APPROVED, DECLINED, WITHDRAWN)
