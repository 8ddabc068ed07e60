"""Codes of supervision and of peer learning sessions."""

from django.db.models import TextChoices

from academy.ui.states import Shape, State

# What the autosaved words of one's part are called among the drafts.
NOTE_FORM = "development.supervision"


class Strand(TextChoices):
    """The two strands of supervision (S4-32)."""

    REFLECTIVE = "reflective", "Reflective"
    DAY_TO_DAY = "day_to_day", "Day to day"


class SessionState(TextChoices):
    """How a supervision session stands. Missed ones keep why; signed ones are locked."""

    PLANNED = "planned", "Planned"
    HELD = "held", "Held"
    MISSED = "missed", "Not held"
    SIGNED = "signed", "Signed by both"

    @property
    def state(self) -> State:
        shapes = {"planned": Shape.DOING, "held": Shape.DOING, "signed": Shape.MET}
        return State(str(self.label), shapes.get(self.value, Shape.NOT_YET))


class MissedBecause(TextChoices):
    """Why a planned session was not held. Never a health reason: days away are read from absences."""

    PERSON_AWAY = "person_away", "The supervised person was away"
    SUPERVISOR_AWAY = "supervisor_away", "The supervisor was away"
    WORK = "work", "Urgent work came between"
    NOT_ARRANGED = "not_arranged", "It was not arranged"
    OTHER = "other", "Another reason"


class PeerSessionState(TextChoices):
    PLANNED = "planned", "Planned"
    HELD = "held", "Held"
    CANCELLED = "cancelled", "Cancelled"

    @property
    def state(self) -> State:
        shapes = {"planned": Shape.DOING, "held": Shape.MET}
        return State(str(self.label), shapes.get(self.value, Shape.NOT_YET))
