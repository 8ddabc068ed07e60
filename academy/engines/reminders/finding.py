"""What is due, found by the database: one INSERT … SELECT for each offset and audience, whatever the number of people.

What the ledger holds already stays as it is, so asking again changes nothing; only a row that was withdrawn and is
found again waits again. How far back to look is fixed: the ledger itself knows what was told.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import CharField, DateField, DateTimeField, F, QuerySet, SmallIntegerField, Value

from academy.engines.reminders.choices import LOOK_BACK, ReminderStatus
from academy.engines.reminders.deadlines import ABOUT, DUE, SUBJECT, Asked, Deadline, Offset, deadline_called, declared
from academy.engines.reminders.models import Reminder
from academy.engines.reminders.whereabouts import people_here

RECIPIENT = "reminded_recipient"
# Column of the ledger → what it is called in the rows that are found.
COLUMNS = {
    "kind": "reminded_kind",
    "subject_id": SUBJECT,
    "about_id": ABOUT,
    "recipient_id": RECIPIENT,
    "due_on": DUE,
    "days": "reminded_days",
    "status": "reminded_status",
    "found_at": "reminded_at",
}
ONCE = ("kind", "subject_id", "recipient_id", "due_on", "days")


def note_due(*, on: date, at: datetime) -> int:
    """Put everything that is due on the day, or was within the look-back, into the ledger; returns how many are new."""
    return sum(_note(deadline, offset, on=on, at=at) for deadline in declared() for offset in deadline.offsets)


def still_found(reminders: Iterable[Reminder], *, on: date) -> set[int]:
    """Ids of those that are still true: asked again of their finders, a few queries for each kind and offset."""
    found: set[int] = set()
    by_offset = sorted(reminders, key=_offset_of)
    for (kind, days), group in groupby(by_offset, key=_offset_of):
        rows, deadline = list(group), deadline_called(kind)
        offset = deadline.offset(days) if deadline else None
        if deadline and offset:
            true = set(_true_of(deadline, offset, rows=rows, on=on))
            found |= {row.pk for row in rows if (row.subject_id, row.recipient_id, row.due_on) in true}
    return found


def _offset_of(reminder: Reminder) -> tuple[str, int]:
    return reminder.kind, reminder.days


def _true_of(deadline: Deadline, offset: Offset, *, rows: list[Reminder], on: date) -> Iterator[tuple[Any, ...]]:
    days = [row.due_on for row in rows]
    asked = Asked(on, min(days), max(days))
    for candidates in _candidates(deadline, offset, asked=asked):
        among = candidates.filter(**{f"{SUBJECT}__in": {row.subject_id for row in rows}})
        yield from among.values_list(SUBJECT, RECIPIENT, DUE)


def _note(deadline: Deadline, offset: Offset, *, on: date, at: datetime) -> int:
    last = on - timedelta(days=offset.days)
    here = people_here(on).order_by().values("pk")
    constants = {
        "reminded_kind": Value(deadline.key, CharField()),
        "reminded_days": Value(offset.days, SmallIntegerField()),
        "reminded_status": Value(ReminderStatus.WAITING.value, CharField()),
        "reminded_at": Value(at, DateTimeField()),
    }
    return sum(
        _insert(candidates.filter(**{f"{RECIPIENT}__in": here}).annotate(**constants))
        for candidates in _candidates(deadline, offset, asked=Asked(on, last - LOOK_BACK, last))
    )


def _candidates(deadline: Deadline, offset: Offset, *, asked: Asked) -> Iterator[QuerySet[Any]]:
    """What the deadline finds, with whom it reminds: one queryset for each kind of row and audience."""
    for found in deadline.find(asked):
        due = F(found.due) if isinstance(found.due, str) else Value(found.due, DateField())
        rows = found.rows.order_by().annotate(**{SUBJECT: F(found.subject), ABOUT: F(found.person), DUE: due})
        within = rows.filter(**{f"{DUE}__range": (asked.first, asked.last)})
        for audience in offset.to:
            yield within.annotate(**{RECIPIENT: audience.of(asked.on)})


def _insert(rows: QuerySet[Any]) -> int:
    try:
        found, values = rows.values(*COLUMNS.values()).query.sql_with_params()
    except EmptyResultSet:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(_statement(found), [*values, ReminderStatus.WAITING.value, ReminderStatus.WITHDRAWN.value])
        return int(cursor.rowcount)


def _statement(found: str) -> str:
    """DISTINCT, because one statement may not meet the same row twice. WHERE TRUE, because SQLite would otherwise read
    ON CONFLICT as the condition of a join."""
    table = connection.ops.quote_name(Reminder._meta.db_table)
    parts = (
        *("INSERT INTO", table, f"({_names(COLUMNS)})"),
        *("SELECT DISTINCT", _names(COLUMNS.values()), f"FROM ({found}) found WHERE TRUE"),
        *(
            f"ON CONFLICT ({_names(ONCE)})",
            "DO UPDATE SET status = %s, decided_at = NULL",
            f"WHERE {table}.status = %s",
        ),
    )
    return " ".join(parts)


def _names(columns: Iterable[str]) -> str:
    return ", ".join(map(connection.ops.quote_name, columns))
