"""What people with a seat are told of a meeting. Neither names nor numbers of cases stand in it."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class AgendaContext(NoticeContext):
    """Which panel meets on which day, and how many cases its reader will hear."""

    panel: str
    day: str
    cases: int


AGENDA = NoticeKind("panels.meeting.agenda", "panels/email/meeting_agenda.txt", AgendaContext)

declare(AGENDA)
