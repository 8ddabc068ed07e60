"""What script/test does: set up, run the parts that were asked for, and end with pytest's own last lines."""

import argparse
import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from script.bootstrap import machine, packages
from script.bootstrap.progress import Stop, part, stop
from script.bootstrap.runs import Run, Runs
from script.bootstrap.servers import postgresql, redis

BROWSER = "tests/browser"
# Generated walks of every address by everybody: on PostgreSQL, which is the real one; once is enough (architecture 9).
WALKS = "tests/integration/leaks"
# What touches no database says the same on both: once is enough, too (tests/conftest.py).
ON_BOTH = "--on-the-database"
# A page that never answers again would hold the whole run; after so long the run ends and says at which journey.
NEVER_HANGS = ("-o", "faulthandler_timeout=400", "-o", "faulthandler_exit_on_timeout=true")
# Where the second half of the journeys begins, by their names: both take about as long.
SECOND_HALF = "test_panel"
EVERYTHING = (*machine.TO_RUN, *machine.TO_CHECK_PDFS, *machine.TO_BROWSE, *machine.TO_SERVE_TESTS)
CORES = str(max(2, min(os.cpu_count() or 2, 8)))
# In the order of the files: by number of tests, which is the default, the few long ones would come last, one after the
# other on one core.
TOGETHER = ("-n", CORES, "--dist", "loadfile", "--no-loadscope-reorder")


# By which tests/migrated.py finds what script/bootstrap/migrated.py has made.
MIGRATED_FILE, MIGRATED_DATABASE = "MIGRATED_FILE", "MIGRATED_DATABASE"


@dataclass(frozen=True)
class Wish:
    """What the caller asked for."""

    quick: bool
    postgres: bool
    paths: tuple[str, ...]

    @property
    def whole(self) -> bool:
        return not (self.quick or self.paths)

    @property
    def needs_servers(self) -> bool:
        return self.whole or self.postgres or any(path.startswith(BROWSER) for path in self.paths)


def main() -> int:
    """0 when everything passed; otherwise 1, and the parts that failed are named above pytest's last lines."""
    wish = _read(sys.argv[1:])
    os.chdir(packages.ROOT)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # what one of the many processes has compiled serves all others
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # told to stop, the servers and the scratch folder go too
    try:
        _set_up(wish)
        with (
            tempfile.TemporaryDirectory(prefix="academy-tests-", dir="/var/tmp") as folder,
            contextlib.ExitStack() as stack,
        ):
            runs = Runs(Path(folder))
            production = _servers(Path(folder), stack) if wish.needs_servers else {}
            _run(wish, runs, production)
            return runs.report()
    except Stop as reason:
        stop(reason)


def _read(arguments: list[str]) -> Wish:
    parser = argparse.ArgumentParser(prog="script/test", allow_abbrev=False)
    parser.add_argument("--quick", action="store_true", help="checks and the suite on SQLite, without the browser")
    parser.add_argument("--postgres", action="store_true", help="run the named tests on PostgreSQL with Redis")
    known, for_pytest = parser.parse_known_args(arguments)
    return Wish(quick=known.quick, postgres=known.postgres, paths=tuple(for_pytest))


def _set_up(wish: Wish) -> None:
    quickly = (*machine.TO_RUN, *machine.TO_CHECK_PDFS)
    with part("System packages", number=1, of=3):
        machine.install(EVERYTHING if wish.needs_servers else quickly)
    with part("Python packages", number=2, of=3):
        packages.install("dev")
    with part("Front-end assets", number=3, of=3):
        build = [str(packages.PYTHON), "-m", "academy.ui.assets.build", "--with-tests"]
        done = subprocess.run(build, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Stop(done.stderr.strip() or "The front-end assets could not be built.")


def _servers(folder: Path, stack: contextlib.ExitStack) -> dict[str, str]:
    """Private servers in the production shape, as the portal's settings by environment."""
    database = stack.enter_context(postgresql(folder / "postgresql"))
    socket = stack.enter_context(redis(folder / "redis"))
    return {
        "DATABASE_URL": database,
        "MIGRATION_DATABASE_URL": database,
        "CELERY_BROKER_URL": f"redis+socket://{socket}",
        "CACHE_URL": f"rediscache://{socket}?db=1",
    }


def _run(wish: Wish, runs: Runs, production: dict[str, str]) -> None:
    if wish.paths:
        browser = any(path.startswith(BROWSER) for path in wish.paths)
        environment = production if wish.postgres or browser else {}
        runs.pytest(Run("Tests", wish.paths, environment=environment))
        return
    _migrate_beside_checks(wish, runs, production)
    suite = ("tests", f"--ignore={BROWSER}", *TOGETHER)
    # Coverage is taken here, where everything but the walks runs; on PostgreSQL it would cost half as much again.
    runs.pytest(Run("Suite on SQLite", (*suite, f"--ignore={WALKS}"), measured=wish.whole))
    if wish.whole:
        runs.pytest(Run("Suite on PostgreSQL and Redis", (*suite, ON_BOTH), environment=production))
        _journeys(runs, production)
        runs.coverage()


def _journeys(runs: Runs, production: dict[str, str]) -> None:
    """Each half on a portal of its own, and the smoke journey on a third: one journey keeps about one core busy.

    Those of a half go one after another, always in the same order: they share a demo academy, and some change its
    people.
    """
    files = sorted(str(path) for path in Path(BROWSER).glob("test_*.py"))
    first = [path for path in files if Path(path).name < SECOND_HALF]
    second = [path for path in files if path not in first]
    smoke = Run("Smoke journey in the browser on SQLite", (BROWSER, "-m", "smoke", *NEVER_HANGS))
    half = Run("First half of the journeys on PostgreSQL", (*first, *NEVER_HANGS), environment=production)
    rest = (*second, f"{BROWSER}/ui", *NEVER_HANGS)
    with runs.pytest_beside(smoke), runs.pytest_beside(half):
        runs.pytest(Run("Second half of the journeys on PostgreSQL", rest, environment=production))


def _migrate_beside_checks(wish: Wish, runs: Runs, production: dict[str, str]) -> None:
    """A run needs more than a dozen migrated databases: they begin as copies of one, made while one core checks."""
    file, name = runs.scratch / "migrated.sqlite3", "academy_migrated"
    migrate = [str(packages.PYTHON), "-m", "script.bootstrap.migrated", str(file), *([name] if wish.whole else [])]
    with runs.program_beside("Migrations", migrate, production):
        runs.program("Checks", ["script/check"])
    if "Migrations" not in runs.failed:
        os.environ[MIGRATED_FILE] = str(file)
        os.environ[MIGRATED_DATABASE] = name


if __name__ == "__main__":
    sys.exit(main())
