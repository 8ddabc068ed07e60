"""How groups of candidates fared before panels: totals with small numbers hidden, nobody named (workflows, 1.1; D7-11).

Everybody's case counts, whoever reads: one less for who is out of it would show that case to whoever compares two
reports. What is decided and not told counts as not told.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone

from academy.identity.actor import Actor
from academy.people.rules.compared import Comparison, Grouping, comparison
from academy.people.selectors.began import Began, began_with, by_grade
from academy.people.selectors.monitoring import LEAST
from academy.people.selectors.monitoring_compared import comparison_of
from asye.rules.equality import APRIL, Stretch, financial_year, stretches
from panels.choices.cases import CaseKind, CaseState
from panels.choices.judging import STANDING, AssignmentKind, AssignmentState
from panels.models import Assignment, Case, Decision, Member, PanelPolicy
from panels.querysets.cases import CaseQuerySet
from panels.rules import fairness as rules
from panels.rules.fairness import RESULTS, Fared
from panels.selectors.policies import rules_of

COUNTED = ("pk", "person_id", "kind", "state", "begun_at", "service", "earlier_id", "is_external")
LOOKED = (AssignmentKind.LOOK, AssignmentState.DONE)


@dataclass(frozen=True)
class Report:
    """The cases that began within a stretch. `shows_answers` says whether its reader may compare by what people
    answered for equality monitoring."""

    view: Stretch
    told: Comparison
    shows_answers: bool


@dataclass(frozen=True)
class Judged:
    """What came of cases, and who judged: the outcome by case, the cases looked at again, the ids of the people."""

    outcomes: dict[int, str]
    looked_at: frozenset[int]
    by: frozenset[int]


def views_of(actor: Actor) -> list[Stretch]:
    """The reports there are of the organisation acted in, the latest first; no two have a case in common. Two
    queries."""
    begun = _compared(actor).order_by().values_list("begun_at", flat=True)
    years = Counter(financial_year(timezone.localdate(each)) for each in begun)
    return stretches(years, current=financial_year(actor.on))


def report_of(view: Stretch, actor: Actor) -> Report:
    """The report of a stretch. Eight queries for any number of cases."""
    cases = _compared(actor).filter(
        begun_at__date__gte=date(view.first, APRIL, 1), begun_at__date__lt=date(view.last + 1, APRIL, 1)
    )
    rows = list(cases.order_by("begun_at", "pk").values(*COUNTED))
    judged = _judged(cases, actor)
    days = {row["person_id"]: timezone.localdate(row["begun_at"]) for row in rows}
    began = began_with(days, organisations=[actor.organisation_id] if actor.organisation_id else [])
    counted = rules.one_each(_fared(row, judged, began) for row in rows)
    fared = [(each.person_id, rules.came(each)) for each in counted]
    groups = _groupings(counted, began)
    if not rules.may_compare_answers(actor.person_id, judged=judged.by, sits=_sits(actor)):
        return Report(view, comparison([came for _, came in fared], groups, results=RESULTS, least=LEAST), False)
    return Report(view, comparison_of(actor.organisation_id, fared, groups, results=RESULTS, on=actor.on), True)


def _compared(actor: Actor) -> CaseQuerySet:
    """Cases of people, not of ASYEs, which are compared with their years; none whose policy compares nobody. One
    query."""
    policies = PanelPolicy.objects.filter(cases__organisation_id=actor.organisation_id).order_by().distinct()
    silent = [each.pk for each in policies if not rules_of(each).monitor]
    here: CaseQuerySet = Case.objects.filter(organisation_id=actor.organisation_id)
    return here.exclude(kind=CaseKind.MODERATION).exclude(policy_id__in=silent)


def _judged(cases: CaseQuerySet, actor: Actor) -> Judged:
    """Of the reader alone is asked what she was given. Two queries."""
    among = cases.order_by().values("pk")
    decisions = Decision.objects.filter(case__in=among).order_by("case_id", "number")
    outcomes, by = {}, set()
    for case_id, outcome, decided_by, present in decisions.values_list("case_id", "outcome", "decided_by", "present"):
        outcomes[case_id] = outcome
        by |= {decided_by, *present}
    done = Q(kind=LOOKED[0], state=LOOKED[1])
    given = Assignment.objects.filter(done | Q(person_id=actor.person_id, state__in=STANDING), case__in=among)
    rows = list(given.order_by().values_list("case_id", "person_id", "kind", "state"))
    looked_at = {case_id for case_id, _, kind, state in rows if (kind, state) == LOOKED}
    return Judged(outcomes, frozenset(looked_at), frozenset(by | {person_id for _, person_id, _, _ in rows}))


def _sits(actor: Actor) -> bool:
    """Has she a seat that judges in the organisation on the day? One query."""
    seats = Member.objects.judging().held_on(actor.on).filter(panel__organisation_id=actor.organisation_id)
    return bool(seats.filter(person_id=actor.person_id).exists())


def _fared(row: dict[str, Any], judged: Judged, began: dict[int, Began]) -> Fared:
    hers = began.get(row["person_id"])
    return Fared(
        person_id=row["person_id"],
        kind=CaseKind(row["kind"]),
        state=CaseState(row["state"]),
        outcome=judged.outcomes.get(row["pk"], ""),
        begun_at=row["begun_at"],
        fte=hers.fte if hers else None,
        service=row["service"],
        is_again=row["earlier_id"] is not None,
        is_external=row["is_external"],
        was_looked_at=row["pk"] in judged.looked_at,
    )


def _groupings(counted: tuple[Fared, ...], began: dict[int, Began]) -> list[Grouping]:
    return [
        Grouping("Hours of the post", rules.HOURS_OF_POST, [rules.hours(each) for each in counted]),
        Grouping("Service", rules.SERVICES, [rules.service(each) for each in counted]),
        by_grade([each.person_id for each in counted], began),
        Grouping("Way to the panel", rules.ROUTES, [rules.route(each) for each in counted]),
        Grouping("Before", rules.TIMES, [rules.time(each) for each in counted]),
    ]
