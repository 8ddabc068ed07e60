"""Feedback nobody has given yet: after a fortnight a colleague who was asked is reminded, and who asked is told."""

from collections.abc import Iterator

from django.db.models import F
from django.db.models.functions import TruncDate
from django.urls import reverse

from academy.development.rules.renewals import LONDON
from academy.engines.reminders.deadlines import HERSELF, Asked, Audience, Deadline, Found, Line, Offset, Told, declare
from academy.engines.reminders.wording import when
from portfolios.choices.evidence import EvidenceKind, EvidenceState
from portfolios.choices.feedback import DAYS_QUIET
from portfolios.models import Evidence

COLLEAGUE = Audience("the colleague who was asked, if one was", lambda on: F("signer_id"))


def _unanswered(asked: Asked) -> Iterator[Found]:
    waiting = Evidence.objects.filter(kind=EvidenceKind.FEEDBACK, state=EvidenceState.ASKED)
    rows = waiting.annotate(asked_on=TruncDate("asked_at", tzinfo=LONDON))
    yield Found(rows=rows.filter(asked_on__range=(asked.first, asked.last)), due="asked_on")


def _line(told: Told) -> Line:
    """Without its title, which is the practitioner's own words."""
    if told.is_own:
        words = f"Feedback you asked for on {when(told)} has not come. Ask once more or let it rest: nobody has to."
        return Line(words, reverse("portfolios:feedback", args=[told.subject_id]))
    words = f"{told.about.full_name} asked you for feedback on {when(told)}."
    return Line(words, reverse("portfolios:feedback-answer", args=[told.subject_id]))


UNANSWERED = Deadline(
    key="portfolios.feedback_unanswered",
    title="Feedback that was asked for and has not come",
    find=_unanswered,
    offsets=(Offset(DAYS_QUIET, to=(HERSELF, COLLEAGUE)),),
    line=_line,
)

declare(UNANSWERED)
