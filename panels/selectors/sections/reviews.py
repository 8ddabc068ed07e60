"""On a case's page: what its reviewers handed in, side by side, and what those who looked again said."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from academy.engines.workflow.decisions import Decision
from academy.identity.actor import Actor
from panels.choices.cases import COMPARED, CaseState
from panels.choices.judging import TO_DO, AssignmentKind, AssignmentState
from panels.models import AnotherLook, Assignment, Case
from panels.rules.disagreement import Fired, can_ask_to_look
from panels.rules.reviewing import NOT_DECIDED
from panels.rules.visibility import As, Sight
from panels.selectors.compared import Read, Row, read_of, side_by_side
from panels.selectors.looked import Looked, looked_at
from panels.selectors.reviews import reviews_held
from panels.selectors.sections.section import Section
from panels.selectors.sight import Sees

PLACE = 50


@dataclass(frozen=True)
class Open:
    """A review that can be opened again: whose, and where."""

    reviewer: str
    url: str


@dataclass(frozen=True)
class Reviews:
    """Reviews side by side. `to_open` and `ask_url` are for who runs the case: what she may do about them now; where
    she may not ask for another look, `why_not` says why."""

    read: tuple[Read, ...]
    rows: tuple[Row, ...]
    fired: tuple[Fired, ...] = ()
    looks: tuple[AnotherLook, ...] = ()
    is_settled: bool = True
    to_open: tuple[Open, ...] = ()
    ask_url: str = ""
    why_not: str = ""


@dataclass(frozen=True)
class Own:
    """What the actor was given to judge of the case herself."""

    assignment: Assignment
    url: str
    says: str


def reviews_section(case: Case, *, actor: Actor, sees: Sees, on: date) -> Section | None:
    """Of the reviews what the table lets whoever looks read; of her own where it stands. Nine queries at most, and as
    many as the checks of an ASYE cost."""
    own = _own(case, actor) if Sight.OWN_REVIEW in sees or As.MODERATOR in sees.acts_as else ()
    shown = reviews_shown(case, actor=actor, sees=sees)
    if not own and shown is None:
        return None
    return Section("panels/case/_reviews.html", {"own": own, "shown": shown}, order=PLACE)


def reviews_shown(case: Case, *, actor: Actor, sees: Sees) -> Reviews | None:
    """All reviews of a case side by side; None where she may not read them, or there are none. What asks for another
    look is told to whoever judges."""
    if Sight.REVIEWS not in sees:
        return None
    held = reviews_held([case])[case.pk]
    if not held:
        return None
    read = read_of(case, held, actor=actor, with_flags=As.CHAIR in sees.acts_as)
    looked = looked_at([case])[case.pk]
    runs = not sees.acts_as.isdisjoint({As.CHAIR, As.CLERK, As.LEAD}) and case.state in COMPARED
    asking = _asking(case) if runs else None
    return Reviews(
        read=tuple(read),
        rows=tuple(side_by_side(read)),
        fired=looked.fired if sees.judges else (),
        looks=looked.looks,
        is_settled=_is_settled(case, looked),
        to_open=tuple(_to_open(case, read)) if As.CHAIR in sees.acts_as else (),
        ask_url=reverse("panels:ask-to-look", args=[case.pk]) if asking is not None and asking.allowed else "",
        why_not=asking.reason if asking is not None and not asking.allowed else "",
    )


def _is_settled(case: Case, looked: Looked) -> bool:
    return looked.is_settled or case.state not in COMPARED


def _asking(case: Case) -> Decision:
    waits = case.assignments.looks().filter(state__in=TO_DO).exists()
    return can_ask_to_look(case=CaseState(case.state), is_looked_at=waits)


def _to_open(case: Case, read: list[Read]) -> list[Open]:
    if case.state not in NOT_DECIDED or case.state == CaseState.LOOKED_AGAIN:
        return []
    done = [each for each in read if each.review.assignment.state == AssignmentState.DONE]
    return [Open(each.reviewer, reverse("panels:open-again", args=[each.review.assignment_id])) for each in done]


def _own(case: Case, actor: Actor) -> tuple[Own, ...]:
    """One query."""
    hers = Assignment.objects.standing().filter(case=case, person_id=actor.person_id).order_by("pk")
    return tuple(Own(each, reverse("panels:judge", args=[each.pk]), _says(each)) for each in hers)


def _says(assignment: Assignment) -> str:
    what = "your review" if assignment.kind == AssignmentKind.REVIEW else "what you find in the reviews"
    if assignment.state == AssignmentState.DONE:
        return f"You have handed in {what}."
    return f"You were asked to hand in {what}."
