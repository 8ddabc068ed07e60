"""What was kept in logs, by its day and its kind alone, for programmes that count it: never a title or a word."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from academy.development.models import Entry


@dataclass(frozen=True)
class KeptDay:
    """An entry by its number, whose it is, and its day."""

    pk: int
    person_id: int
    on: date


def kept_days(person_ids: Collection[int], *, kinds: Collection[str], since: date, on: date) -> list[KeptDay]:
    """Kept entries of these kinds between two days, in the order of their days. One query."""
    kept = Entry.objects.kept().filter(author_id__in=person_ids, kind__in=kinds)
    rows = kept.filter(started_on__gte=since, started_on__lte=on).order_by("started_on", "pk")
    return [KeptDay(pk, author, day) for pk, author, day in rows.values_list("pk", "author_id", "started_on") if day]
