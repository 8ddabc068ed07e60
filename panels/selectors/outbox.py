"""What of a sitting is decided and not told: each letter, who gives feedback, the clock, and what is missing."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from academy.engines.workflow.decisions import Decision as Judged
from academy.identity.actor import Actor
from panels.choices.cases import CaseState
from panels.choices.outcomes import LetterState
from panels.choices.panels import MeetingState, MemberSort
from panels.models import Case, Decision, Feedback, Meeting
from panels.models.decision import Letter
from panels.rules.days import Due, letter_by
from panels.rules.releasing import Releasing, ToTell, can_release, missing_for
from panels.rules.visibility import Sight
from panels.selectors.called import called_to, numbered
from panels.selectors.feedback_givers import sorts_asked
from panels.selectors.policies import rules_of

BESIDE = ("case__person", "case__policy", "case__panel", "case__sitting", "case__grade", "case__vacancy", "letter")


@dataclass(frozen=True)
class Waiting:
    """A decided case that is not told: what it is called, its letter, who gives feedback, and until when it goes."""

    decision: Decision
    called: str
    letter: Letter | None
    givers: tuple[Feedback, ...]
    sorts: tuple[MemberSort, ...]
    due: Due
    is_late: bool

    @property
    def unnamed(self) -> tuple[MemberSort, ...]:
        """As what nobody is named to give feedback."""
        known = {row.sort for row in self.givers}
        return tuple(sort for sort in self.sorts if sort not in known)


@dataclass(frozen=True)
class Outbox:
    """What a sitting has to tell, as whoever looks may know it; `missing` is what keeps it from being told."""

    meeting: Meeting
    waiting: tuple[Waiting, ...]
    missing: tuple[str, ...]

    @property
    def is_ready(self) -> bool:
        return not self.missing

    @property
    def is_late(self) -> bool:
        """Is the day over by which one of the letters was to go?"""
        return any(each.is_late for each in self.waiting)


def outbox_of(meeting: Meeting, actor: Actor) -> Outbox:
    """The outbox of a sitting. Of a case she is out of nothing is shown, but that somebody else has to tell them all.
    Panel and sitting are read beside the meeting. Nine queries at most."""
    decisions = list(untold_of(meeting))
    known = called_to(actor, [each.case for each in decisions])
    feedback = _feedback_of(each.case_id for each in decisions)
    seen = [each for each in decisions if each.case_id in known]
    rows = tuple(_waiting(each, known[each.case_id], feedback, on=actor.on) for each in seen)
    return Outbox(meeting, rows, missing_for(releasing_of(meeting, decisions, actor, known=known)))


def untold_of(meeting: Meeting) -> QuerySet[Any]:
    """The decisions of a meeting that hold and are not told, in the order in which they were taken. One query."""
    holding = Decision.objects.holding().filter(meeting=meeting, case__state=CaseState.DECIDED)
    return holding.select_related(*BESIDE).order_by("decided_at", "pk")


def goes_by(decisions: Iterable[Decision]) -> date:
    """The first day by which one of these decisions is to be told. Its case's policy is read beside each."""
    return min(letter_by(rules_of(each.case.policy), decided_on=each.decided_on).on for each in decisions)


def has_to_tell(meeting: Meeting) -> bool:
    """Is something decided there and not told? One query."""
    return untold_of(meeting).exists()


def can_tell(meeting: Meeting, actor: Actor) -> Judged:
    """May the decisions of a meeting be told together now? Six queries at most."""
    decisions = list(untold_of(meeting))
    known = called_to(actor, [each.case for each in decisions])
    return can_release(releasing_of(meeting, decisions, actor, known=known))


def can_tell_alone(decision: Decision, actor: Actor) -> Judged:
    """May one decision be told by itself? Five queries at most."""
    known = called_to(actor, [decision.case])
    alone = Releasing(
        state=MeetingState.CLOSED if decision.meeting is None else decision.meeting.standing,
        is_released=False,
        cases=_to_tell([decision], known),
        feedback_by=sorts_asked(decision),
        is_own=_is_out_of_any([decision], actor),
    )
    return can_release(alone)


def releasing_of(
    meeting: Meeting, decisions: Collection[Decision], actor: Actor, *, known: dict[int, str]
) -> Releasing:
    """A meeting as the rules of releasing read it. Three queries."""
    undecided = meeting.items.standing().filter(case__state=CaseState.ON_AGENDA).count()
    sorts = {sort: None for each in decisions for sort in sorts_asked(each)}
    return Releasing(
        state=meeting.standing,
        is_released=meeting.released_at is not None,
        cases=_to_tell(decisions, known),
        undecided=undecided,
        feedback_by=tuple(sorts),
        is_own=_is_out_of_any(decisions, actor),
    )


def waits_alone(meeting: Meeting | None) -> bool:
    """Is what was decided in it told case by case, because the rest was told before?"""
    return meeting is None or meeting.released_at is not None


def _to_tell(decisions: Iterable[Decision], known: dict[int, str]) -> tuple[ToTell, ...]:
    rows = list(decisions)
    feedback = _feedback_of(each.case_id for each in rows)
    return tuple(
        ToTell(
            title=known.get(each.case_id) or numbered(each.case_id),
            letter=LetterState(letter.state) if (letter := letter_of(each)) else None,
            feedback_from=frozenset(MemberSort(row.sort) for row in feedback.get(each.case_id, ())),
            goes_by_letter=not each.case.is_moderation,
            gets_feedback=bool(sorts_asked(each)),
        )
        for each in rows
    )


def letter_of(decision: Decision) -> Letter | None:
    """Its letter, read beside the decision; an ASYE has none."""
    found: Letter | None = getattr(decision, "letter", None)
    return found


def _feedback_of(case_ids: Iterable[int]) -> dict[int, list[Feedback]]:
    found: dict[int, list[Feedback]] = {}
    asked = Feedback.objects.to_give().filter(case_id__in=list(case_ids)).select_related("person").order_by("pk")
    for row in asked:
        found.setdefault(row.case_id, []).append(row)
    return found


def _is_out_of_any(decisions: Iterable[Decision], actor: Actor) -> bool:
    """Is one of them hers, or is she tied to one? Whoever releases sees the letter of each of them."""
    ids = {each.case_id for each in decisions}
    seen = Case.objects.filter(pk__in=ids).showing(actor, Sight.STANDING).not_away(actor)
    return seen.count() < len(ids)


def _waiting(decision: Decision, called: str, feedback: dict[int, list[Feedback]], *, on: date) -> Waiting:
    due = letter_by(rules_of(decision.case.policy), decided_on=decision.decided_on)
    return Waiting(
        decision=decision,
        called=called,
        letter=letter_of(decision),
        givers=tuple(feedback.get(decision.case_id, ())),
        sorts=sorts_asked(decision),
        due=due,
        is_late=due.is_late(on),
    )
