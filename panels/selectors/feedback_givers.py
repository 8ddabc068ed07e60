"""Who gives feedback on an outcome: for each sort of member the policy names, whoever has that part (S2-20)."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import F, Q, QuerySet

from academy.identity.models import Person
from academy.people.choices import RoleCode, ServiceKind
from academy.people.models import RoleHolding
from academy.people.querysets import holds_on
from panels.choices.judging import TieState
from panels.choices.outcomes import Outcome
from panels.choices.panels import JUDGING, MemberSort
from panels.models import Case, Decision, Feedback, Member, Tie
from panels.selectors.policies import rules_of

# What a sort of member is outside the panel, where nobody sits on it as that.
ROLES: dict[MemberSort, tuple[RoleCode, str]] = {
    MemberSort.PSW_ADULTS: (RoleCode.PRINCIPAL_SOCIAL_WORKER, ServiceKind.ADULTS),
    MemberSort.PSW_CHILDREN: (RoleCode.PRINCIPAL_SOCIAL_WORKER, ServiceKind.CHILDREN),
    MemberSort.LEAD_ADULTS: (RoleCode.LEAD_SOCIAL_WORKER, ServiceKind.ADULTS),
    MemberSort.SERVICE_MANAGER: (RoleCode.SERVICE_MANAGER, ""),
}


def sorts_asked(decision: Decision) -> tuple[MemberSort, ...]:
    """As what somebody is to give feedback on this decision: as the policy has it; on a deferral and on an ASYE, which
    has its own, nobody."""
    if decision.case.is_moderation or decision.standing == Outcome.DEFERRED:
        return ()
    return tuple(rules_of(decision.case.policy).feedback_by)


def giver_for(case: Case, sort: MemberSort, *, besides: Collection[int] = (), on: date) -> Person | None:
    """Who has that part on the day: on the panel, a deputy last; else by role in the organisation. Never the candidate,
    nor anybody a tie takes out of the case or who is among `besides`. Two queries at most."""
    seated, by_role = _seated(case, sort, on=on), _by_role(case, sort, on=on)
    return next((found for each in (seated, by_role) if (found := _fit(case, each, besides).first())), None)


def candidates_for(case: Case, *, on: date) -> list[Person]:
    """Whom the lead may name instead: who judges on the panel, and who has a role that gives feedback; nobody who is
    out of the case. Three queries."""
    sits = Member.objects.held_on(on).filter(panel_id=case.panel_id, seat__in=JUDGING).values("person_id")
    roles = {code for code, _ in ROLES.values()}
    holds = RoleHolding.objects.filter(holds_on(on), role__in=roles, organisation_id=case.organisation_id)
    either = Person.objects.filter(Q(pk__in=sits) | Q(pk__in=holds.values("person_id")))
    return list(_fit(case, either))


def is_out_of_it(case: Case, person_id: int) -> bool:
    """Is it her own case, or does a tie take her out of it? One query at most."""
    tied = Tie.objects.filter(case=case, person_id=person_id, state=TieState.STEPS_BACK)
    return person_id == case.person_id or tied.exists()


def named(case: Case) -> dict[MemberSort, Feedback]:
    """Who is to give feedback now, by sort: what is not given yet. One query."""
    rows = Feedback.objects.to_give().filter(case=case).select_related("person").order_by("pk")
    return {MemberSort(row.sort): row for row in rows}


def names_of(rows: Iterable[Feedback]) -> tuple[str, ...]:
    """Their names, each once."""
    return tuple(dict.fromkeys(row.person.full_name for row in rows))


def _seated(case: Case, sort: MemberSort, *, on: date) -> QuerySet[Person]:
    held = Member.objects.held_on(on).filter(panel_id=case.panel_id, sort=sort)
    return Person.objects.filter(panel_seats__in=held).order_by("panel_seats__is_deputy", "panel_seats__from_on", "pk")


def _by_role(case: Case, sort: MemberSort, *, on: date) -> QuerySet[Person]:
    if sort not in ROLES:
        return Person.objects.none()
    code, kind = ROLES[sort]
    held = RoleHolding.objects.filter(holds_on(on), role=code, organisation_id=case.organisation_id)
    if kind:
        held = held.filter(Q(service__kind=kind) | Q(service=None))
    found = Person.objects.filter(role_holdings__in=held)
    return found.order_by(F("role_holdings__service_id").asc(nulls_last=True), "role_holdings__from_on", "pk")


def _fit(case: Case, people: QuerySet[Person], besides: Collection[int] = ()) -> QuerySet[Person]:
    tied = Tie.objects.filter(case=case, state=TieState.STEPS_BACK).values("person_id")
    return people.exclude(pk__in=[case.person_id, *besides]).exclude(pk__in=tied)
