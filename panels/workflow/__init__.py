"""How cases, what is judged of them, meetings and outcomes move on."""

from panels.workflow.cases import ASKED, CASE
from panels.workflow.judging import ASSIGNMENT, TIE
from panels.workflow.meetings import AGENDA_ITEM, MEETING
from panels.workflow.outcomes import ACTION, APPEAL, APPOINTMENT, LETTER

__all__ = [
    "ACTION",
    "AGENDA_ITEM",
    "APPEAL",
    "APPOINTMENT",
    "ASKED",
    "ASSIGNMENT",
    "CASE",
    "LETTER",
    "MEETING",
    "TIE",
]
