"""How a version of a framework stands on a day, and the words for whom it is. Codes are stored by reference data."""

from django.db.models import TextChoices

from academy.ui.states import Shape, State


class Standing(TextChoices):
    """Worked out from dates, never stored."""

    IN_FORCE = "in_force", "In force"
    COMING = "coming", "Coming"
    ENDED = "ended", "Ended"
    WITHDRAWN = "withdrawn", "Withdrawn"

    @property
    def state(self) -> State:
        shapes = {"in_force": Shape.MET, "coming": Shape.DOING, "ended": Shape.NOT_YET, "withdrawn": Shape.NOT_YET}
        return State(str(self.label), shapes[self.value])


PROFESSIONS = {
    "social_worker": "social workers",
    "occupational_therapist": "occupational therapists",
    "support_worker": "support workers",
    "educator": "educators",
    "other": "other professions",
}
SERVICES = {"adults": "adults' services", "children": "children's services"}

# A grouping of domains in the order its owner draws them (PCF: why, what, how well).
DRAWN_ORDER = ("Purpose", "Practice", "Impact")
SHORTEST_SEARCH = 3
MOST_FOUND = 50
