"""What can be wrong inside a file whose kind we take, and what to do then."""

from enum import StrEnum

from academy.engines.files.inspection.pdf_child import MOST_PAGES

MOST_POINTS = 50_000_000


class Fault(StrEnum):
    """Words are those the process that looks through a PDF prints."""

    SCRIPT = "script"
    CARRIES = "carries"
    LOCKED = "locked"
    PAGES = "pages"
    UNPACKS = "unpacks"
    APPENDED = "appended"
    POINTS = "points"
    DAMAGED = "damaged"

    @property
    def says(self) -> str:
        """The rest of a sentence that begins with the file's name: what is wrong and what to do."""
        return _SAYS[self]


_SAYS = {
    Fault.SCRIPT: "can run something when it is opened. Print it as a new PDF and choose that.",
    Fault.CARRIES: "carries other files inside it. Add those one by one, print it as a new PDF and choose that.",
    Fault.LOCKED: "has a password. Save it without one and choose it again.",
    Fault.PAGES: (
        f"has more than {MOST_PAGES} pages. Save the pages that matter as a PDF of their own and choose that."
    ),
    Fault.UNPACKS: "unpacks to far more than it says. Save or print it anew and choose that.",
    Fault.APPENDED: "has something else hidden behind its end. Save or print it anew and choose that.",
    Fault.POINTS: (
        f"is a picture of more than {MOST_POINTS // 1_000_000} million points. Make it smaller and choose it again."
    ),
    Fault.DAMAGED: "could not be looked through: it is damaged or made in an unusual way. Save or print it anew.",
}
