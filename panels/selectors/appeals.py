"""Appeals: what one is judged by, who may hear it, and what waits of them."""

from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.choices import RoleCode
from academy.people.models import RoleHolding
from academy.people.querysets import holds_on
from panels.choices.cases import LIVE, CaseState
from panels.choices.outcomes import AppealState, DecisionBasis
from panels.choices.panels import JUDGING
from panels.models import Appeal, Case, Decision, Member
from panels.models.appeal import Hearer
from panels.rules.appeals import Appealing, can_hear, missing_hearers
from panels.rules.visibility import As, Sight
from panels.selectors.feedback_givers import ROLES
from panels.selectors.fresh import involved_of
from panels.selectors.policies import rules_of

WAITING = (AppealState.OPEN, AppealState.HEARD)
BESIDE = ("decision__case__person", "decision__case__policy", "decision__case__grade", "decision__case__vacancy")


def appealing_of(case: Case, latest: Decision | None, actor: Actor) -> Appealing:
    """What an appeal against the latest decision is judged by; without a decision there is nothing to appeal against.
    One query."""
    told = latest is not None and case.released_at is not None
    return Appealing(
        state=CaseState(case.state),
        released_on=timezone.localdate(case.released_at) if told and case.released_at else None,
        is_candidate=case.person_id == actor.person_id,
        has_appeal=Appeal.objects.filter(decision=latest).exists() if latest else False,
        basis=DecisionBasis(latest.basis) if latest else DecisionBasis.MEETING,
    )


def hearers_of(appeal: Appeal) -> list[Hearer]:
    """Who hears it now, in the order in which they were named. One query."""
    return list(Hearer.objects.standing().filter(appeal=appeal).select_related("person").order_by("named_at", "pk"))


def lacking(appeal: Appeal) -> str:
    """Whom it still lacks, in a sentence; empty where enough people hear it. The policy is read beside the case. One
    query."""
    rules = rules_of(appeal.decision.case.policy)
    return missing_hearers([each.person_id for each in hearers_of(appeal)], rules=rules)


def to_name(appeal: Appeal, *, on: date) -> list[Person]:
    """Whom the lead may name: who judges on a panel of the organisation or leads social work there, and is fresh to the
    case. About twenty queries, whatever the number of people."""
    case = appeal.decision.case
    sits = Member.objects.held_on(on).filter(panel__organisation_id=case.organisation_id, seat__in=JUDGING)
    roles = {*(code for code, _ in ROLES.values()), RoleCode.CHIEF_OFFICER}
    holds = RoleHolding.objects.filter(holds_on(on), role__in=roles, organisation_id=case.organisation_id)
    either = Q(pk__in=sits.order_by().values("person_id")) | Q(pk__in=holds.order_by().values("person_id"))
    people = {each.pk: each for each in Person.objects.filter(either)}
    involved = involved_of(appeal.decision, people=people.keys(), on=on)
    known = {each.person_id for each in hearers_of(appeal)}
    return [each for pk, each in people.items() if pk not in known and can_hear(pk, involved).allowed]


def begun_since(case: Case) -> bool:
    """Has she begun another case for the same step by now? One query."""
    same = Case.objects.filter(person_id=case.person_id, organisation_id=case.organisation_id, step=case.step)
    return same.filter(state__in=LIVE).exclude(pk=case.pk).exists()


def to_hear(actor: Actor) -> QuerySet[Appeal]:
    """Appeals that are with the actor and the others who hear them, the next due first; never one she is out of. One
    query."""
    mine = Hearer.objects.standing().filter(person_id=actor.person_id).order_by().values("appeal_id")
    return _seen_as(actor, As.HEARER).filter(state=AppealState.HEARD, pk__in=mine)


def to_staff(actor: Actor) -> QuerySet[Appeal]:
    """Appeals for which the actor, who leads the academy, has people to name, the next due first. One query."""
    return _seen_as(actor, As.LEAD).filter(state=AppealState.OPEN)


def _seen_as(actor: Actor, part: As) -> QuerySet[Appeal]:
    cases = Case.objects.at_table(actor, Sight.APPEAL, among={part}).order_by().values("pk")
    found: QuerySet[Appeal] = Appeal.objects.filter(decision__case__in=cases)
    return found.select_related(*BESIDE).order_by("hear_by", "pk")
