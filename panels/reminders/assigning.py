"""Whether somebody takes a case on: she hears before the last day to say so and after it, then who chairs."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef
from django.urls import reverse

from academy.engines.reminders.deadlines import HERSELF, Asked, Deadline, Found, Line, Offset, Told, declare
from academy.engines.reminders.wording import when
from panels.choices.judging import AssignmentState, TieState
from panels.models import Assignment, Tie
from panels.reminders.audiences import CHAIR
from panels.rules.asking import GIVEN_IN


def _asked(asked: Asked) -> Iterator[Found]:
    """Reviews asked for and not answered, of cases that are being reviewed and she is not out of. The row is about her
    who was asked: whose case it is, is in no reminder."""
    waiting = Assignment.objects.reviews().filter(state=AssignmentState.ASKED, case__state__in=GIVEN_IN)
    tied = Tie.objects.filter(case_id=OuterRef("case_id"), person_id=OuterRef("person_id"), state=TieState.STEPS_BACK)
    rows = waiting.filter(~Exists(tied), answer_by__range=(asked.first, asked.last))
    yield Found(rows=rows, person="person_id", due="answer_by")


def _line(told: Told) -> Line:
    verb = "is" if told.days_left >= 0 else "was"
    if told.is_own:
        words = f"Whether you judge a case you were asked for {verb} to be said by {when(told)}."
        return Line(words, reverse("panels:answer", args=[told.subject_id]))
    words = f"{told.about.full_name} has not said whether she judges a case. It {verb} to be said by {when(told)}."
    return Line(words, reverse("panels:take-off", args=[told.subject_id]))


ANSWERING = Deadline(
    key="panels.answering",
    title="A case to judge that waits for your answer",
    find=_asked,
    offsets=(Offset(-1), Offset(1, to=(HERSELF, CHAIR)), Offset(4, to=(CHAIR,))),
    line=_line,
)

declare(ANSWERING)
