"""Codes and words of judging: ties, who reviews, what reviewers say, and looking again."""

from django.db.models import TextChoices

from academy.ui.states import Shape, State


class TieKind(TextChoices):
    """What connects somebody on a panel with a candidate (workflows, 1.1: conflict rule)."""

    LINE_MANAGER = "line_manager", "Line manager, now or within the last year"
    MENTOR = "mentor", "Mentor, coach or supervisor"
    ASSESSOR = "assessor", "Assessed her"
    OBSERVER = "observer", "Observed her practice"
    AUTHOR = "author", "Wrote or signed what is handed in"
    FAMILY = "family", "Family, friendship or money"
    SELF = "self", "Her own case"
    TEAM = "team", "Same team"
    JOINT_WORK = "joint_work", "Worked together"
    OTHER = "other", "Something else"


class Strength(TextChoices):
    """A hard tie takes somebody out of the case; of a soft one the chair decides, and the record says how."""

    HARD = "hard", "Takes her out of the case"
    SOFT = "soft", "The chair decides"


HARD_KINDS = (
    TieKind.LINE_MANAGER,
    TieKind.MENTOR,
    TieKind.ASSESSOR,
    TieKind.OBSERVER,
    TieKind.AUTHOR,
    TieKind.FAMILY,
    TieKind.SELF,
)
# What somebody may say of herself or of another; the others are read from the record.
DECLARABLE = (TieKind.FAMILY, TieKind.MENTOR, TieKind.JOINT_WORK, TieKind.OTHER)


class TieSource(TextChoices):
    """How a tie came to be known."""

    RECORD = "record", "From the record"
    MEMBER = "member", "She said so herself"
    CANDIDATE = "candidate", "The candidate said so"
    CHAIR = "chair", "The chair noted it"


class TieState(TextChoices):
    """A hard tie holds; a soft one is open until the chair decides; one that was wrong is lifted with a reason."""

    OPEN = "open", "The chair is to decide"
    STEPS_BACK = "steps_back", "Out of the case"
    TAKES_PART = "takes_part", "Takes part all the same"
    LIFTED = "lifted", "Lifted"

    @property
    def is_open(self) -> bool:
        return self is TieState.OPEN

    @property
    def state(self) -> State:
        shapes = {"open": Shape.AGEING, "steps_back": Shape.MET, "takes_part": Shape.MET, "lifted": Shape.NOT_YET}
        return State(str(self.label), shapes[self.value])


class AssignmentKind(TextChoices):
    REVIEW = "review", "Review"
    LOOK = "look", "Another look"


class AssignmentState(TextChoices):
    """A case given to somebody to judge: asked, taken on, declined with a reason, done, or taken off her."""

    ASKED = "asked", "Asked"
    ACCEPTED = "accepted", "Taken on"
    DECLINED = "declined", "Declined"
    DONE = "done", "Done"
    TAKEN_OFF = "taken_off", "Taken off"

    @property
    def state(self) -> State:
        shapes = {"asked": Shape.NOT_YET, "accepted": Shape.DOING, "done": Shape.MET}
        return State(str(self.label), shapes.get(self.value, Shape.NOT_YET))


# Those that still count for a case: somebody judges it, or has.
STANDING = (AssignmentState.ASKED, AssignmentState.ACCEPTED, AssignmentState.DONE)
TO_DO = (AssignmentState.ASKED, AssignmentState.ACCEPTED)


class Standing(TextChoices):
    """What a level of a criterion means for the step: levels have words of their own, each stands for one of these."""

    MET = "met", "Met"
    BORDERLINE = "borderline", "Borderline"
    NOT_MET = "not_met", "Not met"


class Overall(TextChoices):
    """A reviewer's view of the whole. Holistic: no sum and no average is made of levels (D5-05)."""

    PROGRESS = "progress", "Ready"
    CONDITION = "condition", "Ready with a condition"
    NOT_YET = "not_yet", "Not yet"


class ModerationView(TextChoices):
    """What a reviewer of an ASYE says of the recommendation (D1-61): never turned round, only asked about."""

    CONFIRM = "confirm", "Confirm it"
    QUERY = "query", "Ask the assessor"
    DISAGREE = "disagree", "Not supported"


class Look(TextChoices):
    """What whoever looks again says of the reviews."""

    AGREE = "agree", "The reviews hold"
    VARY = "vary", "Vary them"
    DISAGREE = "disagree", "The reviews do not hold"


class LookReason(TextChoices):
    """Why reviews are varied: a code, so that reasons can be counted."""

    EVIDENCE_MISSED = "evidence_missed", "Evidence was overlooked"
    EVIDENCE_THIN = "evidence_thin", "The evidence does not carry the level"
    CRITERION_MISREAD = "criterion_misread", "A criterion was read otherwise than it is meant"
    UNEVEN = "uneven", "Judged otherwise than like cases"
    OTHER = "other", "Another reason"
