"""What somebody is told who is given a seat on a panel, or whose seat ends."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class SeatContext(NoticeContext):
    """Which seat of which panel, and its last day in words, empty where it goes on."""

    panel: str
    seat: str
    until: str = ""


SEATED = NoticeKind("panels.member.seated", "panels/email/member_seated.txt", SeatContext)
ENDED = NoticeKind("panels.member.ended", "panels/email/member_ended.txt", SeatContext)

declare(SEATED, ENDED)
