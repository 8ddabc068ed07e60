"""Codes and words of evidence with a second signer: what kinds there are, how each stands, who looked at it."""

from django.db.models import TextChoices

from academy.ui.states import Shape, State

MOST_TITLE = 120
MOST_NAME = 120
MOST_REASON = 500
MOST_WORDS = 20000
MOST_REFERENCE = 40
MOST_CAPTION = 300
MOST_FILES = 200
# The code under which the form of a piece somebody verifies keeps unsent words.
PIECE_FORM = "portfolios.piece"


class EvidenceKind(TextChoices):
    """What somebody else saw, said, graded or verified. Own writing is an entry and is cited, not one of these."""

    OBSERVATION = "observation", "Direct observation"
    FEEDBACK = "feedback", "Feedback"
    AUDIT = "audit", "Case audit"
    SUPERVISION = "supervision", "Supervision record"
    CERTIFICATE = "certificate", "Certificate"
    ASSIGNMENT = "assignment", "Assignment"
    PROJECT = "project", "Project"
    TRAINING = "training", "Training delivered"
    WORK = "work", "Work seen and verified"


class EvidenceState(TextChoices):
    """How a piece stands. An observation goes through all of them; the others leave out what they do not need."""

    DRAFT = "draft", "Being prepared"
    ASKED = "asked", "Waits for the other person"
    ANSWERED = "answered", "Waits for your reflection"
    REFLECTED = "reflected", "Waits for the judgement"
    COMPLETE = "complete", "Complete"
    WITHDRAWN = "withdrawn", "Withdrawn"

    @property
    def state(self) -> State:
        return State(str(self.label), _SHAPES.get(self.value, Shape.DOING))


_SHAPES = {"draft": Shape.NOT_YET, "complete": Shape.MET, "withdrawn": Shape.NOT_YET}
# Those the practitioner herself still writes at, and those somebody else has a part in now.
OWN_TURN = (EvidenceState.DRAFT, EvidenceState.ANSWERED)
OTHERS_TURN = (EvidenceState.ASKED, EvidenceState.REFLECTED)


class Observer(TextChoices):
    """Who observes, as facts of it say by whom (S2-76, D1-48, S2-157)."""

    LINE_MANAGER = "line_manager", "line manager"
    ASSESSOR = "assessor", "ASYE assessor"
    PRACTICE_EDUCATOR = "practice_educator", "practice educator"
    SOCIAL_WORKER = "social_worker", "another registered social worker"
    PEER = "peer", "colleague"


class Setting(TextChoices):
    """Where practice was observed, without a place or a name."""

    VISIT = "visit", "A visit"
    MEETING = "meeting", "A meeting"
    ASSESSMENT = "assessment", "An assessment"
    CALL = "call", "A telephone or video call"
    STUDENT = "student", "Supervision of a student"
    TEACHING = "teaching", "Teaching or training"
    OTHER = "other", "Something else"


class Judgement(TextChoices):
    """What the observer makes of what she saw, at the level it was for. It is no grade and is added up nowhere."""

    SHOWN = "shown", "Shown at this level"
    PARTLY = "partly", "Partly shown; more to see"
    NOT_YET = "not_yet", "Not yet shown at this level"


class Giver(TextChoices):
    """From whom feedback is (S2-77, S2-78, S3-32 to S3-34, S4-13). Facts of it carry this as their which."""

    PERSON = "person", "a person who draws on care and support"
    CARER = "carer", "a carer"
    CHILD = "child", "a child or young person"
    PROFESSIONAL = "professional", "another professional"
    MANAGER = "manager", "a manager"


# Their names are kept nowhere (D7-06).
NAMELESS = (Giver.PERSON, Giver.CARER, Giver.CHILD)


class Way(TextChoices):
    """How feedback came back."""

    LINK = "link", "By a link, on her own screen"
    CARD = "card", "By a card with a code"
    TOLD = "told", "Told, and written down for her"
    RECORDED = "recorded", "Recorded, and written out"


class RecordSeen(TextChoices):
    """Which kind of record the second person opened when work was verified as seen: it is never uploaded (D7-03)."""

    ASSESSMENT = "assessment", "An assessment"
    PLAN = "plan", "A plan for care, support or a child"
    REVIEW = "review", "A review"
    NOTES = "notes", "Case notes"
    REPORT = "report", "A report for a court, a conference or a tribunal"
    OTHER = "other", "Another record"


class Auditor(TextChoices):
    """Who audited a case: audits are independent, not by the manager (S2-71)."""

    INDEPENDENT = "independent", "an independent auditor"
    LINE_MANAGER = "line_manager", "the line manager"
