"""Codes and words of portfolios: what they are for, how they stand, who signs."""

from django.db.models import TextChoices

from academy.ui.states import Shape, State

MOST_TITLE = 120
MOST_REASON = 500
MOST_TEXT = 40000
MOST_SHOWS = 1000
MOST_PIECES = 300
MOST_RETURNED = 2000
MOST_WHERE = 1000


# What the autosaved words of a section are called among the drafts.
SECTION_FORM = "portfolios.section"
# The same, of a part somebody else writes.
PART_FORM = "portfolios.part"
# Who gave a portfolio its day, by the source that opened it.
OWN_WISH = "the day you set yourself"
OPENED_BY = {
    "journey": "from your journey",
    "asye": "from your ASYE",
    "course": "from the course",
    "placement": "from the placement",
    "panel": "from your case for the panel",
}


class Purpose(TextChoices):
    """What a portfolio is made for; facts of an endorsed one carry this as their which."""

    ASYE_ADULTS = "asye-adults", "ASYE, adults"
    ASYE_CHILDREN = "asye-children", "ASYE, child and family"
    PROGRESSION = "progression", "Progression"
    INTERVIEW = "interview", "Interview"
    PEPS_1 = "peps-1", "Practice educator, stage 1"
    PEPS_2 = "peps-2", "Practice educator, stage 2"
    AMHP = "amhp", "AMHP re-approval"
    COURSE = "course", "Course portfolio"
    PLACEMENT = "placement", "Placement"
    EXTERNAL = "external", "External candidate"
    IMPACT = "impact", "Learning and impact on practice"


class PortfolioState(TextChoices):
    """Gathered, signed by each of the template's chain, endorsed, handed in: each hand-in is a snapshot of its own."""

    GATHERING = "gathering", "Being gathered"
    SIGNING = "signing", "Being signed"
    RETURNED = "returned", "Returned with reasons"
    ENDORSED = "endorsed", "Endorsed"
    SUBMITTED = "submitted", "Handed in"
    WITHDRAWN = "withdrawn", "Withdrawn"

    @property
    def state(self) -> State:
        return State(str(self.label), _SHAPES.get(self.value, Shape.DOING))


_SHAPES = {
    "gathering": Shape.NOT_YET,
    "returned": Shape.AGEING,
    "endorsed": Shape.MET,
    "submitted": Shape.MET,
    "withdrawn": Shape.NOT_YET,
}
# Those its author can still change.
OPEN_TO_AUTHOR = (PortfolioState.GATHERING, PortfolioState.RETURNED)


class SignerRole(TextChoices):
    """The chain a template names, in this order (author → verifier → line manager)."""

    AUTHOR = "author", "author"
    VERIFIER = "verifier", "verifier"
    LINE_MANAGER = "line_manager", "line manager"


class FillerRole(TextChoices):
    """Who writes a section: its author, whoever has a part in the sign-off, or somebody named for the portfolio."""

    AUTHOR = "author", "author"
    VERIFIER = "verifier", "verifier"
    LINE_MANAGER = "line_manager", "line manager"
    ASSESSOR = "assessor", "assessor"
    PRACTICE_EDUCATOR = "practice_educator", "practice educator"


# Those the author names for her portfolio; her line manager is known.
NAMED_ROLES = (FillerRole.VERIFIER, FillerRole.ASSESSOR, FillerRole.PRACTICE_EDUCATOR)


class TextAsked(TextChoices):
    """Whether a section asks for a text of its author's."""

    REQUIRED = "required", "required"
    OPTIONAL = "optional", "optional"
    NONE = "none", "none"


class SectionState(TextChoices):
    """How a section stands in its author's own eyes; completeness is judged apart."""

    EMPTY = "empty", "Not begun"
    STARTED = "started", "Begun"
    READY = "ready", "Ready"

    @property
    def state(self) -> State:
        return State(str(self.label), {"ready": Shape.MET, "started": Shape.DOING}.get(self.value, Shape.NOT_YET))


class Severity(TextChoices):
    """How grave a breach of confidentiality is (D7-04)."""

    MINOR = "minor", "Minor: to be corrected within two days"
    MAJOR = "major", "Major: not accepted, information governance is told"


class BreachState(TextChoices):
    OPEN = "open", "To be corrected"
    CORRECTED = "corrected", "Corrected"
    REFUSED = "refused", "Not accepted"

    @property
    def state(self) -> State:
        shapes = {"open": Shape.LATE, "corrected": Shape.MET, "refused": Shape.NOT_YET}
        return State(str(self.label), shapes[self.value])


class ExemplarState(TextChoices):
    """A portfolio offered by its owner as an example to others (S0-74): nothing is shown before the academy looked."""

    OFFERED = "offered", "Offered"
    SHOWN = "shown", "In the library"
    TAKEN_BACK = "taken_back", "Taken back"

    @property
    def state(self) -> State:
        shapes = {"offered": Shape.DOING, "shown": Shape.MET, "taken_back": Shape.NOT_YET}
        return State(str(self.label), shapes[self.value])


class Reach(TextChoices):
    """How far an exemplar may be read."""

    ORGANISATION = "organisation", "Staff of this organisation"
    PARTNERSHIP = "partnership", "Staff of every organisation here"
