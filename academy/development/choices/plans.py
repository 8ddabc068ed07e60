"""Codes of the development plan: goals, appraisals and what comes of them."""

from django.db.models import TextChoices

from academy.ui.states import Shape, State

MOST_WORDS = 5_000
MOST_ANSWER = 5_000
# What the autosaved words of one's own part are called among the drafts.
PART_FORM = "development.appraisal"


class GoalState(TextChoices):
    """Where a goal stands. Dropped is no failure: aims change, and the reason stays."""

    OPEN = "open", "Open"
    REACHED = "reached", "Reached"
    DROPPED = "dropped", "No longer pursued"

    @property
    def state(self) -> State:
        shapes = {"open": Shape.DOING, "reached": Shape.MET}
        return State(str(self.label), shapes.get(self.value, Shape.NOT_YET))


class GoalSource(TextChoices):
    """What a goal came from (S2-26, S2-28)."""

    OWN = "own", "My own wish"
    APPRAISAL = "appraisal", "Appraisal"
    SUPERVISION = "supervision", "Supervision"
    SELF_AUDIT = "self_audit", "Self-audit"
    SKILLS = "skills", "Skills matrix"
    PRACTICE = "practice", "A look at practice"
    CAREER = "career", "Career step"


class Standing(TextChoices):
    """How a goal stands at a review, as the two who talk about it see it."""

    ON_TRACK = "on_track", "On track"
    SLOW = "slow", "Slower than planned"
    STUCK = "stuck", "Stuck"
    REACHED = "reached", "Reached"
    DROPPED = "dropped", "No longer pursued"


class MeetingKind(TextChoices):
    """The two talks of an appraisal year: the appraisal itself and the review half-way (S2-80)."""

    APPRAISAL = "appraisal", "Appraisal"
    REVIEW = "review", "Half-year review"


class MeetingState(TextChoices):
    """Where an appraisal meeting stands. Signed by both it is locked; what comes after is an addendum."""

    OPEN = "open", "Being prepared"
    SIGNING = "signing", "Waiting for a signature"
    SIGNED = "signed", "Signed by both"
    CANCELLED = "cancelled", "Cancelled"

    @property
    def state(self) -> State:
        shapes = {"open": Shape.DOING, "signing": Shape.DOING, "signed": Shape.MET}
        return State(str(self.label), shapes.get(self.value, Shape.NOT_YET))


class Party(TextChoices):
    """Whose part of a shared record something is."""

    PERSON = "person", "The person herself"
    MANAGER = "manager", "Her manager"
