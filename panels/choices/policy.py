"""Codes and words of what a panel policy sets: what the record answers, who tells, and from when a grade holds."""

from django.db.models import TextChoices


class RecordFact(TextChoices):
    """What the portal answers itself when submissions are looked through (D5-02); the other items a person answers."""

    PORTFOLIO_ENDORSED = "portfolio_endorsed", "The portfolio is signed off"
    REGISTRATION_LIVE = "registration_live", "The registration is live"
    MANAGER_ENDORSED = "manager_endorsed", "The line manager has endorsed it"
    PIECES_COMPLETE = "pieces_complete", "Every piece the step asks for is there"
    NOTHING_OPEN = "nothing_open", "No formal process is open: a yes or no, nothing more"


class GradeStart(TextChoices):
    """From which day the grade after a decision holds."""

    DECISION = "decision", "from the day it is decided"
    NEXT_MONTH = "next_month", "from the first day of the month after it is decided"
    NAMED = "named", "from a day the decision names"


class Releaser(TextChoices):
    """Who reads letters and tells what was decided, of those who see both."""

    ACADEMY_LEAD = "academy_lead", "the academy lead"
    CHAIR = "chair", "who chairs the panel"
