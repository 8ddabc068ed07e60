"""What of a decision is put on paper."""

from django.db.models import TextChoices


class Paper(TextChoices):
    """The letter of a decision as it went, the plan as it stands, and the answer to an appeal."""

    LETTER = "letter", "Decision letter"
    PLAN = "plan", "Plan"
    ANSWER = "answer", "Answer to an appeal"

    @property
    def kind(self) -> str:
        """The name of its kind of document."""
        return f"panels.{self.value}"
