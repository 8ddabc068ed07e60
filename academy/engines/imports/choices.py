"""How far an import has come: derived from its moments, never stored."""

from datetime import timedelta
from enum import Enum

from academy.ui.states import Shape, State

# Files that were never taken in are forgotten with everything in them, and so are the wrong rows of those that were.
FORGOTTEN_AFTER = timedelta(days=30)
ROWS_SHOWN = 50
GOOD_SHOWN = 5
# Rows read or written at once.
AT_ONCE = 500
# Characters of a cell in the preview.
MOST_SHOWN = 80


class Standing(Enum):
    """What is true of an import now."""

    BEING_CHECKED = ("Being checked", Shape.DOING)
    UNREADABLE = ("Not taken in", Shape.LATE)
    CHECKED = ("Checked", Shape.NOT_YET)
    BEING_TAKEN_IN = ("Being taken in", Shape.DOING)
    TAKEN_IN = ("Taken in", Shape.MET)

    @property
    def state(self) -> State:
        return State(*self.value)
