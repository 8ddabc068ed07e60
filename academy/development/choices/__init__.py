"""Codes of own writing: states, kinds, ways of learning, and the limits of an entry."""

from datetime import date, timedelta
from decimal import Decimal

from django.db.models import TextChoices

from academy.ui.states import Shape, State

MOST_TITLE = 200
MOST_TEXT = 20_000
MOST_REASON = 500
MOST_NOTE = 1_000
MOST_PIECES = 4
MOST_HOURS = Decimal("999.00")
HOURS_STEP = Decimal("0.25")
EARLIEST_START = date(1970, 1, 1)

# How long a peer outside is named: a regulator asks about a cycle of at most two years in the year after it (D4-20).
# Of a talk that was withdrawn the name is of no use; the pause is there for mistakes.
NAME_KEPT = timedelta(days=3 * 365)
NAME_KEPT_WITHDRAWN = timedelta(days=90)
NAME_REMOVED = "a peer whose name is no longer kept"

# What a share is called among the grants of an entry.
SHARE = "development.share"
# What the use of a piece for the regulator is called among the uses of a version.
REGULATOR = "regulator"
# What the autosaved words of the form are called among the drafts.
DRAFT_FORM = "development.entry"


class EntryState(TextChoices):
    """Where a piece of writing stands. Sharing and use are dated rows beside it, not states (architecture 4)."""

    DRAFT = "draft", "Draft"
    KEPT = "kept", "Kept"
    WITHDRAWN = "withdrawn", "Withdrawn"

    @property
    def state(self) -> State:
        shapes = {"draft": Shape.DOING, "kept": Shape.MET, "withdrawn": Shape.NOT_YET}
        return State(str(self.label), shapes[self.value])


class LineState(TextChoices):
    """How one thing a regulator asks stands. Not yet is grey, never red; late is after the window closed."""

    MET = "met", "Met"
    DOING = "doing", "In progress"
    NOT_YET = "notyet", "Not yet"
    NOT_ASKED = "not_asked", "Not asked"
    LATE = "late", "Late"

    @property
    def state(self) -> State:
        shapes = {"met": Shape.MET, "doing": Shape.DOING, "notyet": Shape.NOT_YET, "not_asked": Shape.MET}
        return State(str(self.label), shapes.get(self.value, Shape.LATE))


class ReflectionState(TextChoices):
    """How a peer reflection stands. The peer approves nothing: she says whether the talk took place (D4-05)."""

    NOTED = "noted", "Noted"
    ASKED = "asked", "Waiting for the peer"
    CONFIRMED = "confirmed", "Confirmed by the peer"
    DECLINED = "declined", "Not confirmed"
    WITHDRAWN = "withdrawn", "Withdrawn"

    @property
    def state(self) -> State:
        shapes = {"noted": Shape.MET, "asked": Shape.DOING, "confirmed": Shape.MET}
        return State(str(self.label), shapes.get(self.value, Shape.NOT_YET))


# The states in which an entry has a peer reflection: what the peer says is welcome, and nobody's duty (D4-03, D4-05).
TALKED = (ReflectionState.NOTED, ReflectionState.ASKED, ReflectionState.CONFIRMED)


class PeerStanding(TextChoices):
    """Why somebody counts as a peer; one of the three is enough (D4-05)."""

    REGISTERED = "registered", "A social worker on a UK register"
    MANAGER = "manager", "My line manager or supervisor"
    PROFESSIONAL = "professional", "Another professional who knows my practice"


class Way(TextChoices):
    """The three kinds of learning of the 70:20:10 guide (S0-11, S1-01)."""

    EXPERIENCE = "experience", "By experience"
    OTHERS = "others", "From others"
    FORMAL = "formal", "In formal learning"


class Kind(TextChoices):
    """What kind of learning somebody writes about; it decides the questions and nothing else."""

    WORK = "work", "Work with a person or family"
    TALK = "talk", "Talk with a colleague"
    READING = "reading", "Reading or research"
    COURSE = "course", "Course or event"
    SHADOWING = "shadowing", "Shadowing"
    TEACHING = "teaching", "Teaching others"
    LOG = "log", "Reflective log"
    CRITICAL = "critical", "Critical reflection"
    PEER = "peer", "Peer learning"


# The three texts of an entry, in the order of the form, with what each is called when it is read.
TEXTS = {
    "happened": "What happened, and why it matters",
    "learnt": "What I learnt",
    "impact": "What changed in my practice, and for people",
}


class Period(TextChoices):
    """Which part of one's record is put on paper."""

    REGISTRATION = "registration", "This registration year"
    TWO_YEARS = "two_years", "The last two years"
    EVERYTHING = "everything", "Everything"
