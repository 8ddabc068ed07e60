"""Codes of secondary employment."""

from django.db.models import TextChoices

from academy.ui.states import Shape, State


class SecondJobState(TextChoices):
    """Where a declaration of a second job stands. A permission is given for a year (S2-38 to S2-44)."""

    DECLARED = "declared", "Waiting for a decision"
    ALLOWED = "allowed", "Allowed"
    REFUSED = "refused", "Refused"
    WITHDRAWN = "withdrawn", "Withdrawn"
    ENDED = "ended", "Ended"

    @property
    def state(self) -> State:
        shapes = {"declared": Shape.DOING, "allowed": Shape.MET}
        return State(str(self.label), shapes.get(self.value, Shape.NOT_YET))


# The states in which the hours of a second job count.
COUNTING = (SecondJobState.DECLARED, SecondJobState.ALLOWED)


class PermittedBy(TextChoices):
    """Whose permission a second job needs (S2-39, S2-40)."""

    LINE_MANAGER = "line_manager", "Her line manager"
    CHIEF_OFFICER = "chief_officer", "The chief officer"
