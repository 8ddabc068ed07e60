"""What waits after a decision: letters to be read and told, feedback to give, targets to reach."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from academy.identity.actor import Actor
from panels.choices.cases import CaseState
from panels.choices.outcomes import LetterState
from panels.choices.policy import Releaser
from panels.models import Case, Decision, Feedback, Meeting
from panels.models.decision import Target
from panels.rules.releasing import TELLS_AS, tells
from panels.rules.visibility import As
from panels.selectors.outbox import goes_by, letter_of, waits_alone
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
    """What the actor is to tell, sitting by sitting, of cases whose policy lets her by the part she has in them, and
    that she is not out of. One query."""
    led, chaired = (_decided(actor, TELLS_AS[each]) for each in (Releaser.ACADEMY_LEAD, Releaser.CHAIR))
    beside = ("case__person", "case__policy", "letter", "meeting__sitting")
    rows = Decision.objects.holding().filter(led | chaired).select_related(*beside)
    judged = rows.annotate(is_led=_is(led), is_chaired=_is(chaired)).order_by("decided_at", "pk")
    together: dict[int, list[Decision]] = {}
    alone: list[Decision] = []
    for each in judged:
        if not tells(rules_of(each.case.policy), _parts(each)):
            continue
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


def _decided(actor: Actor, part: As) -> Q:
    cases = Case.objects.at_table(actor, among={part}).in_state(CaseState.DECIDED)
    return Q(case__in=cases.order_by().values("pk"))


def _is(condition: Q) -> ExpressionWrapper:
    return ExpressionWrapper(condition, output_field=BooleanField())


def _parts(decision: Any) -> set[As]:
    found = {As.LEAD: decision.is_led, As.CHAIR: decision.is_chaired}
    return {part for part, is_hers in found.items() if is_hers}


def _to_tell(decisions: Iterable[Decision], *, meeting: Meeting | None, case: Case | None) -> ToTell:
    rows = list(decisions)
    letters = [letter for each in rows if (letter := letter_of(each)) is not None]
    unread = sum(letter.state == LetterState.WRITTEN for letter in letters)
    return ToTell(meeting, case, unread, len(rows), goes_by(rows))
