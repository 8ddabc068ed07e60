"""What the daily sweep costs: finding what is due for everybody, against the same work written as bare SQL."""

import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from academy.development.models import Entry
from academy.development.rules.stretches import Stretch, stretch_of
from academy.development.selectors.policies import PLAIN
from academy.engines.reminders.finding import note_due
from academy.engines.reminders.judging import due_digests
from academy.engines.reminders.models import Reminder
from academy.engines.reminders.services.digests import send_digest
from academy.identity.actor import Actor
from academy.identity.models import Person, User
from academy.people.models import Registration
from tests.benchmarks.building import BATCH, Academy

# A day on which a stretch ends in less than four weeks, and no regulator's window is near.
ON, AT = date(2026, 8, 20), datetime(2026, 8, 20, 9, 30, tzinfo=UTC)
ROUNDS = 5
MOST_TOLD = 200
# One in so many has an empty stretch; one in so many, others, has a registration that runs out.
EMPTY_EACH, EXPIRING_EACH = 10, 20

HELD = "{row}.from_on <= %(on)s AND ({row}.until_on IS NULL OR {row}.until_on >= %(on)s)"
COLUMNS = "(kind, subject_id, about_id, recipient_id, due_on, days, status, found_at)"
POST = f"""
    SELECT 1 FROM people_post post JOIN people_terms terms ON terms.post_id = post.id
    JOIN people_jobrole job ON job.id = terms.job_role_id
    WHERE {HELD.format(row="post")} AND {HELD.format(row="terms")} AND job.is_registered AND post.person_id ="""
BARE = (
    f"""INSERT INTO reminders_reminder {COLUMNS}
    SELECT 'development.stretch', p.id, p.id, p.id, %(ends_on)s, -28, 'waiting', %(at)s
    FROM identity_person p JOIN identity_user u ON u.person_id = p.id AND u.is_active
    WHERE EXISTS ({POST} p.id) AND NOT EXISTS (
        SELECT 1 FROM development_entry e
        WHERE e.author_id = p.id AND e.state = 'kept' AND e.started_on BETWEEN %(starts_on)s AND %(ends_on)s
    )""",
    f"""INSERT INTO reminders_reminder {COLUMNS}
    SELECT 'people.registration', r.id, r.person_id, r.person_id, r.expires_on, -14, 'waiting', %(at)s
    FROM people_registration r
    WHERE r.expires_on BETWEEN %(on)s AND %(until)s AND {HELD.format(row="r")} AND EXISTS ({POST} r.person_id)""",
)


@dataclass(frozen=True)
class SweepCost:
    """One sweep at one size: medians in seconds, `told` for one digest; `noted` rows of the ledger, found both ways."""

    noted: int
    queries: int
    seconds: float
    bare: float
    told: float


def sweep_cost(academy: Academy) -> SweepCost:
    """Noting what is due, the same as bare SQL, and telling the first of those who are to hear it."""
    with _something_due(academy):
        ours = [_noted(_ours) for _ in range(ROUNDS)]
        bare = [_noted(_bare) for _ in range(ROUNDS)]
        if {number for number, _ in ours} != {number for number, _ in bare}:
            raise RuntimeError("The sweep and the bare SQL do not find the same.")
        return SweepCost(
            noted=ours[0][0],
            queries=queries_of_sweep(),
            seconds=statistics.median(seconds for _, seconds in ours),
            bare=statistics.median(seconds for _, seconds in bare),
            told=_told(),
        )


def queries_of_sweep() -> int:
    """How many statements it takes to find and note everything that is due."""
    with _undone(), CaptureQueriesContext(connection) as captured:
        _ours()
    return len(captured.captured_queries)


def sweep_table(costs: Mapping[int, SweepCost]) -> str:
    """A line for each size, times as multiples of the bare SQL."""
    lines = [f"{'sweep':<12} {'people':>8} {'queries':>8} {'× bare':>8} {'ms':>8} {'noted':>6} {'ms to tell one':>15}"]
    for size, cost in costs.items():
        times = f"{cost.seconds / cost.bare:>8.2f} {cost.seconds * 1000:>8.1f}"
        told = f"{cost.told * 1000:>15.1f}"
        lines.append(f"{'':<12} {size:>8,} {cost.queries:>8} {times} {cost.noted:>6,} {told}")
    return "\n".join(lines)


def sweep_faults(costs: Mapping[int, SweepCost]) -> list[str]:
    """A sweep whose statements grow with the academy."""
    numbers = {size: cost.queries for size, cost in costs.items()}
    if len(set(numbers.values())) == 1:
        return []
    told = ", ".join(f"{number} with {size:,} people" for size, number in numbers.items())
    return [f"FAULT: the sweep needs {told}."]


def _stretch() -> Stretch:
    return stretch_of(ON, rhythm=PLAIN.rhythm)


@contextmanager
def _undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def _something_due(academy: Academy) -> Iterator[None]:
    """Everybody has an account; some kept nothing lately, of others the registration runs out. Undone afterwards."""
    ids = [person.pk for person in academy.people]
    with _undone():
        known = set(User.objects.values_list("person_id", flat=True))
        accounts = (_account(person) for person in academy.people if person.pk not in known)
        User.objects.bulk_create(accounts, batch_size=BATCH)
        lately = Entry.objects.filter(author__in=ids[::EMPTY_EACH], started_on__gte=_stretch().starts_on)
        lately.update(started_on=_stretch().starts_on - timedelta(days=1))
        Registration.objects.filter(person__in=ids[1::EXPIRING_EACH]).update(expires_on=ON + timedelta(days=14))
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        yield


def _account(person: Person) -> User:
    return User(email=f"account{person.pk}@benchmark.example", password="!", person=person)


def _noted(note: Callable[[], None]) -> tuple[int, float]:
    """How many rows it puts into the ledger, and in how many seconds."""
    with _undone():
        began = time.monotonic_ns()
        note()
        spent = (time.monotonic_ns() - began) / 1e9
        return Reminder.objects.count(), spent


def _ours() -> None:
    note_due(on=ON, at=AT)


def _bare() -> None:
    stretch = _stretch()
    days: dict[str, date] = {
        "starts_on": stretch.starts_on,
        "ends_on": stretch.ends_on,
        "until": ON + timedelta(days=14),
    }
    with connection.cursor() as cursor:
        for statement in BARE:
            cursor.execute(statement, {"on": ON, "at": AT, **days})


def _told() -> float:
    """Seconds for one person: asked again, digest, ledger, notice, mail and audit."""
    by = Actor.system("reminders", on=ON)
    with _undone():
        _ours()
        began = time.monotonic_ns()
        told = 0
        for due in due_digests(on=ON, at=AT):
            send_digest(due=due, on=ON, by=by, at=AT)
            told += 1
            if told == MOST_TOLD:
                break
        return (time.monotonic_ns() - began) / 1e9 / max(told, 1)
