"""Who is to hear what now: rows of the ledger that wait are asked about again, and the needless ones are marked so.

This is bookkeeping of rows and no act of anybody's, so it writes no audit event; telling somebody is the act.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from academy.engines.reminders.choices import ReminderStatus
from academy.engines.reminders.finding import still_found
from academy.engines.reminders.models import Digest, Reminder, ReminderPreferences
from academy.engines.reminders.selectors.preferences import preferences_of_all
from academy.engines.reminders.whereabouts import people_away, people_here
from academy.identity.models import Person

BATCH = 200


@dataclass(frozen=True)
class DueDigest:
    """What one person is to hear today, soonest due first, and how she wants it."""

    person: Person
    reminders: tuple[Reminder, ...]
    preferences: ReminderPreferences

    @property
    def kinds(self) -> list[str]:
        return [reminder.kind for reminder in self.reminders]


def due_digests(*, on: date, at: datetime) -> Iterator[DueDigest]:
    """Everybody who is to hear something on the day and has had no digest of it, in batches of 200 people.

    Each batch is asked about only when its turn comes, so that what was done in between is not told. Who is away hears
    it on her return, if it still counts then. The number of queries for a batch does not grow with it.
    """
    after = 0
    while people := _recipients(on=on, after=after):
        yield from _judged(people, on=on, at=at)
        after = people[-1]


def _recipients(*, on: date, after: int) -> list[int]:
    told = Digest.objects.filter(on=on).values("person_id")
    unpaused = ReminderPreferences.objects.filter(pauses_when_away=False).values("person_id")
    away = people_away(on).exclude(pk__in=unpaused).order_by().values("pk")
    waiting = Reminder.objects.waiting().filter(recipient_id__gt=after).exclude(recipient_id__in=told)
    ids = waiting.exclude(recipient_id__in=away).order_by("recipient_id").values_list("recipient_id", flat=True)
    return list(ids.distinct()[:BATCH])


def _judged(people: Collection[int], *, on: date, at: datetime) -> list[DueDigest]:
    rows = list(Reminder.objects.waiting().filter(recipient_id__in=people).select_related("about"))
    here = {person.pk: person for person in people_here(on).filter(pk__in=people)}
    preferences = preferences_of_all(people)
    true = still_found(rows, on=on)
    verdicts: dict[ReminderStatus, list[Reminder]] = defaultdict(list)
    latest = _latest(row for row in rows if row.pk in true)
    for row in rows:
        held = row.pk in true and row.recipient_id in here
        wanted = row.kind not in preferences[row.recipient_id].off
        verdicts[_verdict(held=held, is_latest=row.pk in latest, wanted=wanted)].append(row)
    by_person: dict[int, list[Reminder]] = defaultdict(list)
    for row in verdicts.pop(ReminderStatus.WAITING, []):
        by_person[row.recipient_id].append(row)
    for status, needless in verdicts.items():
        waiting: QuerySet[Reminder] = Reminder.objects.waiting().filter(pk__in=[row.pk for row in needless])
        waiting.update(status=status, decided_at=at)
    return [DueDigest(here[pk], tuple(due), preferences[pk]) for pk, due in sorted(by_person.items())]


def _verdict(*, held: bool, is_latest: bool, wanted: bool) -> ReminderStatus:
    if not held:
        return ReminderStatus.WITHDRAWN
    if not is_latest:
        return ReminderStatus.OVERTAKEN
    return ReminderStatus.WAITING if wanted else ReminderStatus.UNWANTED


def _latest(reminders: Iterable[Reminder]) -> set[int]:
    """Of several offsets of one deadline for one person only the latest counts: a missed week is told once."""
    last: dict[tuple[str, int, int, date], Reminder] = {}
    for row in reminders:
        key = (row.kind, row.subject_id, row.recipient_id, row.due_on)
        if key not in last or last[key].days < row.days:
            last[key] = row
    return {row.pk for row in last.values()}
