"""Codes and words of panels: who sits on them, for what, and how a sitting goes."""

from django.db.models import TextChoices

from academy.ui.states import Shape, State

MOST_TITLE = 120
MOST_REASON = 500
MOST_WORDS = 6000


class Seat(TextChoices):
    """What somebody does on a panel. The clerk takes the minutes and looks submissions through; an observer reads the
    open parts of a case and never judges."""

    CHAIR = "chair", "Chair"
    MEMBER = "member", "Member"
    CLERK = "clerk", "Clerk"
    OBSERVER = "observer", "Observer"


# Who judges, and who counts towards the quorum.
JUDGING = (Seat.CHAIR, Seat.MEMBER)


class MemberSort(TextChoices):
    """What somebody brings to the mix of a panel (S2-12, S2-13, S0-80). A deputy sits for whom she deputises."""

    PSW_ADULTS = "psw_adults", "Principal Social Worker, adults"
    PSW_CHILDREN = "psw_children", "Principal Social Worker, children and families"
    LEAD_ADULTS = "lead_adults", "Lead adult social worker"
    SERVICE_MANAGER = "service_manager", "Service manager"
    PRACTITIONER = "practitioner", "Practitioner"
    INDEPENDENT = "independent", "Independent member"
    LIVED_EXPERIENCE = "lived_experience", "Member with lived experience"
    CHILDRENS_VOICE = "childrens_voice", "Voice of children and young people"
    GUEST = "guest", "Guest from another council"


class MeetingState(TextChoices):
    """A sitting as the panel holds it. Cases are taken in until the last day to hand in; it opens and closes once."""

    GATHERING = "gathering", "Taking cases"
    OPEN = "open", "Meeting"
    CLOSED = "closed", "Finished"

    @property
    def state(self) -> State:
        shapes = {"gathering": Shape.NOT_YET, "open": Shape.DOING, "closed": Shape.MET}
        return State(str(self.label), shapes[self.value])


class ItemState(TextChoices):
    """A case on the agenda: it waits, it is on the table, it is done with, or the meeting goes back to it later."""

    WAITING = "waiting", "Waiting"
    ON_TABLE = "on_table", "On the table"
    DONE = "done", "Done"

    @property
    def state(self) -> State:
        shapes = {"waiting": Shape.NOT_YET, "on_table": Shape.DOING, "done": Shape.MET}
        return State(str(self.label), shapes[self.value])


class Names(TextChoices):
    """Does the panel see whose portfolio it is? Of an ASYE it does not while it judges (D1-65)."""

    NAMED = "named", "The panel sees the name"
    BLIND = "blind", "Without names until the panel meets"
    THROUGHOUT = "throughout", "Without names until it is told"


class Trigger(TextChoices):
    """Why a case is looked at once more before the panel meets (workflows, 1.1)."""

    SPREAD = "spread", "The reviewers are far apart"
    NOT_MET = "not_met", "A criterion is not met"
    BORDERLINE = "borderline", "A criterion is borderline"
    RANDOM = "random", "Drawn at random"
    FIRST_TIME = "first_time", "An assessor or reviewer for the first time"


class MeetingPaper(TextChoices):
    """What of a meeting is put on paper: for whom it meets, and what it was like. Each is made for one reader."""

    PACK = "pack", "Panel pack"
    MINUTES = "minutes", "Minutes"
