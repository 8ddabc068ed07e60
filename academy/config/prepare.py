"""Brings everything the portal needs on this machine up to date: assets, static files, database, reference data, demo.

Each part is skipped when nothing it is made from has changed. The database answers for itself: pending migrations are
asked for, and whoever starts with a new database gets reference data and the demo again.
"""

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from academy.config import env
from academy.config.stamps import Stamps, digest
from academy.ui.assets.build import inputs_hash, is_current

MANAGE = (sys.executable, "manage.py")


class PreparationFailed(Exception):
    """A part could not be brought up to date; the text is a sentence for whoever started the portal."""


@dataclass(frozen=True)
class Part:
    """One part of the set-up: what it is made from, and the programs that make it."""

    key: str
    title: str
    inputs: Callable[[], str]
    programs: tuple[tuple[str, ...], ...]
    forgets: tuple[str, ...] = ()


def parts() -> list[Part]:
    """The parts in their order; the demo academy only where the settings want it."""
    manage = [
        Part("assets", "Front-end assets", _assets, ((sys.executable, "-m", "academy.ui.assets.build"),)),
        Part("static", "Static files", _static_files, ((*MANAGE, "collectstatic", "--noinput", "--verbosity", "0"),)),
        Part(
            "database",
            "Database",
            _migrations,
            ((*MANAGE, "migrate", "--verbosity", "0"), (*MANAGE, "createcachetable", "--verbosity", "0")),
            forgets=("reference", "demo"),
        ),
        Part("reference", "Reference data", _reference_files, ((*MANAGE, "load_reference"),)),
    ]
    if settings.DEMO_ACADEMY:
        manage.append(Part("demo", "Demo academy", _database_name, ((*MANAGE, "load_demo"),)))
    return manage


def prepare(*, say: Callable[..., None], done_before: int = 0) -> None:
    """Make each part that is out of date, with one line of progress for each.

    `done_before` counts the parts somebody else has made and told about. Raises PreparationFailed with a sentence.
    """
    stamps = Stamps(settings.ENVIRONMENT.var / "stamps")
    todo = parts()
    for number, part in enumerate(todo, done_before + 1):
        say(f"[{number}/{done_before + len(todo)}] {part.title} … ", end="", flush=True)
        began = time.monotonic()
        made = _make(part, stamps)
        say(f"{time.monotonic() - began:.1f} s" if made else "up to date", flush=True)


def _make(part: Part, stamps: Stamps) -> bool:
    inputs = part.inputs()
    if stamps.holds(part.key, inputs):
        return False
    for program in part.programs:
        _run(part, program)
    for key in part.forgets:
        stamps.drop(key)
    stamps.set(part.key, part.inputs())
    return True


def _run(part: Part, program: tuple[str, ...]) -> None:
    """Run a program as the owner of the database; keep what it says in a log. Raises PreparationFailed."""
    log = settings.ENVIRONMENT.var / "log" / f"{part.key}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    owner = {**os.environ, "DATABASE_URL": settings.ENVIRONMENT.migration_database_url}
    with log.open("w") as output:
        result = subprocess.run(
            program, cwd=env.ROOT, env=owner, stdin=subprocess.DEVNULL, stdout=output, stderr=output, check=False
        )
    if result.returncode != 0:
        said = [line.strip() for line in log.read_text().splitlines() if line.strip()]
        last = said[-1] if said else "it said nothing"
        raise PreparationFailed(f"{part.title} could not be made ready: {last} (everything it said: {log})")


def _files(*folders: str, pattern: str = "**/*") -> Iterator[Path]:
    for folder in folders:
        for path in (env.ROOT / folder).glob(pattern):
            if path.is_file() and "built" not in path.parts:
                yield path


def _assets() -> str:
    """What the build itself says: its inputs, and whether its results stand there."""
    return f"{inputs_hash()} {is_current(with_tests=False)}"


def _static_files() -> str:
    built = [path for path in (env.ROOT / "static" / "built").glob("**/*") if path.is_file()]
    lock = env.ROOT / "script" / "requirements" / "run.txt"
    there = Path(settings.STATIC_ROOT).is_dir()
    return digest(env.ROOT, [*_files("static"), *built, lock], str(there))


def _reference_files() -> str:
    return digest(env.ROOT, _files("academy", "pathways", "portfolios", "asye", "panels", pattern="**/*.yaml"))


def _database_name() -> str:
    """The database by a digest: its address may hold a password."""
    return hashlib.sha256(settings.ENVIRONMENT.database_url.encode()).hexdigest()


def _migrations() -> str:
    """The database and how many migrations it still lacks. Raises PreparationFailed when it does not answer."""
    try:
        executor = MigrationExecutor(connection)
    except OperationalError as error:
        reason = str(error).strip().splitlines()[0]
        raise PreparationFailed(f"The database does not answer, so the portal cannot start: {reason}") from error
    finally:
        connection.close()
    pending = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    return f"{_database_name()} lacks {pending}"
