"""A minor breach is corrected within hours: its author hears on the day, and with her who found it the day after."""

from collections.abc import Iterator

from django.db.models import F
from django.db.models.functions import TruncDate
from django.urls import reverse

from academy.development.rules.renewals import LONDON
from academy.engines.reminders.deadlines import HERSELF, Asked, Audience, Deadline, Found, Line, Offset, Told, declare
from academy.engines.reminders.wording import when
from portfolios.models import Breach

FINDER = Audience("who found it", lambda on: F("found_by_id"))


def _to_correct(asked: Asked) -> Iterator[Found]:
    rows = Breach.objects.open().annotate(correct_on=TruncDate("correct_by", tzinfo=LONDON))
    within = rows.filter(correct_on__range=(asked.first, asked.last))
    yield Found(rows=within, person="portfolio__person_id", due="correct_on")


def _line(told: Told) -> Line:
    whose = "Your portfolio" if told.is_own else f"The portfolio of {told.about.full_name}"
    verb = "is" if told.days_left >= 0 else "was"
    words = f"{whose} {verb} to be corrected by {when(told)}: somebody could be told from it."
    return Line(words, reverse("portfolios:breach", args=[told.subject_id]))


TO_CORRECT = Deadline(
    key="portfolios.breach_to_correct",
    title="A breach of confidentiality that is to be corrected",
    find=_to_correct,
    offsets=(Offset(0), Offset(1, to=(HERSELF, FINDER))),
    line=_line,
)

declare(TO_CORRECT)
