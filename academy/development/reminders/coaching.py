"""What coaching has a date for: the coach's answer, and the last day of a contract."""

from collections.abc import Iterator

from django.db.models import F, Q
from django.db.models.functions import TruncDate
from django.urls import reverse

from academy.development.choices.coaching import MatchState
from academy.development.models import CoachMatch
from academy.development.rules.renewals import LONDON
from academy.engines.reminders.deadlines import HERSELF, Asked, Audience, Deadline, Found, Line, Offset, Told, declare
from academy.engines.reminders.wording import when

COACH = Audience("the coach", lambda on: F("profile__person_id"))


def _asked(asked: Asked) -> Iterator[Found]:
    """Requests nobody has answered, by the day they were made."""
    rows = CoachMatch.objects.filter(state=MatchState.ASKED).annotate(asked_on=TruncDate("asked_at", tzinfo=LONDON))
    yield Found(rows=rows.filter(asked_on__range=(asked.first, asked.last)), due="asked_on")


def _asked_line(told: Told) -> Line:
    words = f"{told.about.full_name} asked you on {when(told)}, for coaching. Please answer within 14 days."
    return Line(words, reverse("development:answer-match", args=[told.subject_id]))


def _unanswered_line(told: Told) -> Line:
    words = f"Your request for coaching of {when(told)}, has no answer. You can take it back and ask somebody else."
    return Line(words, reverse("development:match", args=[told.subject_id]))


def _ending(asked: Asked) -> Iterator[Found]:
    rows = CoachMatch.objects.filter(Q(until_on__range=(asked.first, asked.last)), state=MatchState.RUNNING)
    yield Found(rows=rows, due="until_on")


def _ending_line(told: Told) -> Line:
    verb = "ends" if told.days_left >= 0 else "ended"
    words = f"The time you agreed for coaching {verb} on {when(told)}."
    return Line(words, reverse("development:match", args=[told.subject_id]))


ANSWER = Deadline(
    key="development.match_answer",
    title="Somebody who asked you to coach her",
    find=_asked,
    offsets=(Offset(7, to=(COACH,)), Offset(12, to=(COACH,))),
    line=_asked_line,
)
UNANSWERED = Deadline(
    key="development.match_unanswered",
    title="A request for coaching without an answer",
    find=_asked,
    offsets=(Offset(15),),
    line=_unanswered_line,
)
ENDING = Deadline(
    key="development.match_ending",
    title="The last day of coaching",
    find=_ending,
    offsets=(Offset(-14, to=(HERSELF, COACH)), Offset(0, to=(HERSELF, COACH))),
    line=_ending_line,
)

declare(ANSWER, UNANSWERED, ENDING)
