"""The last day to answer an appeal: who hears it is reminded before it, the academy lead as it nears."""

from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef
from django.urls import reverse

from academy.engines.reminders.deadlines import Asked, Audience, Deadline, Found, Line, Offset, Told, declare
from academy.engines.reminders.wording import when
from panels.choices.judging import TieState
from panels.choices.outcomes import AppealState
from panels.models import Decision, Tie
from panels.models.appeal import Hearer
from panels.reminders.audiences import LEAD
from panels.selectors.appeals import WAITING

HEARER = Audience("who hears it", lambda on: F("person_id"))


def _to_answer(asked: Asked) -> Iterator[Found]:
    """One row for each of those who hear it; nobody a tie takes out of the case by now."""
    tied = Tie.objects.filter(
        case_id=OuterRef("appeal__decision__case_id"), person_id=OuterRef("person_id"), state=TieState.STEPS_BACK
    )
    heard = Hearer.objects.standing().filter(~Exists(tied), appeal__state=AppealState.HEARD)
    rows = heard.filter(appeal__hear_by__range=(asked.first, asked.last))
    yield Found(rows=rows, person="appeal__decision__case__person_id", due="appeal__hear_by")


def _open(asked: Asked) -> Iterator[Found]:
    waits = Decision.objects.filter(appeal__state__in=WAITING, appeal__hear_by__range=(asked.first, asked.last))
    yield Found(rows=waits, subject="case_id", person="case__person_id", due="appeal__hear_by")


def _line(told: Told) -> Line:
    return Line(_words(told), reverse("panels:home"))


def _lead_line(told: Told) -> Line:
    return Line(_words(told), reverse("panels:case", args=[told.subject_id]))


def _words(told: Told) -> str:
    """Of whom it is, and never what it is about."""
    verb = "is" if told.days_left >= 0 else "was"
    return f"The appeal of {told.about.full_name} {verb} to be answered by {when(told)}."


HEARING = Deadline(
    key="panels.appeal.hearing",
    title="An appeal to answer",
    find=_to_answer,
    offsets=tuple(Offset(days, to=(HEARER,)) for days in (-7, -2, 0)),
    line=_line,
)
OPEN = Deadline(
    key="panels.appeal.open",
    title="An appeal that is to be answered",
    find=_open,
    offsets=tuple(Offset(days, to=(LEAD,)) for days in (-7, 0, 2)),
    line=_lead_line,
)

declare(HEARING, OPEN)
