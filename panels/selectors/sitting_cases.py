"""The cases of a sitting for those who run it: how each stands, whom it waits for and for how long, its last day."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from academy.ui.states import State
from panels.choices.cases import BEFORE_ACCEPTED, COMPARED, JUDGED_ALONE, OVER, CaseState
from panels.models import Case, Meeting
from panels.rules.ball import Ball
from panels.selectors.called import called_to
from panels.selectors.waiting import ball_inside
from panels.selectors.wording import about

# What the list can be narrowed to: the words of a count, and the states it counts.
SHOWS: dict[str, tuple[str, tuple[CaseState, ...]]] = {
    "": ("all", tuple(CaseState)),
    "draft": ("being prepared", (CaseState.DRAFT,)),
    "check": ("looked through", tuple(state for state in BEFORE_ACCEPTED if state != CaseState.DRAFT)),
    "review": ("judged", (*JUDGED_ALONE, *COMPARED)),
    "agenda": ("on the agenda", (CaseState.ON_AGENDA,)),
    "decided": ("decided, not told", (CaseState.DECIDED,)),
    "deferred": ("put off", (CaseState.DEFERRED,)),
    "over": ("over", OVER),
}
HEADINGS = ("Case", "What", "How it stands", "Waits for", "What for", "Since", "Last day to hand in", "Handed in")


@dataclass(frozen=True)
class Row:
    """One case in the list. `called` is the name or the number, as the reader may know it."""

    case: Case
    called: str
    what: str
    state: State
    ball: Ball | None
    days: int
    last_day: date | None
    is_extended: bool
    is_late: bool


def rows_of(meeting: Meeting, actor: Actor) -> list[Row]:
    """The cases of a sitting the actor sees and is not out of, who waits longest first. Three queries for any."""
    seen = Case.objects.visible_to(actor).not_away(actor).filter(sitting_id=meeting.sitting_id).with_last_day()
    cases = list(seen.select_related("person", "sitting", "vacancy", "grade", "portfolio", "policy"))
    names = called_to(actor, cases)
    rows = [_row(case, names[case.pk], on=actor.on) for case in cases if case.pk in names]
    return sorted(rows, key=lambda row: (row.ball is None, -row.days, row.case.pk))


def shown(rows: Iterable[Row], show: str) -> list[Row]:
    """Those of one sort; an unknown one shows all."""
    _, states = SHOWS.get(show, SHOWS[""])
    return [row for row in rows if row.case.state in states]


def counts_of(rows: Sequence[Row]) -> Mapping[str, int]:
    """How many there are of each sort."""
    by_state = Counter(row.case.state for row in rows)
    return {code: sum(by_state[state] for state in states) for code, (_, states) in SHOWS.items()}


def lines_of(rows: Iterable[Row]) -> list[tuple[str, ...]]:
    """The same as lines of a table, under `HEADINGS`."""
    return [
        (
            row.called,
            row.what,
            str(row.case.standing.label),
            row.ball.called if row.ball else "",
            row.ball.what if row.ball else "",
            row.ball.since_on.isoformat() if row.ball else "",
            row.last_day.isoformat() if row.last_day else "",
            timezone.localdate(row.case.handed_in_at).isoformat() if row.case.handed_in_at else "",
        )
        for row in rows
    ]


def title_of(meeting: Meeting) -> str:
    """What a sitting is called: "Progression panel of 24 September 2026"."""
    return f"{meeting.sitting.get_purpose_display()} of {in_words(meeting.sitting.on)}"


def _row(case: Case, called: str, *, on: date) -> Row:
    ball, last_day = ball_inside(case), getattr(case, "last_day", None)
    return Row(
        case=case,
        called=called,
        what=about(case),
        state=case.standing.state,
        ball=ball,
        days=max((on - ball.since_on).days, 0) if ball else 0,
        last_day=last_day,
        is_extended=getattr(case, "extended_until", None) is not None,
        is_late=case.state == CaseState.DRAFT and last_day is not None and last_day < on,
    )
