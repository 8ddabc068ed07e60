"""One's own cases: each with how it stands for its candidate, whom it waits for, and its last day."""

from dataclasses import dataclass
from datetime import date

from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from academy.ui.states import State
from panels.choices.cases import CaseKind, CaseState
from panels.models import Case
from panels.querysets.cases import CaseQuerySet
from panels.rules.ball import Ball, ball_outside
from panels.selectors.waiting import waiting_of
from panels.selectors.wording import about


@dataclass(frozen=True)
class OwnCase:
    """A case in the list of its candidate. `ball` is whom it waits for, as she may know it."""

    case: Case
    what: str
    state: State
    ball: Ball | None
    last_day: date | None

    @property
    def is_own_turn(self) -> bool:
        return self.ball is not None and self.ball.whose == "candidate"

    @property
    def sits(self) -> str:
        """Which sitting it is for: "Progression panel of 24 September 2026"."""
        sitting = self.case.sitting
        return f"{sitting.get_purpose_display()} of {in_words(sitting.on)}" if sitting is not None else ""


def own_cases(actor: Actor) -> list[OwnCase]:
    """The actor's own cases, what is not over first, then the latest. An ASYE under moderation is none: its record
    tells of it. One query."""
    rows = [_own(case) for case in _cases(actor).with_last_day()]
    return sorted(rows, key=lambda row: (row.ball is None, -row.case.pk))


def drafts_of(actor: Actor) -> list[Case]:
    """Those of the actor's own that are being prepared, the next due first. One query."""
    return list(_cases(actor).in_state(CaseState.DRAFT).with_last_day().order_by("last_day", "pk"))


def days_of(actor: Actor, *, until: date) -> list[Case]:
    """The actor's own cases that are not over and have a sitting to that day. One query."""
    rows = _cases(actor).live().with_last_day().filter(sitting__cancelled_at=None, sitting__on__range=(actor.on, until))
    return list(rows)


def _cases(actor: Actor) -> CaseQuerySet:
    """Nobody without a person has any."""
    own: CaseQuerySet = Case.objects.filter(person_id=actor.person_id or 0).exclude(kind=CaseKind.MODERATION)
    return own.select_related("sitting", "vacancy", "grade", "portfolio")


def _own(case: Case) -> OwnCase:
    last_day = getattr(case, "last_day", None) if case.state == CaseState.DRAFT else None
    return OwnCase(case, about(case), case.outside, ball_outside(waiting_of(case)), last_day)
