"""How a year stands on the cohort board, worst first."""

from django.db.models import TextChoices

from academy.ui.states import Shape, State


class Standing(TextChoices):
    """Act now is for what cannot wait, watch for what was told early; the words beside it say which (D1-22)."""

    ACT = "act", "Act now"
    WATCH = "watch", "Watch"
    PAUSED = "paused", "Paused"
    ON_TRACK = "on_track", "On track"

    @property
    def state(self) -> State:
        shapes = {"act": Shape.LATE, "watch": Shape.AGEING, "paused": Shape.NOT_YET}
        return State(str(self.label), shapes.get(self.value, Shape.MET))
