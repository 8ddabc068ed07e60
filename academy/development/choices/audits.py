"""Codes of self-audits and of the skills matrix."""

from django.db.models import IntegerChoices, TextChoices

from academy.ui.states import Shape, State

DRAFT_FORM = "development.audit"


class AuditPurpose(TextChoices):
    """What a self-audit is made for (S3-64)."""

    OWN = "own", "For myself"
    ANNUAL = "annual", "Annual review"
    PROGRESSION = "progression", "Progression"


class AuditState(TextChoices):
    """Where a self-audit stands: hers alone, with her supervisor, talked over and locked, or taken back."""

    DRAFT = "draft", "Being written"
    SHARED = "shared", "With the supervisor"
    DISCUSSED = "discussed", "Talked over"
    WITHDRAWN = "withdrawn", "Withdrawn"

    @property
    def state(self) -> State:
        shapes = {"draft": Shape.DOING, "shared": Shape.DOING, "discussed": Shape.MET}
        return State(str(self.label), shapes.get(self.value, Shape.NOT_YET))


class Rating(IntegerChoices):
    """How somebody sees her practice against one statement. It is a view to talk about, never a mark (D1-54)."""

    NOT_YET = 1, "Not yet"
    DEVELOPING = 2, "Developing"
    CONFIDENT = 3, "Confident"
    LEADING = 4, "I help others with it"


class Proficiency(IntegerChoices):
    """How far somebody has a skill."""

    NONE = 0, "Not yet"
    AWARE = 1, "Knows of it"
    SUPPORTED = 2, "Does it with support"
    INDEPENDENT = 3, "Does it alone"
    TEACHES = 4, "Teaches it"
