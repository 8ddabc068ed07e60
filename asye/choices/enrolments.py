"""Codes and words of an enrolment: how it stands, who has a part in it, why it stopped for a time."""

from django.db.models import TextChoices

from academy.ui.states import Shape, State

MOST_REASON = 500
MOST_WORDS = 20000
MOST_TITLE = 120
MOST_WEEKS = 208


class Programme(TextChoices):
    """What sort of programme a policy describes. The two-year one succeeds the children's ASYE in 2027 (D2-09)."""

    ASYE = "asye", "ASYE"
    ECDP = "ecdp", "Early career development programme"


class EnrolmentState(TextChoices):
    """Where the year stands. These are states and never outcomes: an outcome is a pass or a fail (D1-60)."""

    DEFERRED = "deferred", "Starts later"
    AGREEMENT_DUE = "agreement_due", "Agreement due"
    ACTIVE = "active", "Under way"
    PAUSED = "paused", "Paused"
    RELEASED = "released", "Between employers"
    RECOMMENDED = "recommended", "Recommended; waits for moderation"
    MODERATED = "moderated", "Moderated; the employer decides"
    DECIDED = "decided", "Decided"
    CERTIFIED = "certified", "Certified"
    WITHDRAWN = "withdrawn", "Withdrawn"

    @property
    def state(self) -> State:
        return State(str(self.label), _SHAPES.get(self.value, Shape.DOING))


_SHAPES = {
    "deferred": Shape.NOT_YET,
    "paused": Shape.NOT_YET,
    "released": Shape.AGEING,
    "decided": Shape.MET,
    "certified": Shape.MET,
    "withdrawn": Shape.NOT_YET,
}
# Those in which the year runs towards its end, and those in which the record can still be worked on.
RUNNING = (EnrolmentState.AGREEMENT_DUE, EnrolmentState.ACTIVE)
UNDER_WAY = (*RUNNING, EnrolmentState.PAUSED)
DECIDED = (EnrolmentState.DECIDED, EnrolmentState.CERTIFIED)
DECIDABLE = (EnrolmentState.MODERATED, *DECIDED)
ENDED = (EnrolmentState.DECIDED, EnrolmentState.CERTIFIED, EnrolmentState.WITHDRAWN)


class Role(TextChoices):
    """Who has a part in one year (D1-10, D1-13, S4-24, S4-28). A part is held by date; the NQSW's own never changes."""

    NQSW = "nqsw", "newly qualified social worker"
    ASSESSOR = "assessor", "assessor"
    MANAGER = "manager", "line manager"
    SUPERVISOR = "supervisor", "professional supervisor"
    PRACTICE_ASSESSOR = "practice_assessor", "practice assessor"
    COORDINATOR = "coordinator", "co-ordinator"


# The parts somebody is assigned to.
ASSIGNED = (Role.ASSESSOR, Role.MANAGER, Role.SUPERVISOR, Role.PRACTICE_ASSESSOR, Role.COORDINATOR)
# Those who assess, and whose own registration is looked at on the day they sign (D1-11).
ASSESSING = (Role.ASSESSOR, Role.PRACTICE_ASSESSOR)
# Who supports her in her practice: they hold her reviews, raise concerns, and their sessions with her count (D1-32).
SUPPORTING = (*ASSESSING, Role.MANAGER, Role.SUPERVISOR)


class Outcome(TextChoices):
    """How a year ends: these two, and nothing else is an outcome (D1-60)."""

    PASS = "pass", "Pass"
    FAIL = "fail", "Fail"
