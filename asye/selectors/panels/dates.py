"""The clock on the record page: when the year ends and why, the picture of it, all dates, and changes under way."""

from datetime import date

from academy.engines.access.permissions import allows
from academy.identity.actor import Actor
from asye.choices.enrolments import ENDED, UNDER_WAY
from asye.choices.year import ChangeState
from asye.models import Enrolment
from asye.selectors.dates import rows_of
from asye.selectors.panels.panel import Panel
from asye.selectors.timeline import picture_of
from asye.selectors.timetable import running_of, timetable_of

ORDER = 10


def panel(enrolment: Enrolment, *, actor: Actor, roles: frozenset[str], on: date) -> Panel | None:
    """The clock as it stands; what may be moved or proposed is offered to whom it is given."""
    found = timetable_of(enrolment)
    end = found.day("end")
    shown = {
        "end": end,
        "is_over_ceiling": found.is_over_ceiling,
        "picture": picture_of(enrolment, found, running_of(enrolment), on=on),
        "rows": rows_of(enrolment, found),
        "changes": list(enrolment.changes.exclude(state=ChangeState.WITHDRAWN).order_by("-proposed_at", "-pk")),
        "may_move": enrolment.state not in ENDED and allows("asye.milestone.move", actor, enrolment),
        "may_propose": enrolment.state in UNDER_WAY and allows("asye.change.propose", actor, enrolment),
    }
    return Panel("asye/_panel_dates.html", shown, order=ORDER)
