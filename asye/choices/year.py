"""Codes and words of what happens in the year: agreement, dates, reviews, changes, promises, concerns."""

from django.db.models import TextChoices

from academy.ui.states import Shape, State


class AgreementState(TextChoices):
    """The support and assessment agreement: written, signed by all, replaced by the next (D1-12, D1-21)."""

    DRAFT = "draft", "Being written"
    SIGNING = "signing", "Being signed"
    SIGNED = "signed", "Signed by all"
    REPLACED = "replaced", "Replaced by a later one"

    @property
    def state(self) -> State:
        shapes = {"draft": Shape.NOT_YET, "signing": Shape.DOING, "signed": Shape.MET, "replaced": Shape.NOT_YET}
        return State(str(self.label), shapes[self.value])


class MilestoneKind(TextChoices):
    """The dates of a year. Final review, submission, panel and end are four separate dates (D1-52)."""

    AGREEMENT = "agreement", "Agreement signed"
    REVIEW = "review", "Review"
    OBSERVATION = "observation", "Direct observation"
    FINAL = "final", "Final review"
    SUBMISSION = "submission", "Portfolio handed in"
    PANEL = "panel", "Moderation panel"
    END = "end", "The year ends"
    CEILING = "ceiling", "Ceiling"

    def worded(self, title: str, *, is_done: bool) -> str:
        """A title of this kind as a page says it. Two say what was done; until it is, they say what is to be done."""
        return title if is_done else AHEAD.get(self, title)


AHEAD = {
    MilestoneKind.AGREEMENT: "Agreement to be signed",
    MilestoneKind.SUBMISSION: "Portfolio to be handed in",
}

# Those somebody may move with a reason; the end and the ceiling follow from hours, pauses and extensions alone.
MOVABLE = (
    MilestoneKind.AGREEMENT,
    MilestoneKind.REVIEW,
    MilestoneKind.OBSERVATION,
    MilestoneKind.FINAL,
    MilestoneKind.SUBMISSION,
    MilestoneKind.PANEL,
)


class ReviewState(TextChoices):
    """Scheduled, each writes her own part, each signs, locked; one that is not needed is waived with a reason."""

    SCHEDULED = "scheduled", "Scheduled"
    WRITING = "writing", "Being written"
    SIGNING = "signing", "Being signed"
    LOCKED = "locked", "Signed by all"
    WAIVED = "waived", "Not held"

    @property
    def state(self) -> State:
        shapes = {"scheduled": Shape.NOT_YET, "locked": Shape.MET, "waived": Shape.NOT_YET}
        return State(str(self.label), shapes.get(self.value, Shape.DOING))


class Progress(TextChoices):
    """What the assessor makes of the stage, over all evidence. No number, and nothing is worked out from it (D1-54)."""

    ON_COURSE = "on_course", "On course"
    MORE_NEEDED = "more_needed", "More is needed before the next review"
    CONCERNS = "concerns", "There are concerns, with a plan"


class ChangeKind(TextChoices):
    """What needs the agreement of all four before the dates move (D1-72)."""

    PAUSE = "pause", "Pause"
    EXTENSION = "extension", "Extension"
    HOURS = "hours", "Other hours"


class ChangeState(TextChoices):
    PROPOSED = "proposed", "Waits for agreement"
    AGREED = "agreed", "Agreed by all"
    REFUSED = "refused", "Not agreed"
    WITHDRAWN = "withdrawn", "Taken back"

    @property
    def state(self) -> State:
        shapes = {"proposed": Shape.DOING, "agreed": Shape.MET}
        return State(str(self.label), shapes.get(self.value, Shape.NOT_YET))


class PauseReason(TextChoices):
    """Why a year stops for a time: a closed list. Capability is never one of them (D1-71, S4-20, S4-21)."""

    SICKNESS = "sickness", "Long-term sickness"
    BEREAVEMENT = "bereavement", "Bereavement"
    MATERNITY = "maternity", "Maternity leave"
    PATERNITY = "paternity", "Paternity leave"
    SHARED_PARENTAL = "shared_parental", "Shared parental leave"
    SUPPORT_LACKING = "support_lacking", "The support that was promised was not given"


class ConcernState(TextChoices):
    OPEN = "open", "Plan under way"
    CLOSED = "closed", "Closed"

    @property
    def state(self) -> State:
        return State(str(self.label), {"open": Shape.AGEING, "closed": Shape.MET}[self.value])


class Kept(TextChoices):
    """What somebody says of a promise of the week."""

    YES = "yes", "Yes"
    PARTLY = "partly", "Partly"
    NO = "no", "No"


class Promise(TextChoices):
    """The three promises of the year (D1-30, D1-34): two different tenths, and supervision."""

    SUPERVISION = "supervision", "Supervision"
    WORKLOAD = "workload", "Workload"
    PROTECTED = "protected", "Protected time"


class SignalState(TextChoices):
    OPEN = "open", "The academy was told"
    ANSWERED = "answered", "Answered"

    @property
    def state(self) -> State:
        return State(str(self.label), {"open": Shape.AGEING, "answered": Shape.MET}[self.value])


class GoalResult(TextChoices):
    """What became of a goal of a development plan, said at the next review."""

    MET = "met", "Met"
    PARTLY = "partly", "Partly met"
    NOT_YET = "not_yet", "Not met yet"
    CHANGED = "changed", "No longer needed"
