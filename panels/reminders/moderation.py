"""Questions a panel sent back with a year: who recommended hears before the day, and the academy lead once it is over.
An answered year reminds nobody. And a draw somebody outside is to read, before the day she was named for."""

from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef
from django.urls import reverse

from academy.engines.access.models import Grant
from academy.engines.reminders.deadlines import Asked, Audience, Deadline, Found, Line, Offset, Told, declare
from academy.engines.reminders.wording import when
from panels.choices.cases import CaseState
from panels.choices.outcomes import Outcome
from panels.models import Case, Decision, Sampled
from panels.querysets.samples import READS_OUTSIDE
from panels.reminders.audiences import LEAD

ASSESSOR = Audience("who recommended it", lambda on: F("case__recommendation__person_id"))
YEAR = "case__recommendation__enrolment"


def _asked(asked: Asked) -> Iterator[Found]:
    sent_back = Decision.objects.holding().filter(outcome=Outcome.QUERIED, case__state=CaseState.RELEASED)
    # Answered, the year has a later recommendation; withdrawn or paused it is not active.
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


def _to_read(asked: Asked) -> Iterator[Found]:
    waiting = Sampled.objects.cleared().filter(sample_id=OuterRef("thing_id"), received_on__isnull=True)
    named = Grant.objects.filter(purpose=READS_OUTSIDE, withdrawn_at=None).filter(Exists(waiting))
    rows = named.filter(until_on__range=(asked.first, asked.last))
    yield Found(rows=rows, subject="thing_id", person="person_id", due="until_on")


def _read_line(told: Told) -> Line:
    words = f"A sample of moderation is there for you to read until {when(told)}. Say what you think of each case."
    return Line(words, reverse("panels:outside-draw", args=[told.subject_id]))


READ = Deadline(
    key="panels.sample.read",
    title="A sample of moderation you read from outside",
    find=_to_read,
    offsets=(Offset(-7), Offset(-1)),
    line=_read_line,
)

declare(ANSWER, READ)
