"""Kinds of long work: each app declares its own."""

from collections.abc import Callable
from dataclasses import dataclass

from academy.engines.files.models import StoredFile
from academy.engines.jobs.models import Job
from academy.engines.jobs.progress import Progress


@dataclass(frozen=True)
class JobKind:
    """A kind of long work.

    `name` is `app.noun`; `title` is what the page calls it. `run(job, progress)` does it and returns the file it made,
    if it made one. It may be run twice, also at the same time (a worker that was taken for dead may still live), so it
    must lead to the same end however often it is run. It calls `progress.tell(per_cent, words)` at least every four
    minutes and outside a transaction, else it is taken for dead. What cannot be done raises `Refused` with a sentence.
    """

    name: str
    title: str
    run: Callable[[Job, Progress], StoredFile | None]


_kinds: dict[str, JobKind] = {}


def declare(*kinds: JobKind) -> None:
    """Make kinds known; a name declared twice is a bug."""
    for kind in kinds:
        if kind.name in _kinds:
            raise RuntimeError(f"Two kinds of jobs are called {kind.name}.")
        _kinds[kind.name] = kind


def kind_called(name: str) -> JobKind:
    """The kind of this name; asking for an unknown one is a bug."""
    return _kinds[name]
