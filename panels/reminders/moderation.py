"""Questions a panel sent back with a year: who recommended hears before the day and on it, and the academy lead once it
is over. An answered year, and one that is no longer the last word of its panel, reminds nobody."""

from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef
from django.urls import reverse

from academy.engines.reminders.deadlines import Asked, Audience, Deadline, Found, Line, Offset, Told, declare
from academy.engines.reminders.wording import when
from panels.choices.cases import CaseState
from panels.choices.outcomes import Outcome
from panels.models import Case, Decision
from panels.reminders.audiences import LEAD

ASSESSOR = Audience("who recommended it", lambda on: F("case__recommendation__person_id"))
YEAR = "case__recommendation__enrolment"


def _asked(asked: Asked) -> Iterator[Found]:
    sent_back = Decision.objects.holding().filter(outcome=Outcome.QUERIED, case__state=CaseState.RELEASED)
    # Answered, the year has a later recommendation; withdrawn or paused it is no longer active.
    later = Case._meta.get_field("recommendation").remote_field.model._default_manager.filter(
        enrolment_id=OuterRef(f"{YEAR}_id"), number__gt=OuterRef("case__recommendation__number")
    )
    rows = sent_back.filter(~Exists(later), **{f"{YEAR}__state": "active"})
    rows = rows.filter(answer_by_on__range=(asked.first, asked.last))
    yield Found(rows=rows, subject=f"{YEAR}_id", person="case__person_id", due="answer_by_on")


def _line(told: Told) -> Line:
    """That questions wait, and never which."""
    verb = "are" if told.days_left >= 0 else "were"
    words = f"The questions of moderation on {told.about.full_name}’s ASYE {verb} to be answered by {when(told)}."
    return Line(words, reverse("asye:final", args=[told.subject_id]))


ANSWER = Deadline(
    key="panels.moderation.answer",
    title="Questions of moderation on a year you recommended",
    find=_asked,
    offsets=(Offset(-5, to=(ASSESSOR,)), Offset(-1, to=(ASSESSOR,)), Offset(2, to=(ASSESSOR, LEAD))),
    line=_line,
)

declare(ANSWER)
