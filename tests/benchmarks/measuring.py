"""What a page costs: queries, time against an empty page of the same layout, bytes, and how the database reads."""

import json
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from academy.engines.access.views import Page
from academy.identity.models import User
from academy.training.models import RequestStage, TrainingEvent
from tests.benchmarks.building import AT, Academy

MOST_BYTES = 100_000
WARM_UPS, ROUNDS = 3, 15
# Reading the whole of a table is worth a word from so many rows on.
BIG_TABLE = 5_000


class EmptyPage(Page):
    """The layout of a page with nothing on it."""

    permission = "desk.home.see"
    section = "home"
    template_name = "layouts/page.html"

    def read(self) -> dict[str, Any]:
        return {"title": "Nothing"}


@dataclass(frozen=True)
class Cost:
    """What one page costs at one size: `seconds` is a median, `scans` big tables read whole, each with its query."""

    queries: int
    seconds: float
    size: int
    scans: tuple[str, ...]


def pages(academy: Academy) -> dict[str, tuple[User, str]]:
    """The pages measured: who asks, and for which address. The empty one comes first."""
    someone = academy.people[2]
    return {
        "empty page": (academy.practitioner, reverse("empty")),
        "home": (academy.practitioner, reverse("desk:home")),
        "my year": (academy.practitioner, reverse("development:year")),
        "directory": (academy.lead, reverse("people:directory")),
        "person page": (academy.lead, reverse("people:person", args=[someone.pk])),
        "season": (academy.lead, f"{reverse('development:season')}?whose=all"),
        "team season": (academy.lead, f"{reverse('development:season')}?whose=team"),
        "catalogue": (academy.practitioner, reverse("training:catalogue")),
        "event page": (academy.practitioner, _event_to_come(academy).get_absolute_url()),
        "my bookings": (academy.practitioner, reverse("training:bookings")),
        "approvals": (academy.lead, reverse("training:decide", args=[_first_asked().pk])),
    }


def _event_to_come(academy: Academy) -> TrainingEvent:
    """The first event the practitioner has a place with."""
    found: TrainingEvent = TrainingEvent.objects.filter(bookings__person=academy.people[1], state="open").earliest("pk")
    return found


def _first_asked() -> RequestStage:
    """The lead's oldest decision: the approvals page leads there, with the others beside it."""
    return RequestStage.objects.earliest("pk")


def costs_of(academy: Academy) -> dict[str, Cost]:
    """The cost of each page, the empty one among them. Rounds go through all pages: a busy machine slows all."""
    with time_machine.travel(AT, tick=False):
        askers = {name: asker(user, address) for name, (user, address) in pages(academy).items()}
        for ask in askers.values():
            for _ in range(WARM_UPS):
                ask()
        spent = [{name: seconds(ask) for name, ask in askers.items()} for _ in range(ROUNDS)]
        return {name: _cost(ask, [each[name] for each in spent]) for name, ask in askers.items()}


def queries_of(academy: Academy) -> dict[str, int]:
    """How many queries each page needs, once the process is warm."""
    with time_machine.travel(AT, tick=False):
        return {name: len(queries_for(asker(user, address))) for name, (user, address) in pages(academy).items()}


def _cost(ask: Callable[[], bytes], spent: list[float]) -> Cost:
    queries = queries_for(ask)
    return Cost(len(queries), statistics.median(spent), len(ask()), tuple(dict.fromkeys(_scans(queries))))


def asker(user: User, address: str) -> Callable[[], bytes]:
    """Asks for the page as the signed-in user and gives its bytes. Anything but a page is an error."""
    client = Client()
    client.force_login(user)

    def ask() -> bytes:
        response = client.get(address)
        if response.status_code != 200:
            raise RuntimeError(f"{address} answered {response.status_code}.")
        return response.content

    return ask


def seconds(ask: Callable[[], bytes]) -> float:
    began = time.monotonic_ns()
    ask()
    return (time.monotonic_ns() - began) / 1e9


def queries_for(ask: Callable[[], bytes]) -> list[str]:
    ask()
    with CaptureQueriesContext(connection) as captured:
        ask()
    return [query["sql"] for query in captured.captured_queries]


def _scans(queries: list[str]) -> Iterator[str]:
    """Big tables that PostgreSQL would read whole for one of the queries. Other databases are not asked."""
    if connection.vendor != "postgresql":
        return
    for sql in queries:
        if sql.startswith("SELECT"):
            yield from (f"{table}: {_told(sql)}" for table in _read_whole(_plan(sql)))


def _told(sql: str) -> str:
    """A query without the list of what it selects, as far as it helps to find it."""
    return sql[max(0, sql.find(" FROM ")) :][:400]


def _plan(sql: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN (FORMAT JSON) " + sql.replace("%", "%%"), ())
        plan = cursor.fetchone()[0]
    return json.loads(plan) if isinstance(plan, str) else plan


def _read_whole(plan: Any) -> Iterator[str]:
    """Names of big tables under sequential scans in a plan."""
    if isinstance(plan, list):
        for part in plan:
            yield from _read_whole(part)
    if isinstance(plan, dict):
        if plan.get("Node Type") == "Seq Scan" and _rows(plan["Relation Name"]) >= BIG_TABLE:
            yield str(plan["Relation Name"])
        for part in plan.values():
            yield from _read_whole(part)


def _rows(table: str) -> float:
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE relname = %s", [table])
        return float(cursor.fetchone()[0])
