"""Observations: both are reminded before the planned day, and whoever is to write next when nothing came."""

from collections.abc import Iterator

from django.db.models import F, QuerySet
from django.db.models.functions import TruncDate
from django.urls import reverse

from academy.development.rules.renewals import LONDON
from academy.engines.reminders.deadlines import HERSELF, Asked, Audience, Deadline, Found, Line, Offset, Told, declare
from academy.engines.reminders.wording import when
from portfolios.choices.evidence import EvidenceKind, EvidenceState
from portfolios.models import Evidence

OBSERVER = Audience("who observes, if she has an account here", lambda on: F("observation__observer_id"))


def _planned(asked: Asked) -> Iterator[Found]:
    yield Found(rows=_in(EvidenceState.ASKED), due="observation__planned_on")


def _planned_line(told: Told) -> Line:
    whose = "Your observation" if told.is_own else f"The observation of {told.about.full_name}"
    verb = "is" if told.days_left >= 0 else "was"
    then = "" if told.days_left >= 0 else " Nothing is written yet."
    words = f"{whose} {verb} planned for {when(told)}.{then}"
    return Line(words, _page(told, for_observer="write-observation"))


def _written(asked: Asked) -> Iterator[Found]:
    rows = _in(EvidenceState.ANSWERED).annotate(seen_on=TruncDate("observation__seen_at", tzinfo=LONDON))
    yield Found(rows=rows.filter(seen_on__range=(asked.first, asked.last)), due="seen_on")


def _written_line(told: Told) -> Line:
    words = f"Your observation was written down on {when(told)}. It waits for your reflection."
    return Line(words, reverse("portfolios:reflect-on-observation", args=[told.subject_id]))


def _reflected(asked: Asked) -> Iterator[Found]:
    rows = _in(EvidenceState.REFLECTED).annotate(reflected_on=TruncDate("observation__reflected_at", tzinfo=LONDON))
    yield Found(rows=rows.filter(reflected_on__range=(asked.first, asked.last)), due="reflected_on")


def _reflected_line(told: Told) -> Line:
    whose = "Your reflection" if told.is_own else f"The reflection of {told.about.full_name}"
    words = f"{whose} on an observation was written on {when(told)}. It waits for the observer’s judgement."
    return Line(words, _page(told, for_observer="judge-observation"))


def _in(state: EvidenceState) -> QuerySet[Evidence]:
    found: QuerySet[Evidence] = Evidence.objects.filter(kind=EvidenceKind.OBSERVATION, state=state)
    return found


def _page(told: Told, *, for_observer: str) -> str:
    """Her own piece, or the form of who observes."""
    name = "evidence" if told.is_own else for_observer
    return reverse(f"portfolios:{name}", args=[told.subject_id])


PLANNED = Deadline(
    key="portfolios.observation_planned",
    title="An observation that is planned",
    find=_planned,
    offsets=(Offset(-2, to=(HERSELF, OBSERVER)), Offset(7, to=(HERSELF, OBSERVER))),
    line=_planned_line,
)
WRITTEN = Deadline(
    key="portfolios.observation_written",
    title="An observation that waits for your reflection",
    find=_written,
    offsets=(Offset(7), Offset(21)),
    line=_written_line,
)
REFLECTED = Deadline(
    key="portfolios.observation_reflected",
    title="An observation that waits for the judgement",
    find=_reflected,
    offsets=(Offset(7, to=(HERSELF, OBSERVER)), Offset(21, to=(HERSELF, OBSERVER))),
    line=_reflected_line,
)

declare(PLANNED, WRITTEN, REFLECTED)
