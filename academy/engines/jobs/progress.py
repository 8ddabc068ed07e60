"""What a job's work tells of itself: how far it is, and that it is still alive."""

from collections.abc import Callable
from datetime import datetime

from academy.engines.jobs.models import Job

Clock = Callable[[], datetime]


class Superseded(Exception):
    """The job is another worker's by now: this one had gone silent for too long. Its work is thrown away."""


class Progress:
    """The voice of one worker's turn at a job."""

    def __init__(self, job: Job, clock: Clock) -> None:
        self.job = job
        self.clock = clock

    def tell(self, per_cent: int, words: str = "") -> None:
        """Note how far the work is (0 to 100) and what it does, without personal data. Raises `Superseded`."""
        values = {"progress": max(0, min(per_cent, 100)), "progress_words": words[:120], "heartbeat_at": self.clock()}
        if not Job.objects.held(self.job).update(**values):
            raise Superseded
