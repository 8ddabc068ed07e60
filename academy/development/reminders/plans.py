"""What goals and appraisals have a date for: a goal's day, and the last day of each meeting of the year (S2-80)."""

from collections.abc import Iterator
from functools import partial

from django.urls import reverse

from academy.development.choices.plans import MeetingKind
from academy.development.models import Goal
from academy.development.reminders.audiences import BOTH
from academy.development.selectors.team_meetings import unsigned_due
from academy.engines.reminders.deadlines import Asked, Deadline, Found, Line, Offset, Told, declare
from academy.engines.reminders.wording import when

CALLED = {MeetingKind.APPRAISAL: "appraisal", MeetingKind.REVIEW: "half-year review"}


def _goals(asked: Asked) -> Iterator[Found]:
    yield Found(rows=Goal.objects.open(), due="due_on")


def _goal_line(told: Told) -> Line:
    words = f"One of your goals is due on {when(told)}. Say that you have reached it, or give it another day."
    return Line(words, reverse("development:goal", args=[told.subject_id]))


def _meetings(kind: MeetingKind, asked: Asked) -> Iterator[Found]:
    for unsigned in unsigned_due(asked.on, first=asked.first, last=asked.last, kind=kind):
        yield Found(rows=unsigned.people, person="pk", due=unsigned.due_on)


def _meeting_line(kind: MeetingKind, told: Told) -> Line:
    whose = "Your" if told.is_own else f"The {CALLED[kind]} of {told.about.full_name}"
    what = f"{whose} {CALLED[kind]}" if told.is_own else whose
    page = reverse("development:plan") if told.is_own else reverse("development:person-plan", args=[told.about.pk])
    verb = "is" if told.days_left >= 0 else "was"
    return Line(f"{what} {verb} due by {when(told)}, and is not signed by both.", page)


GOAL = Deadline(
    key="development.goal",
    title="A goal that comes to its day",
    find=_goals,
    offsets=(Offset(-14), Offset(0)),
    line=_goal_line,
    is_optional=True,
)
MEETINGS = [
    Deadline(
        key=f"development.{code}",
        title=f"Your {CALLED[kind]}, or that of somebody you manage",
        find=partial(_meetings, kind),
        offsets=(Offset(-30, to=BOTH), Offset(-14, to=BOTH), Offset(7, to=BOTH)),
        line=partial(_meeting_line, kind),
    )
    for kind, code in ((MeetingKind.APPRAISAL, "appraisal"), (MeetingKind.REVIEW, "half_year_review"))
]

declare(GOAL, *MEETINGS)
