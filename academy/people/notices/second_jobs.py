"""What people are told about second jobs. No mail names an employer, hours or a reason."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class WaitingContext(NoticeContext):
    """Who declares a second job."""

    who: str


@dataclass(frozen=True, kw_only=True)
class DecidedContext(NoticeContext):
    """Who decided, and whether it is allowed."""

    who: str
    is_allowed: bool


WAITING = NoticeKind("people.second_job.waiting", "people/email/second_job_waiting.txt", WaitingContext)
DECIDED = NoticeKind("people.second_job.decided", "people/email/second_job_decided.txt", DecidedContext)

declare(WAITING, DECIDED)
