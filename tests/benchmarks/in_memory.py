"""Pages of one thing at two sizes, in a database in memory: queries, time against an empty page, and bytes."""

import os
import statistics
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from io import StringIO
from typing import Any

import time_machine

ROUNDS = 5
# Of each page its queries, median seconds and bytes.
Costs = dict[str, tuple[int, float, int]]


def run(
    pages: Callable[[int], dict[str, tuple[Any, str]]],
    sizes: tuple[int, int],
    *,
    what: str,
    whole: Collection[str] = (),
) -> int:
    """Measure the pages at both sizes and print the table of the bigger one. `pages` builds a world of a size and gives
    who asks for which address by the page's name, the empty page among them.

    A page that needs more queries at the bigger size, or has more than 100 kB, makes it 1; of those in `whole` only
    queries are judged.
    """
    with in_memory():
        few, many = (_measured(pages(size)) for size in sizes)
    lines = [f"{sizes[1]} {what}", *_table(many), *_faults(few, many, what=what, whole=whole)]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if any(line.startswith("FAULT") for line in lines) else 0


@contextmanager
def in_memory() -> Iterator[None]:
    """A database in memory with what every portal has, on the day of the tests; gone at the end of the process."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "academy.config.settings.test"
    os.environ["DATABASE_URL"] = "sqlite://:memory:"
    import django

    django.setup()
    from django.core.management import call_command
    from django.test.utils import override_settings, setup_databases

    from tests.factories.people import NOW

    setup_databases(verbosity=0, interactive=False)
    call_command("load_reference", verbosity=0, stdout=StringIO())
    with override_settings(ROOT_URLCONF="tests.benchmarks.urls"), time_machine.travel(NOW, tick=False):
        yield


def _measured(pages: dict[str, tuple[Any, str]]) -> Costs:
    from tests.benchmarks.measuring import asker, queries_for, seconds

    told = {}
    for name, (account, address) in pages.items():
        ask = asker(account, address)
        queries = len(queries_for(ask))
        told[name] = (queries, statistics.median(seconds(ask) for _ in range(ROUNDS)), len(ask()))
    return told


def _table(many: Costs) -> list[str]:
    empty = many["empty page"][1]
    rows = (f"{name:<12} {q:>8} {s / empty:>8.2f} {size / 1000:>6.1f}" for name, (q, s, size) in many.items())
    return [f"{'page':<12} {'queries':>8} {'× empty':>8} {'kB':>6}", *rows]


def _faults(few: Costs, many: Costs, *, what: str, whole: Collection[str]) -> list[str]:
    from tests.benchmarks.measuring import MOST_BYTES

    growing = [name for name, (queries, _, _) in many.items() if queries != few[name][0]]
    big = [name for name, (_, _, size) in many.items() if size > MOST_BYTES and name not in whole]
    return [
        *(f"FAULT: {name} needs {few[name][0]} queries, with more {what} {many[name][0]}." for name in growing),
        *(f"FAULT: {name} has {many[name][2]:,} bytes, not {MOST_BYTES:,}." for name in big),
    ]
