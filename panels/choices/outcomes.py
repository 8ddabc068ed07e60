"""Codes and words of what a panel decides and what follows: letters, plans, feedback, appeals, samples, themes."""

from django.db.models import TextChoices

from academy.ui.states import Shape, State


class Outcome(TextChoices):
    """What the panel decides; withdrawn is the candidate's own act and needs no decision (workflows, 1.1).

    The last three are those of ASYE moderation, which recommends nothing of its own (D1-61).
    """

    PROGRESSED = "progressed", "Progressed"
    CONDITION = "condition", "Progressed with a condition"
    NOT_YET = "not_yet", "Not yet, with a plan"
    DEFERRED = "deferred", "Deferred"
    CONFIRMED = "confirmed", "Recommendation confirmed"
    QUERIED = "queried", "Sent back with questions"
    DISAGREED = "disagreed", "Recommendation not supported"

    @property
    def state(self) -> State:
        return State(str(self.label), Shape.MET if self in PROGRESSING else Shape.DOING)


PROGRESSING = (Outcome.PROGRESSED, Outcome.CONDITION, Outcome.CONFIRMED)
OF_PROGRESSION = (Outcome.PROGRESSED, Outcome.CONDITION, Outcome.NOT_YET, Outcome.DEFERRED)
OF_MODERATION = (Outcome.CONFIRMED, Outcome.QUERIED, Outcome.DISAGREED)


class DecisionBasis(TextChoices):
    """How a decision came about: in a meeting, on an appeal, or because the latest was opened once more."""

    MEETING = "meeting", "Decided in the meeting"
    REOPENED = "reopened", "Decided again, after it was opened once more"
    APPEAL = "appeal", "Decided on appeal"


class LetterState(TextChoices):
    """A letter in the outbox: written, read by somebody who answers for it, sent with the others."""

    WRITTEN = "written", "To be read"
    READ = "read", "Read, can go"
    SENT = "sent", "Sent"

    @property
    def state(self) -> State:
        shapes = {"written": Shape.NOT_YET, "read": Shape.DOING, "sent": Shape.MET}
        return State(str(self.label), shapes[self.value])


class AppealState(TextChoices):
    """An appeal: on procedure or on evidence that was not looked at, heard by people who were not on the panel."""

    OPEN = "open", "Open"
    HEARD = "heard", "With those who hear it"
    CLOSED = "closed", "Closed"
    WITHDRAWN = "withdrawn", "Withdrawn"

    @property
    def state(self) -> State:
        shapes = {"open": Shape.AGEING, "heard": Shape.DOING, "closed": Shape.MET, "withdrawn": Shape.NOT_YET}
        return State(str(self.label), shapes[self.value])


class AppealGround(TextChoices):
    PROCEDURE = "procedure", "The procedure was not followed"
    EVIDENCE = "evidence", "Evidence was not considered"


class AppealOutcome(TextChoices):
    UPHELD = "upheld", "Upheld: the case is decided again"
    DISMISSED = "dismissed", "Not upheld: the decision stands"


class AppointmentState(TextChoices):
    """After the portfolio: eligible for a vacancy, invited to the interview, appointed or not (S2-16, S2-198)."""

    ELIGIBLE = "eligible", "Eligible for appointment"
    INVITED = "invited", "Invited to the interview"
    APPOINTED = "appointed", "Appointed"
    NOT_APPOINTED = "not_appointed", "Not appointed"
    LAPSED = "lapsed", "Ended without a post"

    @property
    def state(self) -> State:
        shapes = {"eligible": Shape.DOING, "invited": Shape.DOING, "appointed": Shape.MET}
        return State(str(self.label), shapes.get(self.value, Shape.NOT_YET))


class Tier(TextChoices):
    """Who looks at a sample from outside the employer: it gives feedback and never changes an outcome (D1-64)."""

    PARTNERSHIP = "partnership", "Partnership"
    NATIONAL = "national", "National"


class NoteSort(TextChoices):
    """What a comment under a theme tells: what was done well, or what there is to learn."""

    STRENGTH = "strength", "A strength"
    TO_LEARN = "to_learn", "Something to learn"


class ActionState(TextChoices):
    """An action of the year's plan that moderation's themes led to."""

    OPEN = "open", "Open"
    CLOSED = "closed", "Closed"
    DROPPED = "dropped", "Dropped"

    @property
    def state(self) -> State:
        shapes = {"open": Shape.DOING, "closed": Shape.MET, "dropped": Shape.NOT_YET}
        return State(str(self.label), shapes[self.value])
