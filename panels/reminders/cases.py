"""The last day to hand a case in: its candidate hears before it; her manager, where her word is missing.

A case that is handed in, withdrawn or put off reminds nobody; more time moves the reminders with it.
"""

from collections.abc import Iterator

from django.urls import reverse

from academy.engines.reminders.deadlines import (
    ABOUT,
    Asked,
    Audience,
    Deadline,
    Found,
    Line,
    Offset,
    Told,
    declare,
)
from academy.engines.reminders.wording import when
from academy.people.selectors.line_management import line_manager_of
from panels.choices.cases import CaseKind, CaseState
from panels.models import Case
from panels.querysets.cases import CaseQuerySet

MANAGER = Audience("her line manager", lambda on: line_manager_of(on, person=ABOUT))


def _drafts(asked: Asked) -> Iterator[Found]:
    yield Found(rows=_in_preparation(asked), due="last_day")


def _without_word(asked: Asked) -> Iterator[Found]:
    rows = _in_preparation(asked).filter(has_formal_open=None, is_external=False)
    yield Found(rows=rows, due="last_day")


def _in_preparation(asked: Asked) -> CaseQuerySet:
    """Those whose last day lies in the stretch; a cancelled sitting has none."""
    drafts: CaseQuerySet = Case.objects.in_state(CaseState.DRAFT).exclude(kind=CaseKind.MODERATION).with_last_day()
    return drafts.exclude(sitting__cancelled_at__isnull=False).filter(last_day__range=(asked.first, asked.last))


def _line(told: Told) -> Line:
    words = f"The last day to hand in your case is {when(told)}. Its page says what is missing."
    return Line(words, reverse("panels:case", args=[told.subject_id]))


def _word_line(told: Told) -> Line:
    words = f"{told.about.full_name} hands in a case by {when(told)}. Say before whether a formal process is open."
    return Line(words, reverse("panels:vouch", args=[told.subject_id]))


HAND_IN = Deadline(
    key="panels.case.hand_in",
    title="The last day to hand in your case to a panel",
    find=_drafts,
    offsets=tuple(Offset(days) for days in (-28, -14, -7, -2, 0)),
    line=_line,
)
WORD = Deadline(
    key="panels.case.word",
    title="Your word about a formal process before somebody hands in",
    find=_without_word,
    offsets=tuple(Offset(days, to=(MANAGER,)) for days in (-14, -7, -2)),
    line=_word_line,
)

declare(HAND_IN, WORD)
