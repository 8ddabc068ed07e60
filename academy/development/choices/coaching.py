"""Codes of coaching and mentoring."""

from django.db.models import TextChoices

from academy.ui.states import Shape, State

MOST_PLACES = 20
MOST_SESSIONS = 24
MOST_ABOUT = 2_000
LEAST_MINUTES = 15
MOST_MINUTES = 240


class CoachKind(TextChoices):
    """The three kinds of the Coaching and Mentoring Academy (S1-28)."""

    EXECUTIVE = "executive", "Executive coach"
    SUPER = "super", "Super coach"
    MENTOR = "mentor", "Mentor"


class CoachArea(TextChoices):
    """What somebody can be asked to help with (S1-30)."""

    CAREER = "career", "Career development"
    PROGRESSION = "progression", "Progression"
    PERFORMANCE = "performance", "High performance"
    CONFIDENCE = "confidence", "Confidence"
    LEADERSHIP = "leadership", "Leadership and management"
    NEW_ROLE = "new_role", "Starting in a new role"
    WELLBEING = "wellbeing", "Wellbeing at work"
    INCLUSION = "inclusion", "Belonging and inclusion"


class CoachFormat(TextChoices):
    """How meetings take place."""

    IN_PERSON = "in_person", "In person"
    ONLINE = "online", "Online"
    EITHER = "either", "In person or online"


class MatchState(TextChoices):
    """Where a match stands. Both accept before there is a contract, and only a contract has sessions (D6-21)."""

    ASKED = "asked", "Waiting for the coach"
    OFFERED = "offered", "Waiting for your yes"
    AGREED = "agreed", "Agreed, contract to be made"
    RUNNING = "running", "Under way"
    ENDED = "ended", "Ended"
    DECLINED = "declined", "Declined"
    WITHDRAWN = "withdrawn", "Withdrawn"

    @property
    def state(self) -> State:
        shapes = {"asked": Shape.DOING, "offered": Shape.DOING, "agreed": Shape.DOING, "running": Shape.MET}
        return State(str(self.label), shapes.get(self.value, Shape.NOT_YET))


# The states in which a match takes one of a coach's places.
TAKING_A_PLACE = (MatchState.ASKED, MatchState.OFFERED, MatchState.AGREED, MatchState.RUNNING)

# Before coaching is under way, and when nothing more comes of a match.
BEFORE_CONTRACT = (MatchState.ASKED, MatchState.OFFERED, MatchState.AGREED)
FINISHED = (MatchState.ENDED, MatchState.DECLINED, MatchState.WITHDRAWN)


class EndedBecause(TextChoices):
    """Why coaching ended; the content stays with the two."""

    DONE = "done", "The aim is reached"
    TIME = "time", "The agreed time is over"
    NO_FIT = "no_fit", "It was not the right match"
    LEFT = "left", "One of the two left"
    MISSED = "missed", "Two meetings were missed"
    OTHER = "other", "Another reason"


class MeetingOutcome(TextChoices):
    """What came of a coaching session: whether it took place, never what was said."""

    PLANNED = "planned", "Planned"
    HELD = "held", "Held"
    MOVED = "moved", "Moved"
    MISSED = "missed", "Missed"
