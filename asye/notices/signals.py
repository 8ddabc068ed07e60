"""What is told of promises not kept: to the co-ordinator and the manager early, and to her once it is answered."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class SignalContext(NoticeContext):
    """Whose year it is (empty where it is the reader's own), and what was not kept."""

    whose: str
    what: str


TOLD = NoticeKind("asye.signal.told", "asye/email/signal_told.txt", SignalContext)
ANSWERED = NoticeKind("asye.signal.answered", "asye/email/signal_answered.txt", SignalContext)

declare(TOLD, ANSWERED)
