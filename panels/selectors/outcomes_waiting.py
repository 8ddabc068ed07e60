"""What waits after a decision: letters to be read and told, feedback to give, targets to reach."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from academy.identity.actor import Actor
from panels.choices.cases import CaseState
from panels.choices.outcomes import LetterState
from panels.models import Case, Decision, Feedback, Meeting
from panels.models.decision import Target
from panels.rules.days import letter_by
from panels.rules.visibility import As
from panels.selectors.outbox import letter_of, waits_alone
from panels.selectors.policies import rules_of

# From when on a target of one's own is told as something to do.
AHEAD = timedelta(days=28)


@dataclass(frozen=True)
class ToTell:
    """A sitting, or one case that is told alone, with what is decided and not told: how many letters nobody has read,
    and the first day by which one of them goes."""

    meeting: Meeting | None
    case: Case | None
    unread: int
    of: int
    due_on: date


def to_tell(actor: Actor) -> list[ToTell]:
    """What the actor is to tell, sitting by sitting, of cases she leads and is not out of. One query."""
    hers = Case.objects.at_table(actor, among={As.LEAD}).in_state(CaseState.DECIDED)
    beside = ("case__person", "case__policy", "letter", "meeting__sitting")
    rows = Decision.objects.holding().filter(case__in=hers.order_by().values("pk")).select_related(*beside)
    together: dict[int, list[Decision]] = {}
    alone: list[Decision] = []
    for each in rows.order_by("decided_at", "pk"):
        if waits_alone(each.meeting):
            alone.append(each)
        else:
            together.setdefault(each.meeting_id, []).append(each)
    sittings = [_to_tell(each, meeting=each[0].meeting, case=None) for each in together.values()]
    return [*sittings, *(_to_tell([each], meeting=None, case=each.case) for each in alone)]


def feedback_to_give(actor: Actor) -> QuerySet[Feedback]:
    """What the actor is asked for and has not given, the next due first. One query."""
    hers = Feedback.objects.to_give().filter(person_id=actor.person_id, case__state=CaseState.RELEASED)
    found: QuerySet[Feedback] = hers.select_related("case__person", "case__grade", "case__vacancy")
    return found.order_by("due_on", "pk")


def targets_to_reach(actor: Actor, *, on: date) -> QuerySet[Any]:
    """Targets of the actor's own plans, and those she sees to, which are due within four weeks or late. One query."""
    whose = Q(owner_id=actor.person_id) | Q(decision__case__person_id=actor.person_id)
    return open_targets().filter(whose, due_on__lte=on + AHEAD).order_by("due_on", "pk")


def open_targets() -> QuerySet[Any]:
    """Targets that are not done, of decisions that were told and hold."""
    told = Target.objects.open().filter(
        decision__case__state=CaseState.RELEASED, decision__letter__state=LetterState.SENT
    )
    holding = told.filter(decision__in=Decision.objects.holding().order_by().values("pk"))
    return holding.select_related("decision__case__person")


def _to_tell(decisions: Iterable[Decision], *, meeting: Meeting | None, case: Case | None) -> ToTell:
    rows = list(decisions)
    letters = [letter for each in rows if (letter := letter_of(each)) is not None]
    due = min(letter_by(rules_of(each.case.policy), decided_on=each.decided_on).on for each in rows)
    unread = sum(letter.state == LetterState.WRITTEN for letter in letters)
    return ToTell(meeting, case, unread, len(rows), due)
