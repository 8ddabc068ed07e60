"""Cases to be judged by a day: whoever has them hears before it, on it and after it, then who chairs hears too.

No line names the case: who may know whose it is, and who reads a digest, is not the same.
"""

from collections.abc import Iterator

from django.urls import reverse

from academy.engines.reminders.deadlines import (
    HERSELF,
    Asked,
    Deadline,
    Found,
    Line,
    Offset,
    Told,
    declare,
)
from academy.engines.reminders.wording import when
from academy.people.selectors.whereabouts import reaches_on
from panels.choices.judging import TO_DO
from panels.models import Assignment
from panels.reminders.audiences import CHAIR
from panels.selectors.judging_waiting import OPEN


def _to_judge(asked: Asked) -> Iterator[Found]:
    there = reaches_on(asked.on, person="person_id", organisation="case__organisation_id")
    waiting = Assignment.objects.filter(OPEN, there, state__in=TO_DO, due_on__range=(asked.first, asked.last))
    yield Found(rows=waiting, person="person_id", due="due_on")


def _line(told: Told) -> Line:
    verb = "is" if told.days_left >= 0 else "was"
    if told.is_own:
        words = f"A case you were given to judge {verb} to be handed in by {when(told)}."
    else:
        words = f"What {told.about.full_name} was given to judge {verb} to be handed in by {when(told)}."
    return Line(words, reverse("panels:judge", args=[told.subject_id]))


JUDGING = Deadline(
    key="panels.judging",
    title="A case to judge for a panel",
    find=_to_judge,
    offsets=(Offset(-7), Offset(-2), Offset(0), Offset(1), Offset(3, to=(HERSELF, CHAIR))),
    line=_line,
)

declare(JUDGING)
