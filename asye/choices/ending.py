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
