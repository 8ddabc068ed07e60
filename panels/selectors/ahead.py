"""The cases of a sitting before it is held, for everybody with a seat: she can say in time what connects her."""

from dataclasses import dataclass

from academy.identity.actor import Actor
from panels.choices.cases import COMPARED, JUDGED_ALONE, CaseState
from panels.models import Case, Meeting
from panels.selectors.called import called_to
from panels.selectors.wording import about

AHEAD = (*JUDGED_ALONE, *COMPARED, CaseState.ON_AGENDA)


@dataclass(frozen=True)
class Ahead:
    """A case the panel will have before it, as its reader may call it."""

    case: Case
    called: str
    what: str


def cases_ahead(meeting: Meeting, actor: Actor) -> list[Ahead]:
    """The accepted cases of a sitting the actor knows of by a part on the panel; none she is out of, and none once the
    meeting was opened. Three queries at most."""
    if meeting.opened_at is not None:
        return []
    known = Case.objects.at_table(actor).filter(sitting_id=meeting.sitting_id, state__in=AHEAD)
    cases = list(known.select_related("person", "grade", "vacancy").order_by("accepted_at", "pk"))
    names = called_to(actor, cases)
    return [Ahead(case, names[case.pk], about(case)) for case in cases if case.pk in names]
