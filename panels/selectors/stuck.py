"""Cases that wait for somebody longer than their policy allows, for who runs their panels."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from academy.identity.actor import Actor
from panels.choices.cases import CaseState
from panels.models import Case, PanelPolicy
from panels.querysets.cases import CaseQuerySet
from panels.rules.ball import Ball
from panels.rules.stuck import lasting_since
from panels.rules.visibility import As
from panels.selectors.called import called_to
from panels.selectors.policies import rules_of
from panels.selectors.waiting import ball_inside
from panels.selectors.wording import about

# Who runs a case, and is told of those that sit still.
RUNNING = frozenset({As.CLERK, As.CHAIR, As.LEAD})


@dataclass(frozen=True)
class Stuck:
    """A case that sits still, for so many days. `called` is the name or the number, as the reader may know it."""

    case: Case
    called: str
    what: str
    ball: Ball
    days: int


@dataclass(frozen=True)
class Holder:
    """Whom cases wait for, in words, with the cases, the longest waiting first."""

    called: str
    cases: tuple[Stuck, ...]


def stuck_on(on: date) -> CaseQuerySet:
    """Cases of panels whose turn lasts too long on the day, whoever may know of them. One query, for the policies."""
    live: CaseQuerySet = Case.objects.filter(panel__isnull=False).live()
    late = Q(pk__in=())
    for policy in PanelPolicy.objects.filter(pk__in=live.order_by().values("policy_id")).order_by("pk"):
        by_day: dict[date, list[str]] = {}
        for state, since in lasting_since(rules_of(policy), on=on).items():
            by_day.setdefault(since, []).append(state.value)
        for since, states in by_day.items():
            late |= Q(policy=policy, state__in=states, moved_at__date__lt=since)
    has_met = ~Q(state=CaseState.ON_AGENDA) | Q(sitting__on__lt=on)
    return live.filter(late).filter(has_met)


def stuck_for(actor: Actor) -> CaseQuerySet:
    """Those the actor runs, none of them she is out of. One query, for the policies."""
    found: CaseQuerySet = stuck_on(actor.on).at_table(actor, among=RUNNING)
    return found


def holders_of(actor: Actor) -> list[Holder]:
    """Everything that sits still where the actor runs it, by whom it waits for: who holds most of it first. Four
    queries."""
    rows = stuck_for(actor).select_related("person", "panel", "grade", "vacancy", "portfolio", "policy")
    cases = list(rows.order_by("moved_at", "pk"))
    names = called_to(actor, cases)
    held: dict[str, list[Stuck]] = {}
    for case in cases:
        ball = ball_inside(case)
        if ball is not None and case.pk in names:
            days = (actor.on - ball.since_on).days
            held.setdefault(ball.called, []).append(Stuck(case, names[case.pk], about(case), ball, days))
    found = [Holder(who, tuple(each)) for who, each in held.items()]
    return sorted(found, key=lambda each: (-len(each.cases), each.called))


def counts_of(actor: Actor, organisation_id: int) -> list[tuple[str, int]]:
    """How many cases of an organisation wait for whom, who holds most first; no case is named. Two queries."""
    cases = stuck_for(actor).filter(organisation_id=organisation_id).select_related("portfolio", "policy")
    held = Counter(ball.called for case in cases if (ball := ball_inside(case)) is not None)
    return sorted(held.items(), key=lambda each: (-each[1], each[0]))
