"""Codes and words of how a year ends: moderation, the employer's decision, money."""

from django.db.models import TextChoices

from academy.ui.states import Shape, State

MOST_NUMBER = 40


class Moderated(TextChoices):
    """What internal moderation says of a recommendation; it never turns one round itself (D1-61)."""

    CONFIRMED = "confirmed", "Confirmed"
    QUERIED = "queried", "Sent back with questions"
    DISAGREED = "disagreed", "Not supported"


class Test(TextChoices):
    """The five tests of a decision (D1-63)."""

    CONSISTENT = "consistent", "Consistent with the criteria"
    ACCURATE = "accurate", "Accurate"
    VALID = "valid", "Valid"
    ROBUST = "robust", "Robust"
    SUFFICIENT = "sufficient", "Sufficient"


class External(TextChoices):
    """What moderation outside the employer is for a programme: by the partnership, and nationally (D1-64, D2-04)."""

    MANDATORY = "mandatory", "Mandatory"
    GOOD_PRACTICE = "good_practice", "Good practice"


class GradeFrom(TextChoices):
    """From which day the grade after a pass is proposed; some employers date it back (D1-53)."""

    DECIDED = "decided", "from the day it is decided"
    END = "end", "from the day after the year ends"


class GrantPart(TextChoices):
    REGISTRATION = "registration", "At registration"
    COMPLETION = "completion", "At completion"


class ClaimState(TextChoices):
    DUE = "due", "To be claimed"
    CLAIMED = "claimed", "Claimed"
    PAID = "paid", "Paid"
    REFUSED = "refused", "Not paid"

    @property
    def state(self) -> State:
        shapes = {"due": Shape.NOT_YET, "claimed": Shape.DOING, "paid": Shape.MET, "refused": Shape.NOT_YET}
        return State(str(self.label), shapes[self.value])
