"""What of a decision is put on paper."""

from django.db.models import TextChoices


class Paper(TextChoices):
    """The letter of a decision as it went, and the plan as it stands."""

    LETTER = "letter", "Decision letter"
    PLAN = "plan", "Plan"

    @property
    def kind(self) -> str:
        """The name of its kind of document."""
        return f"panels.{self.value}"
