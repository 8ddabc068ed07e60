"""The due days of inductions, as time away has moved them: before them and the day after to both (S0-15, S0-19)."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from academy.development.models import Induction
from academy.development.reminders.audiences import BOTH
from academy.development.selectors.inductions import due_of
from academy.engines.reminders.deadlines import Asked, Deadline, Found, Line, Offset, Told, declare
from academy.engines.reminders.wording import when


def _unsigned(asked: Asked) -> Iterator[Found]:
    """Inductions going on by the day they are due, which may be later than the stored one but never earlier."""
    rows = Induction.objects.unsigned().filter(due_on__lte=asked.last).select_related("programme")
    by_day: dict[date, list[int]] = defaultdict(list)
    for pk, due in due_of(rows, on=asked.on).items():
        if asked.first <= due.on <= asked.last:
            by_day[due.on].append(pk)
    for day, ids in sorted(by_day.items()):
        yield Found(rows=Induction.objects.filter(pk__in=ids), due=day)


def _line(told: Told) -> Line:
    whose = "Your induction" if told.is_own else f"The induction of {told.about.full_name}"
    verb = "is" if told.days_left >= 0 else "was"
    address = Induction(pk=told.subject_id).get_absolute_url()
    return Line(f"{whose} {verb} due on {when(told)}. It is done when both of you have signed.", address)


INDUCTION = Deadline(
    key="development.induction",
    title="An induction that is due",
    find=_unsigned,
    offsets=(Offset(-30, to=BOTH), Offset(-14, to=BOTH), Offset(1, to=BOTH)),
    line=_line,
)

declare(INDUCTION)
