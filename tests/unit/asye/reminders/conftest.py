"""Who hears of a world's year on a day, by name and number of days."""

from collections.abc import Callable
from datetime import date

import pytest

from academy.engines.reminders import finding
from academy.engines.reminders.deadlines import Deadline
from academy.engines.reminders.models import Reminder
from tests.factories.reminders import AT

PEOPLE = ("nqsw", "assessor", "manager", "practice_assessor", "coordinator", "colleague")


@pytest.fixture
def told(world, monkeypatch) -> Callable[[Deadline, date], set[tuple[int, str]]]:
    """What the engine notes for one deadline on a day, of the latest of its offsets. The others are not asked, because
    all of them together take a hundred statements."""
    names = {getattr(world, name).pk: name for name in PEOPLE}

    def of(deadline: Deadline, on: date) -> set[tuple[int, str]]:
        monkeypatch.setattr(finding, "declared", lambda: [deadline])
        finding.note_due(on=on, at=AT)
        rows = Reminder.objects.filter(kind=deadline.key)
        latest = max((row.days for row in rows), default=None)
        return {(row.days, names[row.recipient_id]) for row in rows if row.days == latest}

    return of
