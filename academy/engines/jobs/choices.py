"""How far a job has come. Codes are stored; wording may change."""

from datetime import timedelta

from django.db.models import TextChoices

from academy.ui.states import Shape, State


class JobStatus(TextChoices):
    QUEUED = "queued", "Waiting"
    RUNNING = "running", "Being done"
    DONE = "done", "Done"
    FAILED = "failed", "Not done"

    @property
    def state(self) -> State:
        shapes = {"queued": Shape.NOT_YET, "running": Shape.DOING, "done": Shape.MET, "failed": Shape.LATE}
        return State(str(self.label), shapes[self.value])


OVER = (JobStatus.DONE, JobStatus.FAILED)

MOST_ATTEMPTS = 5
# A worker that has not given a sign for this long is taken for dead, and another one may take its job.
SILENCE = timedelta(minutes=5)
# A lost message costs a minute: beat rings again for whatever it did not ring for just now.
RING_AGAIN_AFTER = timedelta(seconds=50)
KEPT_AFTER_END = timedelta(days=90)
GIVEN_UP = (
    "It was tried five times and did not work. Ask for it again later; if it fails again, tell your academy lead."
)
