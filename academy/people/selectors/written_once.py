"""Queries every request asks, their SQL written once: for these, writing it takes ten times as long as asking it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import QuerySet

# what stands in the SQL until somebody is asked about: no row has that number, and nobody had a post that day
SOMEBODY, SOME_DAY = 2**53 + 5, date(1066, 10, 14)


class WrittenOnce:
    """A query about a person on a day, in which her id and the day are values and decide about nothing else."""

    def __init__(self, build: Callable[[int, date], QuerySet[Any, Any]]) -> None:
        self._build = build
        self._written: dict[str, tuple[str, tuple[Any, ...]]] = {}

    def forget(self) -> None:
        """Have the SQL written anew when it is asked next: what the query is built of has changed."""
        self._written.clear()

    def rows(self, person_id: int, on: date) -> list[tuple[Any, ...]]:
        """The rows as the database says them, in one query: SQLite has numbers for yes and no, and words for days."""
        if connection.vendor not in self._written:
            self._written[connection.vendor] = self._build(SOMEBODY, SOME_DAY).query.sql_with_params()
        sql, values = self._written[connection.vendor]
        as_value = connection.ops.adapt_datefield_value
        asked = {SOMEBODY: person_id, as_value(SOME_DAY): as_value(on)}
        with connection.cursor() as cursor:
            cursor.execute(sql, [asked.get(value, value) for value in values])
            return list(cursor.fetchall())
