"""`python -m tests.benchmarks [--people 1000 20000]`: see README.md beside it."""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

import django
from django.db import connection
from django.test.utils import override_settings

from script.bootstrap.servers import postgresql

PARTS = ["pages", "sweep", "judging"]


def main() -> int:
    """Build, measure and tell at each size; 1 when something needs more queries at a bigger size, or a page is big."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--only", choices=PARTS, help="one part of them; all without it")
    parser.add_argument("--people", type=int, nargs="+", default=[1_000, 20_000], help="sizes, smallest first")
    asked = parser.parse_args()
    sizes, parts = sorted(asked.people), [asked.only] if asked.only else PARTS
    os.environ["DJANGO_SETTINGS_MODULE"] = "academy.config.settings.test"
    given = os.environ.get("DATABASE_URL")
    if given:
        return _run(given, sizes, parts)
    with tempfile.TemporaryDirectory(dir="/var/tmp", prefix="benchmarks-") as folder:
        Path(folder).chmod(0o755)
        with postgresql(Path(folder) / "postgresql") as private:
            return _run(private, sizes, parts)


def _run(database_url: str, sizes: list[int], parts: list[str]) -> int:
    os.environ["DATABASE_URL"] = database_url
    django.setup()
    if connection.vendor != "postgresql":
        sys.stderr.write("The benchmarks need PostgreSQL. Leave DATABASE_URL out, and a private one is started.\n")
        return 2
    name = connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        return _measure(sizes, parts)
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


def _measure(sizes: list[int], parts: list[str]) -> int:
    from tests.benchmarks.building import found, grow
    from tests.benchmarks.judging import judge_costs, judge_faults, judge_table
    from tests.benchmarks.measuring import costs_of
    from tests.benchmarks.sweeping import sweep_cost, sweep_faults, sweep_table
    from tests.benchmarks.telling import faults, table

    academy, costs, sweeps, judgings = found(), {}, {}, {}
    for size in sizes:
        began = time.monotonic()
        grow(academy, size)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        sys.stdout.write(f"{size:,} people with {academy.entries_each} entries each, built in ")
        sys.stdout.write(f"{time.monotonic() - began:.0f} s\n")
        sys.stdout.flush()
        if "pages" in parts:
            with override_settings(ROOT_URLCONF="tests.benchmarks.urls"):
                costs[size] = costs_of(academy)
        if "sweep" in parts:
            sweeps[size] = sweep_cost(academy)
        if "judging" in parts:
            judgings[size] = judge_costs(academy)
    lines = [
        *([table(costs), *faults(costs)] if costs else []),
        *([sweep_table(sweeps), *sweep_faults(sweeps)] if sweeps else []),
        *([judge_table(judgings), *judge_faults(judgings)] if judgings else []),
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if any(line.startswith("FAULT") for line in lines) else 0


if __name__ == "__main__":
    sys.exit(main())
