"""Days after a decision: the letter goes, feedback is given, targets and conditions are reached.

Of a decision that is not told only those hear whom the policy lets tell it, and no line says what was decided.
"""

from collections.abc import Callable, Iterator
from datetime import date

from django.db.models import Exists, OuterRef
from django.urls import reverse

from academy.engines.reminders.deadlines import HERSELF, Asked, Deadline, Found, Line, Offset, Told, declare
from academy.engines.reminders.wording import when
from panels.choices.cases import CaseState
from panels.choices.policy import Releaser
from panels.models import Decision, Feedback
from panels.reminders.audiences import CHAIR, GIVER, LEAD, MANAGER, OWNER
from panels.rules.days import letter_by
from panels.selectors.outcomes_waiting import open_targets
from panels.selectors.policies import rules_of


def _to_tell_by(releaser: Releaser) -> Callable[[Asked], Iterator[Found]]:
    return lambda asked: _to_tell(asked, releaser)


def _to_tell(asked: Asked, releaser: Releaser) -> Iterator[Found]:
    """Decisions that are not told and that are this one's to tell, by the day their letter goes: it is counted in
    working days of each policy."""
    untold = Decision.objects.holding().filter(case__state=CaseState.DECIDED, letter__isnull=False)
    by_day: dict[date, list[int]] = {}
    for each in untold.select_related("case__policy"):
        rules = rules_of(each.case.policy)
        due = letter_by(rules, decided_on=each.decided_on).on
        if releaser in rules.release_by and asked.first <= due <= asked.last:
            by_day.setdefault(due, []).append(each.pk)
    for day, ids in by_day.items():
        rows = Decision.objects.filter(pk__in=ids)
        yield Found(rows=rows, subject="case_id", person="case__person_id", due=day)


def _letter_line(told: Told) -> Line:
    verb = "goes" if told.days_left >= 0 else "was to go"
    words = f"The letter to {told.about.full_name} from the panel {verb} by {when(told)}."
    return Line(words, reverse("panels:case", args=[told.subject_id]))


def _chair_line(told: Told) -> Line:
    """Without the name: under some policies whoever chairs never knows it."""
    verb = "goes" if told.days_left >= 0 else "was to go"
    return Line(f"A letter of your panel {verb} by {when(told)}.", reverse("panels:case", args=[told.subject_id]))


def _to_give(asked: Asked) -> Iterator[Found]:
    rows = Feedback.objects.to_give().filter(case__state=CaseState.RELEASED, due_on__range=(asked.first, asked.last))
    yield Found(rows=rows, person="case__person_id", due="due_on")


def _not_given(asked: Asked) -> Iterator[Found]:
    """One row for each case and day, however many are to give it."""
    waiting = Feedback.objects.to_give().filter(case__state=CaseState.RELEASED)
    same = waiting.filter(case_id=OuterRef("case_id"), due_on=OuterRef("due_on"), pk__lt=OuterRef("pk"))
    rows = waiting.filter(~Exists(same), due_on__range=(asked.first, asked.last))
    yield Found(rows=rows, subject="case_id", person="case__person_id", due="due_on")


def _late_line(told: Told) -> Line:
    words = f"Feedback to {told.about.full_name} on what the panel decided was to be given by {when(told)}."
    return Line(words, reverse("panels:case", args=[told.subject_id]))


def _feedback_line(told: Told) -> Line:
    verb = "is" if told.days_left >= 0 else "was"
    words = f"Feedback to {told.about.full_name} on what the panel decided {verb} to be given by {when(told)}."
    return Line(words, reverse("panels:feedback", args=[told.subject_id]))


def _to_reach(asked: Asked) -> Iterator[Found]:
    rows = open_targets().select_related(None).filter(due_on__range=(asked.first, asked.last))
    yield Found(rows=rows, person="decision__case__person_id", due="due_on")


def _target_line(told: Told) -> Line:
    whose = "your plan" if told.is_own else f"the plan of {told.about.full_name}"
    verb = "is" if told.days_left >= 0 else "was"
    words = f"A target of {whose} from the panel {verb} due by {when(told)}."
    return Line(words, reverse("panels:target", args=[told.subject_id]))


LETTER = Deadline(
    key="panels.letter",
    title="A letter of a panel that is to go",
    find=_to_tell_by(Releaser.ACADEMY_LEAD),
    offsets=(Offset(-3, to=(LEAD,)), Offset(0, to=(LEAD,)), Offset(2, to=(LEAD,))),
    line=_letter_line,
)
LETTER_OF_CHAIR = Deadline(
    key="panels.letter_of_chair",
    title="A letter of your panel that is to go",
    find=_to_tell_by(Releaser.CHAIR),
    offsets=(Offset(-3, to=(CHAIR,)), Offset(0, to=(CHAIR,)), Offset(2, to=(CHAIR,))),
    line=_chair_line,
)
FEEDBACK = Deadline(
    key="panels.feedback",
    title="Feedback to give on what a panel decided",
    find=_to_give,
    offsets=(Offset(-3, to=(GIVER,)), Offset(0, to=(GIVER,)), Offset(3, to=(GIVER,))),
    line=_feedback_line,
)
FEEDBACK_LATE = Deadline(
    key="panels.feedback_late",
    title="Feedback that was not given in time",
    find=_not_given,
    offsets=(Offset(3, to=(LEAD,)),),
    line=_late_line,
)
TARGET = Deadline(
    key="panels.target",
    title="A target of a plan a panel made",
    find=_to_reach,
    offsets=(
        Offset(-28, to=(HERSELF, OWNER)),
        Offset(-7, to=(HERSELF, OWNER)),
        Offset(0, to=(HERSELF, OWNER)),
        Offset(7, to=(HERSELF, OWNER, MANAGER)),
    ),
    line=_target_line,
)

declare(LETTER, LETTER_OF_CHAIR, FEEDBACK, FEEDBACK_LATE, TARGET)
