"""A worker of its own process, or one ring for due jobs: `python -m tests.integration.engines.jobs.worker work|ring`.

It knows one kind of job, whose first turn never ends and whose later ones end at once. Each turn writes a line.
"""

import os
import sys
import time
from pathlib import Path

import django


def never_ends_at_first(job, progress):
    with Path(os.environ["TURNS"]).open("a") as turns:
        turns.write(f"turn {job.attempts}\n")
    progress.tell(50, "half of it")
    if job.attempts == 1:
        time.sleep(600)


def main(what):
    django.setup()
    from academy.config.celery import app
    from academy.engines.jobs.declarations import JobKind, declare
    from academy.engines.jobs.tasks import ring_due_jobs

    declare(JobKind("sample.slow", "Slow work", run=never_ends_at_first))
    if what == "ring":
        ring_due_jobs()
    else:
        app.worker_main(["worker", "--concurrency=1", "--loglevel=WARNING", "--without-mingle", "--without-gossip"])


if __name__ == "__main__":
    main(sys.argv[1])
