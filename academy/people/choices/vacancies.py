"""Codes of vacancies."""

from django.db.models import TextChoices

from academy.ui.states import Shape, State


class VacancyState(TextChoices):
    """Where a vacancy stands: only one that is open can be applied for (S2-14)."""

    PLANNED = "planned", "Planned"
    OPEN = "open", "Open"
    CLOSED = "closed", "Closed"
    FILLED = "filled", "Filled"
    WITHDRAWN = "withdrawn", "Withdrawn"

    @property
    def state(self) -> State:
        shapes = {"open": Shape.DOING, "filled": Shape.MET}
        return State(str(self.label), shapes.get(self.value, Shape.NOT_YET))


# The states colleagues know of: what is planned or withdrawn is the business of who keeps it.
KNOWN_TO_STAFF = (VacancyState.OPEN, VacancyState.CLOSED, VacancyState.FILLED)
